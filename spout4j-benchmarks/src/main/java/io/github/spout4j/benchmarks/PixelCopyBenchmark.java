package io.github.spout4j.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.PixelCopy;

/** Copies of a whole frame against {@link #plainCopy} of the same bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class PixelCopyBenchmark {
    @Param({"1920x1080", "3840x2160"})
    public String size;

    private final PixelCopy copy = new PixelCopy();
    private Arena arena;
    private int width;
    private int height;
    private MemorySegment source;
    private MemorySegment target;
    private int[] ints;

    @Setup
    public void allocate() {
        String[] numbers = size.split("x");
        width = Integer.parseInt(numbers[0]);
        height = Integer.parseInt(numbers[1]);
        arena = Arena.ofShared();
        source = arena.allocate(4L * width * height, 64).fill((byte) 0x5A);
        target = arena.allocate(4L * width * height, 64).fill((byte) 0xA5);
        ints = new int[width * height];
        Arrays.fill(ints, 0x12345678);
    }

    @TearDown
    public void free() {
        arena.close();
    }

    @Benchmark
    public void plainCopy() {
        MemorySegment.copy(source, 0, target, 0, source.byteSize());
    }

    @Benchmark
    public void same() {
        copy.copy(source, PixelLayout.RGBA, target, PixelLayout.RGBA, width, height);
    }

    @Benchmark
    public void flip() {
        copy.copy(source, PixelLayout.RGBA, target, PixelLayout.RGBA.flipped(), width, height);
    }

    @Benchmark
    public void convert() {
        copy.copy(source, PixelLayout.RGBA, target, PixelLayout.BGRA, width, height);
    }

    @Benchmark
    public void convertAndFlip() {
        copy.copy(source, PixelLayout.RGBA, target, PixelLayout.BGRA.flipped(), width, height);
    }

    @Benchmark
    public void intsToBgra() {
        copy.copyArgb(ints, 0, width, false, target, PixelLayout.BGRA, width, height);
    }

    @Benchmark
    public void intsToRgba() {
        copy.copyArgb(ints, 0, width, false, target, PixelLayout.RGBA, width, height);
    }

    @Benchmark
    public void opaqueIntsToBgra() {
        copy.copyArgb(ints, 0, width, true, target, PixelLayout.BGRA, width, height);
    }

    @Benchmark
    public void rgbaToInts() {
        copy.copyToArgb(source, PixelLayout.RGBA, ints, 0, width, width, height);
    }
}
