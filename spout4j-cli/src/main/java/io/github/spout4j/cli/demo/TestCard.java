package io.github.spout4j.cli.demo;

import io.github.spout4j.cli.FrameSize;
import java.util.Arrays;

/**
 * A moving test card: bars that go to the left, a ramp that goes to the right, a block that bounces, and the frame's
 * number. Every row of every frame differs from the frame before, so that a torn frame cannot go unseen.
 */
final class TestCard implements DemoPictures {
    private static final int[] BARS = {
            0xFFFFFFFF,
            0xFFFFFF00,
            0xFF00FFFF,
            0xFF00FF00,
            0xFFFF00FF,
            0xFFFF0000,
            0xFF0000FF,
            0xFF202020};
    private static final int BLOCK = 0xFFFF8000;
    private static final int PAPER = 0xFF000000;
    private static final int INK = 0xFFFFFFFF;

    private final FrameSize size;
    private final int width;
    private final int height;
    private final int[] bars;
    private final int[] ramp;
    private final int[] pixels;

    TestCard(FrameSize size) {
        this.size = size;
        this.width = size.width();
        this.height = size.height();
        this.bars = new int[2 * width];
        this.ramp = new int[2 * width];
        this.pixels = new int[Math.multiplyExact(width, height)];
        for (int x = 0; x < 2 * width; x++) {
            int column = x % width;
            bars[x] = BARS[(int) ((long) column * BARS.length / width)];
            int level = (int) (255L * column / Math.max(1, width - 1));
            ramp[x] = 0xFF000000 | level << 16 | (255 - level) << 8 | 0x80;
        }
    }

    @Override
    public FrameSize size() {
        return size;
    }

    @Override
    public int[] frame(long number) {
        int step = Math.max(1, width / 160);
        int offset = (int) (number % width * step % width);
        int barRows = height - height / 4;
        fillRows(0, barRows, bars, offset);
        fillRows(barRows, height, ramp, width - offset);
        int side = Math.max(1, Math.min(width, height) / 6);
        fill(bounce(number * 2 * step, width - side), bounce(number * step, barRows - side), side, side, BLOCK);
        write(Long.toString(number));
        return pixels;
    }

    private void fillRows(int from, int to, int[] strip, int offset) {
        for (int y = from; y < to; y++) {
            System.arraycopy(strip, offset, pixels, y * width, width);
        }
    }

    private static int bounce(long distance, int room) {
        if (room <= 0) {
            return 0;
        }
        int phase = (int) (distance % (2L * room));
        return phase <= room ? phase : 2 * room - phase;
    }

    private void write(String digits) {
        int dot = Math.max(1, height / 60);
        int left = 2 * dot;
        int top = 2 * dot;
        fill(left, top, (digits.length() * (DigitFont.WIDTH + 1) + 1) * dot, (DigitFont.HEIGHT + 2) * dot, PAPER);
        for (int i = 0; i < digits.length(); i++) {
            int x = left + (1 + i * (DigitFont.WIDTH + 1)) * dot;
            for (int row = 0; row < DigitFont.HEIGHT; row++) {
                for (int column = 0; column < DigitFont.WIDTH; column++) {
                    if (DigitFont.inked(digits.charAt(i), column, row)) {
                        fill(x + column * dot, top + (1 + row) * dot, dot, dot, INK);
                    }
                }
            }
        }
    }

    private void fill(int x, int y, int columns, int rows, int colour) {
        int from = Math.min(x, width);
        int to = Math.min(x + columns, width);
        for (int row = y; row < Math.min(y + rows, height); row++) {
            Arrays.fill(pixels, row * width + from, row * width + to, colour);
        }
    }
}
