package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole frames through PipeWire, by a daemon in between: from one stream of this process to another, whose threads are woken for each. */
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class PipeWire extends Timed {
    private PipeWireChannel channel;
    private byte value;

    @Setup
    public void open(FrameMemory memory) throws IOException {
        channel = new PipeWireChannel(memory.width, memory.height);
    }

    @TearDown
    public void close() throws IOException {
        channel.close();
    }

    @Benchmark
    public void sendAndReceive(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> {
            channel.send(memory.source());
            channel.receiveInPlace();
        });
    }

    @Benchmark
    public void sendAndReceiveLent(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> {
            channel.send(memory.source());
            channel.receiveLent();
        });
    }

    @Benchmark
    public void sendAndReceiveInto(FrameMemory memory, Against against) {
        against.twoPlainCopies(memory, () -> {
            channel.send(memory.source());
            channel.receiveInto(memory.target);
        });
    }

    /** No pixel is written: what a frame takes beside its pixels. */
    @Benchmark
    public void nextFrameAndReceive(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> {
            channel.publishInPlace();
            channel.receiveInPlace();
        });
    }

    /** Against memory of one's own that is filled. */
    @Benchmark
    public void nextFrameFilledAndReceive(FrameMemory memory, Against against) {
        against.time(() -> memory.target.fill(++value), () -> {
            channel.publishFilled(++value);
            channel.receiveInPlace();
        });
    }
}
