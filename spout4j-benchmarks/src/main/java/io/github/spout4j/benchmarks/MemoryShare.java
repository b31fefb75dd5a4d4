package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelLayout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Whole frames through the memory share engine, lock and frame count included. */
public class MemoryShare extends Timed {
    private static final PixelLayout FLIPPED = PixelLayout.RGBA.flipped();

    private Channel channel;

    @Setup
    public void open(FrameMemory memory) {
        channel = new Channel(memory.width, memory.height);
        channel.sender.send(memory.source());
    }

    @TearDown
    public void close() {
        channel.close();
    }

    @Benchmark
    public void send(FrameMemory memory) {
        channel.sender.send(memory.source());
    }

    @Benchmark
    public long sendAndReceive(FrameMemory memory) {
        channel.sender.send(memory.source());
        return channel.receive();
    }

    @Benchmark
    public long nextFrameAndReceive(FrameMemory memory) {
        channel.publishInPlace();
        return channel.receive();
    }

    @Benchmark
    public void sendFlipped(FrameMemory memory) {
        channel.sender.send(memory.source(), FLIPPED);
    }

    @Benchmark
    public void sendConverted(FrameMemory memory) {
        channel.sender.send(memory.source(), PixelLayout.BGRA);
    }

    @Benchmark
    public void sendInts(FrameMemory memory) {
        channel.sender.send(memory.ints());
    }

    @Benchmark
    public void receiveFlipped(FrameMemory memory) {
        channel.publishInPlace();
        channel.receiveInto(memory.source(), FLIPPED);
    }

    @Benchmark
    public void receiveConverted(FrameMemory memory) {
        channel.publishInPlace();
        channel.receiveInto(memory.source(), PixelLayout.BGRA);
    }
}
