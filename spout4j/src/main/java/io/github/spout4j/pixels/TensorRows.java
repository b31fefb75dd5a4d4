package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.github.spout4j.TensorLayout;
import io.github.spout4j.TensorLayout.Channels;
import io.github.spout4j.TensorLayout.Element;
import io.github.spout4j.TensorLayout.Order;
import java.lang.foreign.MemorySegment;

/** Rows of a tensor in memory. One thread at a time. */
final class TensorRows implements PlanarRows {
    private static final int COLOURS = 3;
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    private final TensorLayout layout;
    private final boolean mixesGray;
    private final int width;
    private final Channels channels;
    private final float[] numbers;
    private final short[] halves;
    private MemorySegment memory;

    /** @param mixesGray whether gray is mixed of three colours; else it is red */
    TensorRows(TensorLayout layout, boolean mixesGray) {
        this.layout = layout;
        this.mixesGray = mixesGray;
        width = layout.width();
        channels = layout.channels();
        int together = layout.order() == Order.NHWC ? width * channels.count() : width;
        numbers = new float[together];
        halves = new short[layout.element() == Element.FLOAT16 ? together : 0];
    }

    /** Memory that is large enough, until {@link #hide}. */
    void show(MemorySegment newMemory) {
        memory = newMemory;
    }

    void hide() {
        memory = null;
    }

    @Override
    public void write(float[][] planes, int y) {
        if (channels == Channels.GRAY && mixesGray) {
            mix(planes[0], planes[1], planes[2], width);
        }
        if (layout.order() == Order.NHWC) {
            writeTogether(planes, at(0, y));
            return;
        }
        for (int place = 0; place < channels.count(); place++) {
            store(planes[channels.at(place)], at(place, y));
        }
    }

    @Override
    public void read(int y, float[][] planes) {
        if (layout.order() == Order.NHWC) {
            load(at(0, y), numbers);
            part(planes);
        } else {
            for (int place = 0; place < channels.count(); place++) {
                load(at(place, y), planes[channels.at(place)]);
            }
        }
        if (channels == Channels.GRAY) {
            System.arraycopy(planes[0], 0, planes[1], 0, width);
            System.arraycopy(planes[0], 0, planes[2], 0, width);
        }
    }

    private void writeTogether(float[][] planes, long to) {
        if (channels.count() == COLOURS && layout.element() == Element.FLOAT32 && memory.isNative()) {
            joinToNative(planes[channels.at(0)], planes[1], planes[channels.at(2)], memory, to, width);
        } else {
            join(planes);
            store(numbers, to);
        }
    }

    /** Where a row begins: of one channel, or of all together. */
    private long at(int place, int y) {
        int row = layout.flip() ? layout.height() - 1 - y : y;
        long rows = layout.order() == Order.NCHW ? (long) place * layout.height() + row : row;
        return rows * numbers.length * layout.element().bytes();
    }

    private static void mix(float[] red, float[] green, float[] blue, int count) {
        for (int i = 0; i < count; i++) {
            red[i] = (float) (RED * red[i] + GREEN * green[i] + BLUE * blue[i]);
        }
    }

    private void store(float[] source, long to) {
        int count = numbers.length;
        if (layout.element() == Element.FLOAT32) {
            MemorySegment.copy(source, 0, memory, JAVA_FLOAT_UNALIGNED, to, count);
        } else {
            toHalves(source, halves, count);
            MemorySegment.copy(halves, 0, memory, JAVA_SHORT_UNALIGNED, to, count);
        }
    }

    private void load(long from, float[] target) {
        int count = numbers.length;
        if (layout.element() == Element.FLOAT32) {
            MemorySegment.copy(memory, JAVA_FLOAT_UNALIGNED, from, target, 0, count);
        } else {
            MemorySegment.copy(memory, JAVA_SHORT_UNALIGNED, from, halves, 0, count);
            toFloats(halves, target, count);
        }
    }

    private static void toHalves(float[] numbers, short[] halves, int count) {
        for (int i = 0; i < count; i++) {
            halves[i] = Float.floatToFloat16(numbers[i]);
        }
    }

    private static void toFloats(short[] halves, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = Float.float16ToFloat(halves[i]);
        }
    }

    private void join(float[][] planes) {
        if (channels.count() == COLOURS) {
            join(planes[channels.at(0)], planes[1], planes[channels.at(2)], numbers, width);
            return;
        }
        for (int place = 0; place < channels.count(); place++) {
            join(planes[channels.at(place)], numbers, place, channels.count(), width);
        }
    }

    private static void join(float[] first, float[] second, float[] third, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[COLOURS * i] = first[i];
            numbers[COLOURS * i + 1] = second[i];
            numbers[COLOURS * i + 2] = third[i];
        }
    }

    /** Straight to memory, since stores are what takes time; always native, as {@link Swizzle} says. */
    private static void joinToNative(float[] first, float[] second, float[] third, MemorySegment target, long to,
            int count) {
        for (int i = 0; i < count; i++) {
            long at = to + (long) COLOURS * Float.BYTES * i;
            target.set(JAVA_FLOAT_UNALIGNED, at, first[i]);
            target.set(JAVA_FLOAT_UNALIGNED, at + Float.BYTES, second[i]);
            target.set(JAVA_FLOAT_UNALIGNED, at + 2 * Float.BYTES, third[i]);
        }
    }

    private static void join(float[] plane, float[] numbers, int place, int channels, int count) {
        for (int i = 0; i < count; i++) {
            numbers[channels * i + place] = plane[i];
        }
    }

    private void part(float[][] planes) {
        if (channels.count() == COLOURS) {
            part(numbers, planes[channels.at(0)], planes[1], planes[channels.at(2)], width);
            return;
        }
        for (int place = 0; place < channels.count(); place++) {
            part(numbers, place, channels.count(), planes[channels.at(place)], width);
        }
    }

    private static void part(float[] numbers, float[] first, float[] second, float[] third, int count) {
        for (int i = 0; i < count; i++) {
            first[i] = numbers[COLOURS * i];
            second[i] = numbers[COLOURS * i + 1];
            third[i] = numbers[COLOURS * i + 2];
        }
    }

    private static void part(float[] numbers, int place, int channels, float[] plane, int count) {
        for (int i = 0; i < count; i++) {
            plane[i] = numbers[channels * i + place];
        }
    }
}
