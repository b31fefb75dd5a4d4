package io.github.spout4j.texture;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.transport.FrameShape;

/** The shape of users' textures as that of frames, made anew only where it is another one. One thread at a time. */
final class ForeignShape {
    private FrameShape last;
    private int lastFormat;

    /**
     * @param format a DXGI_FORMAT
     * @param plain  whether it has one mip level, slice and sample
     * @throws IllegalArgumentException where Spout's textures are others
     */
    FrameShape of(int width, int height, int format, boolean plain) {
        if (!plain) {
            throw new IllegalArgumentException(
                    "the texture has several mip levels, slices or samples; Spout's textures have one of each");
        }
        if (last == null || width != last.width() || height != last.height() || format != lastFormat) {
            last = new FrameShape(width, height,
                    PixelFormat.ofDxgiFormat(format).orElseThrow(() -> new IllegalArgumentException(
                            "the texture's DXGI_FORMAT " + format + " is none that Spout programs share")));
            lastFormat = format;
        }
        return last;
    }
}
