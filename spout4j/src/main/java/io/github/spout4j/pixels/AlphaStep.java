package io.github.spout4j.pixels;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.TensorLayout;

/** What a copy does to alpha and to the colours under it. */
enum AlphaStep {
    /** Nothing. */
    NONE,
    /** Every alpha becomes 1. */
    OPAQUE,
    /** Colours are multiplied by alpha. */
    MULTIPLY,
    /** Colours are divided by alpha, where it is not 0. */
    DIVIDE;

    static AlphaStep between(PixelLayout from, PixelLayout to) {
        if (!hasAlpha(from.format()) && from.format() == to.format()) {
            return NONE;
        }
        return between(hasAlpha(from.format()), from.alpha(), hasAlpha(to.format()), to.alpha());
    }

    static AlphaStep between(PixelLayout from, TensorLayout to) {
        return between(hasAlpha(from.format()), from.alpha(), to.channels().hasAlpha(), to.alpha());
    }

    static AlphaStep between(TensorLayout from, PixelLayout to) {
        return between(from.channels().hasAlpha(), from.alpha(), hasAlpha(to.format()), to.alpha());
    }

    private static AlphaStep between(boolean fromHasAlpha, Alpha from, boolean toHasAlpha, Alpha to) {
        if (!fromHasAlpha || from == Alpha.OPAQUE || to == Alpha.OPAQUE) {
            return OPAQUE;
        }
        if (from != to) {
            return to == Alpha.PREMULTIPLIED ? MULTIPLY : DIVIDE;
        }
        return toHasAlpha ? NONE : OPAQUE;
    }

    private static boolean hasAlpha(PixelFormat format) {
        return format.channels() == RowCodec.CHANNELS;
    }

    /** Whether colours change. */
    boolean changesColours() {
        return this == MULTIPLY || this == DIVIDE;
    }

    /** Whether pixels of four bytes would keep an alpha that the format does not have. */
    boolean needsFloats(PixelFormat to) {
        return changesColours() && !hasAlpha(to);
    }

    /** Takes the step on pixels of four bytes, the last of which is alpha. */
    void take(int[] quads, int from, int count) {
        switch (this) {
            case NONE -> {
            }
            case OPAQUE -> Swizzle.opaque(quads, from, count);
            case MULTIPLY -> Premultiplication.multiply(quads, from, count);
            case DIVIDE -> Premultiplication.divide(quads, from, count);
        }
    }

    /** Takes the step on pixels of four floats, the last of which is alpha. */
    void take(float[] rgba, int pixels) {
        switch (this) {
            case NONE -> {
            }
            case OPAQUE -> Premultiplication.opaque(rgba, pixels);
            case MULTIPLY -> Premultiplication.multiply(rgba, pixels);
            case DIVIDE -> Premultiplication.divide(rgba, pixels);
        }
    }
}
