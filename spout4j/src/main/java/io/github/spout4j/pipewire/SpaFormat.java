package io.github.spout4j.pipewire;

import io.github.spout4j.PixelFormat;
import java.util.Optional;

/**
 * Formats of raw frames that lie in memory as ours do: PipeWire's own (SPA_VIDEO_FORMAT_…, spa/param/video/raw.h), and beside them numbers of
 * ours for formats that it does not have, which programs other than spout4j pass over.
 */
public enum SpaFormat {
    RGBA(11, PixelFormat.RGBA8), BGRA(12, PixelFormat.BGRA8), BGRX(8, PixelFormat.BGRX8),
    RGBA_F16(78, PixelFormat.RGBA16F), RGBA_F32(79, PixelFormat.RGBA32F),
    /** Red the lowest bits, as in RGB10A2. */
    ABGR_210LE(85, PixelFormat.RGB10A2), GRAY8(25, PixelFormat.R8), GRAY16_LE(27, PixelFormat.R16),
    RGBA_SRGB(PixelFormat.RGBA8_SRGB), BGRA_SRGB(PixelFormat.BGRA8_SRGB), RGBA_SNORM(PixelFormat.RGBA8_SNORM),
    RGBA_16(PixelFormat.RGBA16), RGBA_16_SNORM(PixelFormat.RGBA16_SNORM), RGB_F11(PixelFormat.R11G11B10F),
    RG(PixelFormat.RG8), RG_16(PixelFormat.RG16), R_F16(PixelFormat.R16F), RG_F16(PixelFormat.RG16F),
    R_F32(PixelFormat.R32F), RG_F32(PixelFormat.RG32F);

    /** Beyond all numbers of PipeWire; behind it the DXGI_FORMAT. */
    private static final int OURS = 0x53500000;

    private final int number;
    private final PixelFormat pixels;

    SpaFormat(PixelFormat pixels) {
        this(OURS | pixels.dxgiFormat(), pixels);
    }

    SpaFormat(int number, PixelFormat pixels) {
        this.number = number;
        this.pixels = pixels;
    }

    /** As programs tell it. */
    public int number() {
        return number;
    }

    /** How pixels lie in memory. */
    public PixelFormat pixels() {
        return pixels;
    }

    /** That of a number; empty where it is none of these. */
    public static Optional<SpaFormat> of(int number) {
        for (SpaFormat format : values()) {
            if (format.number == number) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** That of pixels. */
    public static SpaFormat of(PixelFormat pixels) {
        for (SpaFormat format : values()) {
            if (format.pixels == pixels) {
                return format;
            }
        }
        throw new IllegalStateException(pixels + " has no number");
    }
}
