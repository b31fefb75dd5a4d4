package io.github.spout4j;

import java.util.Optional;

/** How a pixel's bytes lie in memory, first byte first. The numbers are in docs/protocol.md, Formats. */
public enum PixelFormat {
    /** Red, green, blue, alpha; one byte each: DXGI_FORMAT_R8G8B8A8_UNORM. */
    RGBA8(28),
    /**
     * Blue, green, red, alpha; one byte each: DXGI_FORMAT_B8G8R8A8_UNORM. A Java {@code 0xAARRGGBB} int, as in
     * BufferedImage.TYPE_INT_ARGB, is this in memory.
     */
    BGRA8(87);

    private final int dxgiFormat;

    PixelFormat(int dxgiFormat) {
        this.dxgiFormat = dxgiFormat;
    }

    /** {@return the DXGI_FORMAT number that senders publish} */
    public int dxgiFormat() {
        return dxgiFormat;
    }

    /** {@return how many bytes one pixel takes} */
    public int bytesPerPixel() {
        return 4;
    }

    /**
     * Finds the format of a number.
     *
     * @param dxgiFormat a DXGI_FORMAT number
     * @return the format; empty where spout4j cannot read such pixels
     */
    public static Optional<PixelFormat> ofDxgiFormat(int dxgiFormat) {
        for (PixelFormat format : values()) {
            if (format.dxgiFormat == dxgiFormat) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
