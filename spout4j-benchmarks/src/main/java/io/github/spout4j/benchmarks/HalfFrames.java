package io.github.spout4j.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Frames of half floats from 0 to 1, as large as those of {@link FrameMemory}; they take turns as those do. */
@State(Scope.Thread)
public class HalfFrames {
    private static final int SOURCE_BYTES = 128 << 20;

    private MemorySegment target;
    private Arena arena;
    private MemorySegment[] sources;
    private int turn;

    @Setup
    public void allocate(FrameMemory frames) {
        arena = Arena.ofShared();
        long numbers = 4L * frames.width * frames.height;
        target = arena.allocate(numbers * Short.BYTES, 64);
        for (long i = 0; i < numbers; i++) {
            target.setAtIndex(ValueLayout.JAVA_SHORT, i, Float.floatToFloat16(i * 7919 % 10007 / 10007f));
        }
        sources = new MemorySegment[Math.ceilDiv(SOURCE_BYTES, (int) target.byteSize())];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = arena.allocate(target.byteSize(), 64).copyFrom(target);
        }
    }

    @TearDown
    public void free() {
        arena.close();
    }

    void copyOnce() {
        MemorySegment.copy(source(), 0, target, 0, target.byteSize());
    }

    MemorySegment source() {
        turn = (turn + 1) % sources.length;
        return sources[turn];
    }
}
