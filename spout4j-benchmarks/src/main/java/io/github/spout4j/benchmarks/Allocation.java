package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelLayout;
import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Bytes of heap a frame, by JMH's gc profiler; frames are small, so what JMH itself allocates does not blur them. */
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 4, time = 1)
public class Allocation extends Timed {
    private static final int SIDE = 16;
    private static final PixelLayout FLIPPED_BGRA = PixelLayout.BGRA.flipped();

    private final MemorySegment pixels = Arena.ofAuto().allocate(4 * SIDE * SIDE);
    private final int[] ints = new int[SIDE * SIDE];
    private final byte[] bytes = new byte[4 * SIDE * SIDE];
    private final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    private final BufferedImage bgr = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
    private Channel channel;

    @Setup
    public void open() {
        channel = new Channel(SIDE, SIDE);
    }

    @TearDown
    public void close() {
        channel.close();
    }

    @Benchmark
    public long sendAndReceive() {
        channel.sender.send(pixels);
        return channel.receive();
    }

    @Benchmark
    public long sendBytesAndReceive() {
        channel.sender.send(bytes);
        return channel.receive();
    }

    @Benchmark
    public long sendIntsAndReceive() {
        channel.sender.send(ints);
        return channel.receive();
    }

    @Benchmark
    public long sendImageAndReceive() {
        channel.sender.send(image);
        return channel.receive();
    }

    @Benchmark
    public long sendBgrImageAndReceive() {
        channel.sender.send(bgr);
        return channel.receive();
    }

    @Benchmark
    public long nextFrameAndReceive() {
        channel.publishInPlace();
        return channel.receive();
    }

    @Benchmark
    public void sendAndReceiveInto() {
        channel.sender.send(pixels, FLIPPED_BGRA);
        channel.receiveInto(pixels, FLIPPED_BGRA);
    }
}
