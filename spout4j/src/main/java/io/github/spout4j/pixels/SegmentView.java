package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.PixelView;
import java.lang.foreign.MemorySegment;

/** A view that is used again and again: it has pixels between {@link #show} and {@link #close}. One thread at a time. */
public final class SegmentView implements PixelView {
    private static final int CHANNELS = 4;

    private final Encoding[] encodings = new Encoding[CHANNELS];
    private MemorySegment memory;
    private PixelLayout layout;
    private PixelFormat format;
    private long rowPitch;
    private int width;
    private int height;

    /**
     * Shows pixels from now on.
     *
     * @throws IllegalArgumentException where the memory is too small for them
     */
    public void show(MemorySegment pixels, PixelLayout newLayout, int newWidth, int newHeight) {
        Bounds.checkSize(newWidth, newHeight);
        Bounds.checkSource(pixels, newLayout, newWidth, newHeight);
        layout = newLayout;
        if (format != newLayout.format()) {
            format = newLayout.format();
            for (int channel = 0; channel < CHANNELS; channel++) {
                encodings[channel] = Encoding.of(format, channel);
            }
        }
        rowPitch = newLayout.rowPitchFor(newWidth);
        width = newWidth;
        height = newHeight;
        memory = pixels;
    }

    /** Takes the pixels away. */
    public void close() {
        memory = null;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public PixelFormat format() {
        return format;
    }

    @Override
    public float get(int x, int y, int channel) {
        int bits = bits(x, y, channel);
        return encodings[channel].number(bits);
    }

    @Override
    public void set(int x, int y, int channel, float number) {
        checkChannel(channel);
        bits(x, y, channel, encodings[channel].bits(number));
    }

    @Override
    public int bits(int x, int y, int channel) {
        long at = at(x, y, channel);
        int shift = format.shift(channel);
        int bits = format.bits(channel);
        return switch (bits) {
            case 0 -> 0;
            case Byte.SIZE -> memory.get(JAVA_BYTE, at + shift / Byte.SIZE) & 0xFF;
            case Short.SIZE -> memory.get(PixelCopy.SHORT, at + shift / Byte.SIZE) & 0xFFFF;
            case Integer.SIZE -> memory.get(PixelCopy.PIXEL, at + shift / Byte.SIZE);
            default -> memory.get(PixelCopy.PIXEL, at) >>> shift & (1 << bits) - 1;
        };
    }

    @Override
    public void bits(int x, int y, int channel, int number) {
        long at = at(x, y, channel);
        if (memory.isReadOnly()) {
            throw new UnsupportedOperationException("the frame is read-only; copy it to write in it");
        }
        int shift = format.shift(channel);
        int bits = format.bits(channel);
        switch (bits) {
            case 0 -> {
            }
            case Byte.SIZE -> memory.set(JAVA_BYTE, at + shift / Byte.SIZE, (byte) number);
            case Short.SIZE -> memory.set(PixelCopy.SHORT, at + shift / Byte.SIZE, (short) number);
            case Integer.SIZE -> memory.set(PixelCopy.PIXEL, at + shift / Byte.SIZE, number);
            default -> {
                int mask = (1 << bits) - 1 << shift;
                memory.set(PixelCopy.PIXEL, at, memory.get(PixelCopy.PIXEL, at) & ~mask | number << shift & mask);
            }
        }
    }

    private long at(int x, int y, int channel) {
        if (memory == null) {
            throw new IllegalStateException("the frame is closed");
        }
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException(
                    "there is no pixel (" + x + ", " + y + ") in " + width + " × " + height);
        }
        checkChannel(channel);
        return (layout.flip() ? height - 1 - y : y) * rowPitch + (long) x * format.bytesPerPixel();
    }

    private static void checkChannel(int channel) {
        if (channel < 0 || channel >= CHANNELS) {
            throw new IndexOutOfBoundsException(
                    "there is no channel " + channel + "; they are 0 (red) to 3 (alpha)");
        }
    }
}
