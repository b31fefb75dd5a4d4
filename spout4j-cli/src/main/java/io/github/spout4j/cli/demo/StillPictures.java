package io.github.spout4j.cli.demo;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;

/** The same picture in every frame. */
final class StillPictures implements DemoPictures {
    private final FrameSize size;
    private final int[] pixels;

    StillPictures(BufferedImage image) {
        this.size = new FrameSize(image.getWidth(), image.getHeight());
        this.pixels = image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
    }

    @Override
    public FrameSize size() {
        return size;
    }

    @Override
    public int[] frame(long number) {
        return pixels;
    }
}
