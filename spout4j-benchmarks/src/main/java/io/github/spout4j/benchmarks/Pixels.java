package io.github.spout4j.benchmarks;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.PixelCopy;
import org.openjdk.jmh.annotations.Benchmark;

/** One frame copied from memory to memory. */
public class Pixels extends Timed {
    private static final PixelLayout FLIPPED_RGBA = PixelLayout.RGBA.flipped();
    private static final PixelLayout FLIPPED_BGRA = PixelLayout.BGRA.flipped();

    private static final PixelLayout PREMULTIPLIED_RGBA = PixelLayout.RGBA.alpha(Alpha.PREMULTIPLIED);
    private static final PixelLayout TEN_BITS = PixelLayout.of(PixelFormat.RGB10A2);
    private static final PixelLayout HALVES = PixelLayout.of(PixelFormat.RGBA16F);

    private final PixelCopy copy = new PixelCopy();

    @Benchmark
    public void copy(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> toTarget(memory, PixelLayout.RGBA));
    }

    @Benchmark
    public void flip(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> toTarget(memory, FLIPPED_RGBA));
    }

    @Benchmark
    public void convert(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> toTarget(memory, PixelLayout.BGRA));
    }

    @Benchmark
    public void convertAndFlip(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> toTarget(memory, FLIPPED_BGRA));
    }

    private void toTarget(FrameMemory memory, PixelLayout layout) {
        copy.copy(memory.source(), PixelLayout.RGBA, memory.target, layout, memory.width, memory.height);
    }

    @Benchmark
    public void tenBitsToRgba(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> copy.copy(memory.source(), TEN_BITS, memory.target, PixelLayout.RGBA,
                memory.width, memory.height));
    }

    @Benchmark
    public void halvesToRgba(FrameMemory memory, HalfFrames halves, Against against) {
        against.plainCopyOfHalves(halves, () -> halvesToTarget(memory, halves, PixelLayout.RGBA));
    }

    @Benchmark
    public void halvesToBgra(FrameMemory memory, HalfFrames halves, Against against) {
        against.plainCopyOfHalves(halves, () -> halvesToTarget(memory, halves, PixelLayout.BGRA));
    }

    private void halvesToTarget(FrameMemory memory, HalfFrames halves, PixelLayout layout) {
        copy.copy(halves.source(), HALVES, memory.target, layout, memory.width, memory.height);
    }

    @Benchmark
    public void intsToBgra(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> intsToTarget(memory, Alpha.STRAIGHT, PixelLayout.BGRA));
    }

    @Benchmark
    public void intsToRgba(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> intsToTarget(memory, Alpha.STRAIGHT, PixelLayout.RGBA));
    }

    @Benchmark
    public void opaqueIntsToRgba(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> intsToTarget(memory, Alpha.OPAQUE, PixelLayout.RGBA));
    }

    @Benchmark
    public void straightToPremultiplied(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> toTarget(memory, PREMULTIPLIED_RGBA));
    }

    @Benchmark
    public void premultipliedToStraight(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> copy.copy(memory.source(), PREMULTIPLIED_RGBA, memory.target, PixelLayout.RGBA,
                memory.width, memory.height));
    }

    private void intsToTarget(FrameMemory memory, Alpha alpha, PixelLayout layout) {
        copy.copyArgb(memory.ints(), 0, memory.width, alpha, memory.target, layout, memory.width, memory.height);
    }

    @Benchmark
    public void rgbaToInts(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> copy.copyToArgb(memory.source(), PixelLayout.RGBA, memory.intsTarget, 0,
                memory.width, memory.width, memory.height));
    }
}
