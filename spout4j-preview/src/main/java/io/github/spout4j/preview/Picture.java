package io.github.spout4j.preview;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** What the canvas paints: all its device pixels, and what they show. Used again for others. */
final class Picture {
    private BufferedImage image;
    private int[] pixels;
    private Viewport viewport;
    private long arrived;
    private final PixelReading reading = new PixelReading();

    /** Makes it as large as a canvas. */
    void size(int width, int height) {
        if (image == null || image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        }
    }

    /** @param newViewport null where there is no frame */
    void shows(Viewport newViewport, long newArrived) {
        viewport = newViewport;
        arrived = newArrived;
    }

    /** Null before the first. */
    BufferedImage image() {
        return image;
    }

    int[] pixels() {
        return pixels;
    }

    /** Where the frame is on it; null where there is none. */
    Viewport viewport() {
        return viewport;
    }

    /** When the frame came, by System.nanoTime; 0 where it was painted before. */
    long arrived() {
        return arrived;
    }

    PixelReading reading() {
        return reading;
    }
}
