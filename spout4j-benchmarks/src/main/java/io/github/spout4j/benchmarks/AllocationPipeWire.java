package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * As {@link Allocation}, by PipeWire; all threads count, those too that it calls back on. Frames are fewer, so it takes longer: what JMH itself
 * allocates is the same for a measurement of any length.
 */
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 1, time = 8)
public class AllocationPipeWire extends Timed {
    private static final int SIDE = 64;

    private final MemorySegment pixels = Arena.ofAuto().allocate(4 * SIDE * SIDE);
    private PipeWireChannel channel;

    @Setup
    public void open() throws IOException {
        channel = new PipeWireChannel(SIDE, SIDE);
    }

    @TearDown
    public void close() throws IOException {
        channel.close();
    }

    @Benchmark
    public void sendAndReceive() {
        channel.send(pixels);
        channel.receiveInPlace();
    }

    @Benchmark
    public long sendAndReceiveLent() {
        channel.send(pixels);
        return channel.receiveLent();
    }

    @Benchmark
    public void sendAndReceiveInto() {
        channel.send(pixels);
        channel.receiveInto(pixels);
    }

    @Benchmark
    public void nextFrameAndReceive() {
        channel.publishInPlace();
        channel.receiveInPlace();
    }
}
