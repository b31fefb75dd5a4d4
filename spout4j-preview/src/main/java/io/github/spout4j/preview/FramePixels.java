package io.github.spout4j.preview;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import java.lang.foreign.MemorySegment;

/** A frame's pixels as they are painted: {@code 0xAARRGGBB}, colours multiplied by alpha. The array is used again. */
final class FramePixels {
    private static final int OPAQUE = 0xFF000000;
    private static final int BYTE = 0xFF;
    private static final int GRAY = 0x010101;

    private int[] argb = {};
    private MemorySegment memory;
    private int width;
    private int height;

    /**
     * Converts a frame; numbers that 8 bits do not hold become the nearest that they do.
     *
     * @param premultiplied whether the sender's colours are multiplied by alpha
     */
    void read(SpoutFrame frame, AlphaView alphaView, boolean premultiplied) {
        width = frame.width();
        height = frame.height();
        int count = Math.multiplyExact(width, height);
        if (argb.length < count || argb.length / 4 > count) {
            argb = new int[count];
            memory = MemorySegment.ofArray(argb);
        }
        frame.copyTo(memory, PixelLayout.BGRA.alpha(switch (alphaView) {
            case CHECKERBOARD -> premultiplied ? Alpha.STRAIGHT : Alpha.PREMULTIPLIED;
            case ALPHA -> Alpha.STRAIGHT;
            case OPAQUE -> Alpha.OPAQUE;
        }));
        if (alphaView == AlphaView.ALPHA) {
            showAlpha(count);
        } else if (frame.format().channels() == 1) {
            showRed(count);
        }
    }

    private void showAlpha(int count) {
        for (int i = 0; i < count; i++) {
            argb[i] = OPAQUE | (argb[i] >>> 24) * GRAY;
        }
    }

    /** One channel is gray, as in the PNG files that are made of it. */
    private void showRed(int count) {
        for (int i = 0; i < count; i++) {
            argb[i] = OPAQUE | (argb[i] >>> 16 & BYTE) * GRAY;
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels, top row first, without gaps. */
    int[] argb() {
        return argb;
    }
}
