package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;

/** The shortest way from one format to another. */
enum Way {
    /** The bytes as they are. */
    SAME,
    /** Four bytes, of which red and blue change places. */
    SWAP,
    /** Four bytes, of which the last becomes 255. */
    OPAQUE,
    /** Both. */
    SWAP_OPAQUE,
    /** From RGB10A2 to four bytes. */
    TEN_BITS,
    /** From RGBA16 to four bytes. */
    SIXTEEN_BITS,
    /** Any other. */
    FLOATS;

    static Way between(PixelFormat from, PixelFormat to) {
        if (from == to) {
            return SAME;
        }
        if (!QuadCodec.is(to)) {
            return FLOATS;
        }
        if (QuadCodec.is(from)) {
            boolean swap = QuadCodec.redFirst(from) != QuadCodec.redFirst(to);
            return QuadCodec.isOpaque(from) || QuadCodec.isOpaque(to)
                    ? swap ? SWAP_OPAQUE : OPAQUE
                    : swap ? SWAP : SAME;
        }
        return switch (from) {
            case RGB10A2 -> TEN_BITS;
            case RGBA16 -> SIXTEEN_BITS;
            default -> FLOATS;
        };
    }

    boolean swaps(PixelFormat to) {
        return this == SWAP || this == SWAP_OPAQUE || makesRgba() && !QuadCodec.redFirst(to);
    }

    boolean makesOpaque(PixelFormat to) {
        return this == OPAQUE || this == SWAP_OPAQUE || makesRgba() && QuadCodec.isOpaque(to);
    }

    private boolean makesRgba() {
        return this == TEN_BITS || this == SIXTEEN_BITS;
    }
}
