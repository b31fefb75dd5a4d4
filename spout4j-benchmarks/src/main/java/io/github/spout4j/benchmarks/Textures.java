package io.github.spout4j.benchmarks;

import io.github.spout4j.ReceiveMode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole frames from memory to the shared texture, and from there to memory, next to the bare Direct3D calls. The way from
 * the sender's call to where receivers look is not timed: it goes on while the sender does something else.
 */
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class Textures extends Timed {
    private TextureChannel channel;
    private TextureChannel pipelined;
    private TextureChannel alsoMemory;
    private BareTextures bare;

    @Setup
    public void open(FrameMemory memory) {
        channel = TextureChannel.open(memory.width, memory.height, ReceiveMode.LOWEST_LATENCY);
        pipelined = TextureChannel.open(memory.width, memory.height, ReceiveMode.PIPELINED);
        alsoMemory = TextureChannel.openAlsoMemory(memory.width, memory.height);
        bare = new BareTextures(channel.adapter(), memory.width, memory.height);
    }

    @TearDown
    public void close() {
        bare.close();
        alsoMemory.close();
        pipelined.close();
        channel.close();
    }

    @Benchmark
    public void send(FrameMemory memory, Against against) {
        against.time(() -> bare.upload(memory.source()), () -> channel.send(memory.source()));
        channel.awaitPublished();
    }

    @Benchmark
    public void sendAlsoMemory(FrameMemory memory, Against against) {
        against.time(() -> bare.upload(memory.source()), () -> alsoMemory.send(memory.source()));
        alsoMemory.awaitPublished();
    }

    @Benchmark
    public void receive(FrameMemory memory, Against against) {
        receive(channel, memory, against);
    }

    @Benchmark
    public void receivePipelined(FrameMemory memory, Against against) {
        receive(pipelined, memory, against);
    }

    private void receive(TextureChannel sent, FrameMemory memory, Against against) {
        sent.send(memory.source());
        sent.awaitPublished();
        against.time(() -> bare.readBack(memory.target), sent::receive);
    }
}
