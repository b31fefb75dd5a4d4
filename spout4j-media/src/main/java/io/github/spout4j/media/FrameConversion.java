package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.TensorLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/** Makes frames what a pipe takes: of its format, its size, and without gaps between rows. Of one thread. */
final class FrameConversion implements AutoCloseable {
    private static final int CHANNELS = 4;

    private final PipeFormat format;
    private final int width;
    private final int height;
    private final Arena arena = Arena.ofShared();
    private MemorySegment pixels;
    private ByteBuffer bytes;
    private MemorySegment numbers;

    FrameConversion(PipeFormat format, int width, int height) {
        this.format = format;
        this.width = width;
        this.height = height;
    }

    /** Whether the frame's memory is just what the pipe takes. */
    boolean isNeeded(SpoutFrame frame) {
        return frame.format() != format.format() || frame.width() != width || frame.height() != height
                || frame.rowPitch() != format.layout().rowPitchFor(width);
    }

    /** The frame's pixels, in memory of this object, until the next call. */
    ByteBuffer of(SpoutFrame frame) {
        if (pixels == null) {
            pixels = arena.allocate(bytes(), Long.BYTES);
            bytes = pixels.asByteBuffer();
        }
        copy(frame, pixels);
        return bytes.clear();
    }

    /** How many bytes the pipe takes a frame. */
    long bytes() {
        return format.layout().bytesFor(width, height);
    }

    /** Writes the frame's pixels, as the pipe takes them, to memory of {@link #bytes} bytes. */
    void copy(SpoutFrame frame, MemorySegment target) {
        if (frame.width() == width && frame.height() == height) {
            frame.copyTo(target, format.layout());
        } else {
            scale(frame, target);
        }
    }

    private void scale(SpoutFrame frame, MemorySegment target) {
        boolean smaller = (long) width * height < (long) frame.width() * frame.height();
        TensorLayout layout = TensorLayout.of(width, height).order(TensorLayout.Order.NHWC)
                .channels(red() == 0 ? TensorLayout.Channels.RGBA : TensorLayout.Channels.BGRA)
                .resizing(smaller ? TensorLayout.Resizing.AREA : TensorLayout.Resizing.BILINEAR);
        if (numbers == null) {
            numbers = arena.allocate(layout.bytes(), Long.BYTES);
        }
        frame.copyTo(numbers, layout);
        int channels = format.format() == PixelFormat.BGRX8 ? CHANNELS : format.format().channels();
        boolean wide = PipeFormat.isWide(format.format());
        float largest = wide ? 0xFFFF : 0xFF;
        long count = (long) width * height;
        for (long pixel = 0; pixel < count; pixel++) {
            for (int channel = 0; channel < channels; channel++) {
                float number = numbers.getAtIndex(ValueLayout.JAVA_FLOAT, pixel * CHANNELS + channel);
                int whole = Math.round(Math.clamp(number, 0f, 1f) * largest);
                if (wide) {
                    target.setAtIndex(ValueLayout.JAVA_SHORT, pixel * channels + channel, (short) whole);
                } else {
                    target.set(ValueLayout.JAVA_BYTE, pixel * channels + channel, (byte) whole);
                }
            }
        }
    }

    private int red() {
        return format.format().shift(0);
    }

    @Override
    public void close() {
        arena.close();
    }
}
