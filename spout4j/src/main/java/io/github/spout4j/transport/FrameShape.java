package io.github.spout4j.transport;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/** A frame's size in pixels and its format. */
public record FrameShape(int width, int height, PixelFormat format) {
    /** The longest side that Direct3D 11 textures, and so Spout, can have. */
    public static final int MAXIMUM_SIDE = 16384;

    /** @throws IllegalArgumentException where a side is below 1 or above {@value #MAXIMUM_SIDE} */
    public FrameShape {
        if (width < 1 || height < 1 || width > MAXIMUM_SIDE || height > MAXIMUM_SIDE) {
            throw new IllegalArgumentException(
                    "the size is " + width + " × " + height + " pixels; each side must be 1 to " + MAXIMUM_SIDE);
        }
    }

    /** Bytes of one row without a gap. */
    public long rowBytes() {
        return (long) width * format.bytesPerPixel();
    }

    /** Rows without gaps, top row first. */
    public PixelLayout layout() {
        return PixelLayout.of(format);
    }

    /** Bytes of all pixels without gaps. */
    public long bytes() {
        return rowBytes() * height;
    }
}
