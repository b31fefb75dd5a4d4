package io.github.spout4j.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;

/** What everything else is measured against. */
public class PlainCopy extends Timed {
    @Benchmark
    public void one(FrameMemory memory) {
        MemorySegment.copy(memory.source(), 0, memory.target, 0, memory.target.byteSize());
    }

    @Benchmark
    public void two(FrameMemory memory) {
        MemorySegment.copy(memory.source(), 0, memory.between, 0, memory.between.byteSize());
        MemorySegment.copy(memory.between, 0, memory.target, 0, memory.target.byteSize());
    }
}
