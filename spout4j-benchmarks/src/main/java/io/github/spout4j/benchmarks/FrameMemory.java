package io.github.spout4j.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Frames in native memory and in int arrays. Sources take turns: together they are larger than processor caches, as
 * frames that somebody has just drawn are.
 */
@State(Scope.Thread)
public class FrameMemory {
    private static final int SOURCE_BYTES = 128 << 20;

    @Param({"1920x1080", "3840x2160"})
    public String size;

    int width;
    int height;
    MemorySegment target;
    int[] intsTarget;
    private MemorySegment between;
    private Arena arena;
    private MemorySegment[] sources;
    private int[][] ints;
    private int turn;

    @Setup
    public void allocate() {
        String[] numbers = size.split("x");
        width = Integer.parseInt(numbers[0]);
        height = Integer.parseInt(numbers[1]);
        arena = Arena.ofShared();
        target = frame();
        between = frame();
        intsTarget = new int[width * height];
        int count = Math.ceilDiv(SOURCE_BYTES, 4 * width * height);
        sources = new MemorySegment[count];
        ints = new int[count][];
        for (int i = 0; i < count; i++) {
            sources[i] = frame();
            ints[i] = new int[width * height];
            Arrays.setAll(ints[i], pixel -> pixel * 0x9E3779B9);
        }
    }

    private MemorySegment frame() {
        return arena.allocate(4L * width * height, 64).fill((byte) 0x5A);
    }

    @TearDown
    public void free() {
        arena.close();
    }

    void copyOnce() {
        MemorySegment.copy(source(), 0, target, 0, target.byteSize());
    }

    void copyTwice() {
        MemorySegment.copy(source(), 0, between, 0, between.byteSize());
        MemorySegment.copy(between, 0, target, 0, target.byteSize());
    }

    MemorySegment source() {
        turn = (turn + 1) % sources.length;
        return sources[turn];
    }

    int[] ints() {
        turn = (turn + 1) % ints.length;
        return ints[turn];
    }
}
