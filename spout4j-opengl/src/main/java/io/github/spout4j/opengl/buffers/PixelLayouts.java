package io.github.spout4j.opengl.buffers;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.opengl.pixels.GlPixels;
import java.util.Arrays;

/** How pixels lie in buffers: rows without gaps, OpenGL's lowest first. Always the same objects. */
public final class PixelLayouts {
    private final PixelLayout[] layouts;

    /**
     * @param flip  whether OpenGL's lowest row is a frame's lowest
     * @param alpha what OpenGL's colours carry
     */
    public PixelLayouts(boolean flip, Alpha alpha) {
        layouts = Arrays.stream(GlPixels.values()).map(pixels -> new PixelLayout(pixels.format(), 0, flip, alpha))
                .toArray(PixelLayout[]::new);
    }

    PixelLayout of(GlPixels pixels) {
        return layouts[pixels.ordinal()];
    }
}
