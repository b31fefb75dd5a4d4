package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.PixelCopy;
import org.openjdk.jmh.annotations.Benchmark;

/** One frame copied from memory to memory. */
public class Pixels extends Timed {
    private final PixelCopy copy = new PixelCopy();

    @Benchmark
    public void flip(FrameMemory memory) {
        copy.copy(memory.source(), PixelLayout.RGBA, memory.target, PixelLayout.RGBA.flipped(), memory.width,
                memory.height);
    }

    @Benchmark
    public void convert(FrameMemory memory) {
        copy.copy(memory.source(), PixelLayout.RGBA, memory.target, PixelLayout.BGRA, memory.width, memory.height);
    }

    @Benchmark
    public void convertAndFlip(FrameMemory memory) {
        copy.copy(memory.source(), PixelLayout.RGBA, memory.target, PixelLayout.BGRA.flipped(), memory.width,
                memory.height);
    }

    @Benchmark
    public void intsToBgra(FrameMemory memory) {
        copy.copyArgb(memory.ints(), 0, memory.width, false, memory.target, PixelLayout.BGRA, memory.width,
                memory.height);
    }

    @Benchmark
    public void intsToRgba(FrameMemory memory) {
        copy.copyArgb(memory.ints(), 0, memory.width, false, memory.target, PixelLayout.RGBA, memory.width,
                memory.height);
    }

    @Benchmark
    public void opaqueIntsToRgba(FrameMemory memory) {
        copy.copyArgb(memory.ints(), 0, memory.width, true, memory.target, PixelLayout.RGBA, memory.width,
                memory.height);
    }

    @Benchmark
    public void rgbaToInts(FrameMemory memory) {
        copy.copyToArgb(memory.source(), PixelLayout.RGBA, memory.ints(), 0, memory.width, memory.width,
                memory.height);
    }
}
