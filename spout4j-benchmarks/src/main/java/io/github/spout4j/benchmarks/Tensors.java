package io.github.spout4j.benchmarks;

import io.github.spout4j.Normalisation;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.TensorLayout.Element;
import io.github.spout4j.TensorLayout.Order;
import io.github.spout4j.TensorLayout.Resizing;
import io.github.spout4j.pixels.TensorCopy;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A BGRA8 frame as a tensor, and back, against plain copies of the frame's bytes and of the tensor's. */
public class Tensors extends Timed {
    private static final int SIDE = 640;

    private final TensorCopy copy = new TensorCopy();
    private Arena arena;
    private TensorLayout floats;
    private TensorLayout together;
    private TensorLayout halves;
    private MemorySegment tensor;
    private MemorySegment other;

    @Setup
    public void allocate(FrameMemory memory) {
        floats = TensorLayout.of(memory.width, memory.height).normalisation(Normalisation.IMAGENET);
        together = floats.order(Order.NHWC);
        halves = floats.element(Element.FLOAT16);
        arena = Arena.ofShared();
        tensor = arena.allocate(floats.bytes(), 64).fill((byte) 0);
        other = arena.allocate(floats.bytes(), 64).fill((byte) 0);
    }

    @TearDown
    public void free() {
        arena.close();
    }

    @Benchmark
    public void toFloats(FrameMemory memory, Against against) {
        toTensor(memory, against, floats);
    }

    @Benchmark
    public void toFloatsTogether(FrameMemory memory, Against against) {
        toTensor(memory, against, together);
    }

    @Benchmark
    public void toHalves(FrameMemory memory, Against against) {
        toTensor(memory, against, halves);
    }

    @Benchmark
    public void toHalvesTogether(FrameMemory memory, Against against) {
        toTensor(memory, against, halves.order(Order.NHWC));
    }

    @Benchmark
    public void toSmallerByArea(FrameMemory memory, Against against) {
        toTensor(memory, against, floats.size(SIDE, SIDE));
    }

    @Benchmark
    public void toSmallerBilinear(FrameMemory memory, Against against) {
        toTensor(memory, against, floats.size(SIDE, SIDE).resizing(Resizing.BILINEAR));
    }

    private void toTensor(FrameMemory memory, Against against, TensorLayout layout) {
        against.time(() -> {
            memory.copyOnce();
            MemorySegment.copy(other, 0, tensor, 0, layout.bytes());
        }, () -> copy.toTensor(memory.source(), PixelLayout.BGRA, memory.width, memory.height, tensor, layout));
    }

    @Benchmark
    public void fromFloats(FrameMemory memory, Against against) {
        toPixels(memory, against, floats);
    }

    @Benchmark
    public void fromFloatsTogether(FrameMemory memory, Against against) {
        toPixels(memory, against, together);
    }

    @Benchmark
    public void fromHalves(FrameMemory memory, Against against) {
        toPixels(memory, against, halves);
    }

    @Benchmark
    public void fromHalvesTogether(FrameMemory memory, Against against) {
        toPixels(memory, against, halves.order(Order.NHWC));
    }

    @Benchmark
    public void fromSmallerBilinear(FrameMemory memory, Against against) {
        toPixels(memory, against, floats.size(SIDE, SIDE).resizing(Resizing.BILINEAR));
    }

    private void toPixels(FrameMemory memory, Against against, TensorLayout layout) {
        against.time(() -> {
            MemorySegment.copy(tensor, 0, other, 0, layout.bytes());
            memory.copyOnce();
        }, () -> copy.toPixels(tensor, layout, memory.target, PixelLayout.BGRA, memory.width, memory.height));
    }
}
