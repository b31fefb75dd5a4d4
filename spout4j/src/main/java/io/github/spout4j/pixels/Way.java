package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;

/** The shortest way from one format to another. */
enum Way {
    /** The bytes as they are. */
    SAME,
    /** Four bytes, in the same order. */
    QUADS,
    /** Four bytes, of which red and blue change places. */
    SWAP,
    /** From RGB10A2 to four bytes. */
    TEN_BITS,
    /** From RGBA16 to four bytes. */
    SIXTEEN_BITS,
    /** From RGBA16F to four bytes. */
    HALVES,
    /** Any other. */
    FLOATS;

    static Way between(PixelFormat from, PixelFormat to, AlphaStep alpha) {
        if (alpha.needsFloats(to)) {
            return FLOATS;
        }
        if (QuadCodec.is(from) && QuadCodec.is(to)) {
            return QuadCodec.redFirst(from) != QuadCodec.redFirst(to) ? SWAP : alpha == AlphaStep.NONE ? SAME : QUADS;
        }
        if (from == to && alpha == AlphaStep.NONE) {
            return SAME;
        }
        if (!QuadCodec.is(to) || alpha.changesColours()) {
            return FLOATS;
        }
        return switch (from) {
            case RGB10A2 -> TEN_BITS;
            case RGBA16 -> SIXTEEN_BITS;
            case RGBA16F -> HALVES;
            default -> FLOATS;
        };
    }

    boolean swaps(PixelFormat to) {
        return switch (this) {
            case SWAP -> true;
            case TEN_BITS, SIXTEEN_BITS, HALVES -> !QuadCodec.redFirst(to);
            case SAME, QUADS, FLOATS -> false;
        };
    }
}
