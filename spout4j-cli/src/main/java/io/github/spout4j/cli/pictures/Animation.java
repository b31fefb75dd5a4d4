package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.pictures.Patch.Disposal;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.Arrays;

/** A source's pictures, each whole: an animation's own frames are patches that are drawn over what was there before. */
final class Animation {
    private static final double FASTEST_MILLISECONDS = 11;
    private static final double USUAL_MILLISECONDS = 100;
    private static final int OPAQUE = 0xFF;

    private final PictureSource source;
    private final Depth depth;
    private final FrameSize size;
    private final Orientation orientation;
    private int[] canvas;

    Animation(PictureSource source, Depth depth) throws IOException {
        this.source = source;
        this.depth = depth;
        this.size = source.size();
        this.orientation = source.orientation();
    }

    boolean hasNext() {
        return source.hasNext();
    }

    Picture next() throws IOException {
        Patch patch = source.next();
        boolean whole = patch.image().getWidth() == size.width() && patch.image().getHeight() == size.height();
        BufferedImage shown = whole && !source.animated() ? patch.image() : compose(patch);
        return Picture.of(orientation.turn(shown), depth, source.animated() ? fps(patch) : 0);
    }

    private BufferedImage compose(Patch patch) {
        BufferedImage image = Picture.of(patch.image(), Depth.EIGHT, 0).image();
        if (canvas == null) {
            canvas = new int[size.width() * size.height()];
        }
        BufferedImage shown = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) shown.getRaster().getDataBuffer()).getData();
        System.arraycopy(canvas, 0, pixels, 0, pixels.length);
        draw(image, patch, pixels);
        if (patch.afterwards() != Disposal.GIVES_BACK) {
            System.arraycopy(pixels, 0, canvas, 0, pixels.length);
        }
        if (patch.afterwards() == Disposal.IS_CLEARED) {
            clear(patch);
        }
        return shown;
    }

    private void draw(BufferedImage image, Patch patch, int[] pixels) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < visibleHeight(patch); y++) {
            image.getRaster().getDataElements(0, y, row.length, 1, row);
            int to = (patch.y() + y) * size.width() + patch.x();
            for (int x = 0; x < visibleWidth(patch); x++) {
                pixels[to + x] = patch.over() ? over(row[x], pixels[to + x]) : row[x];
            }
        }
    }

    private void clear(Patch patch) {
        for (int y = 0; y < visibleHeight(patch); y++) {
            int from = (patch.y() + y) * size.width() + patch.x();
            Arrays.fill(canvas, from, from + visibleWidth(patch), 0);
        }
    }

    /** A GIF's patches may reach beyond its edges. */
    private int visibleWidth(Patch patch) {
        return Math.clamp(size.width() - patch.x(), 0, patch.image().getWidth());
    }

    private int visibleHeight(Patch patch) {
        return Math.clamp(size.height() - patch.y(), 0, patch.image().getHeight());
    }

    /** One pixel over another, {@code 0xAARRGGBB}, as PNG's specification mixes them. */
    private static int over(int front, int back) {
        int frontAlpha = front >>> 24;
        int backAlpha = back >>> 24;
        if (frontAlpha == 0) {
            return back;
        }
        if (frontAlpha == OPAQUE || backAlpha == 0) {
            return front;
        }
        int frontShare = frontAlpha * OPAQUE;
        int backShare = (OPAQUE - frontAlpha) * backAlpha;
        int shares = frontShare + backShare;
        int mixed = (shares + OPAQUE / 2) / OPAQUE << 24;
        for (int shift = 0; shift <= 16; shift += Byte.SIZE) {
            int sum = (front >>> shift & OPAQUE) * frontShare + (back >>> shift & OPAQUE) * backShare;
            mixed |= (sum + shares / 2) / shares << shift;
        }
        return mixed;
    }

    /** As browsers do: who asks for no time, or for less than a screen shows, gets the usual one. */
    private static double fps(Patch patch) {
        return 1000 / (patch.milliseconds() < FASTEST_MILLISECONDS ? USUAL_MILLISECONDS : patch.milliseconds());
    }
}
