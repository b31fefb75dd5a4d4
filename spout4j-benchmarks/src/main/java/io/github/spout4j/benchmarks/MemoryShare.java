package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole frames through memory share, with all that belongs to a frame. */
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class MemoryShare extends Timed {
    private static final boolean LENDS = !System.getProperty("os.name").startsWith("Windows");
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
    public void send(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> channel.sender.send(memory.source()));
    }

    /** One copy by a ring, which lends the frame; two by Windows' memory share. */
    @Benchmark
    public void sendAndReceive(FrameMemory memory, Against against) {
        Runnable frame = () -> {
            channel.sender.send(memory.source());
            channel.receive();
        };
        if (LENDS) {
            against.plainCopy(memory, frame);
        } else {
            against.twoPlainCopies(memory, frame);
        }
    }

    @Benchmark
    public void sendAndReceiveInto(FrameMemory memory, Against against) {
        against.twoPlainCopies(memory, () -> {
            channel.sender.send(memory.source());
            channel.receiveInto(memory.target, PixelLayout.RGBA);
        });
    }

    @Benchmark
    public void nextFrameAndReceive(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> {
            channel.publishInPlace();
            channel.receive();
        });
    }

    @Benchmark
    public void sendFlipped(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> channel.sender.send(memory.source(), FLIPPED));
    }

    @Benchmark
    public void sendConverted(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> channel.sender.send(memory.source(), PixelLayout.BGRA));
    }

    @Benchmark
    public void sendInts(FrameMemory memory, Against against) {
        against.plainCopy(memory, () -> channel.sender.send(memory.ints()));
    }

    @Benchmark
    public void receiveFlipped(FrameMemory memory, Against against) {
        receiveInto(memory, against, FLIPPED);
    }

    @Benchmark
    public void receiveConverted(FrameMemory memory, Against against) {
        receiveInto(memory, against, PixelLayout.BGRA);
    }

    private void receiveInto(FrameMemory memory, Against against, PixelLayout layout) {
        against.plainCopy(memory, () -> {
            channel.publishInPlace();
            channel.receiveInto(memory.target, layout);
        });
    }
}
