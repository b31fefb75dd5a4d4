package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.opengl.GlReceiver;
import io.github.spout4j.opengl.GlSender;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Frames of OpenGL by pixel buffers, out and in, turned as they are by default. Each is a new one that comes. */
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class OpenGl extends Timed {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SERIES = 16;

    private Spout spout;
    private GlSender textures;
    private SpoutReceiver pixels;
    private SpoutSender memory;
    private GlReceiver received;
    private long number;

    @Setup
    public void open(GlFrames frames) {
        spout = Spout.open();
        textures = GlSender.builder(sender("out", frames)).everyFrame().open();
        pixels = spout.receiver(textures.sender().name()).open();
        pixels.info();
        memory = sender("in", frames);
        memory.send(frames.memory);
        received = GlReceiver.of(spout.receiver(memory.name()).open());
    }

    private SpoutSender sender(String name, GlFrames frames) {
        return spout.sender("benchmark " + name + " " + ProcessHandle.current().pid())
                .size(frames.width, frames.height).format(PixelFormat.RGBA8).open();
    }

    @TearDown
    public void close() {
        received.close();
        textures.close();
        spout.close();
    }

    /** Until it is published, against glReadPixels into a pixel buffer and a copy of that: two threads are waited for besides. */
    @Benchmark
    public void send(GlFrames frames, Against against) {
        against.time(frames::readAndCopy, () -> {
            textures.send(frames.texture(), frames.width, frames.height);
            textures.finish();
        });
        requireNew();
    }

    /** A series of frames without pause, as many as are published, against as many times the same. */
    @Benchmark
    public void sendSeries(GlFrames frames, Against against) {
        long published = textures.sender().frameCount();
        against.time(() -> {
            for (int i = 0; i < SERIES; i++) {
                frames.readAndCopy();
            }
        }, () -> {
            for (int i = 0; i < SERIES; i++) {
                textures.send(frames.texture(), frames.width, frames.height);
            }
            textures.finish();
        });
        if (textures.sender().frameCount() != published + SERIES) {
            throw new AssertionError("frames were dropped");
        }
        requireNew();
    }

    /** How long the caller is held, against the same. */
    @Benchmark
    public void held(GlFrames frames, Against against) {
        against.time(frames::readAndCopy, () -> textures.send(frames.texture(), frames.width, frames.height));
        textures.finish();
        requireNew();
    }

    /** How long the caller is held, against glReadPixels into a pixel buffer alone. */
    @Benchmark
    public void heldBesideReadPixels(GlFrames frames, Against against) {
        against.time(frames::read, () -> textures.send(frames.texture(), frames.width, frames.height));
        textures.finish();
        requireNew();
    }

    private void requireNew() {
        long last = number;
        if (!pixels.receive(PATIENCE, frame -> number = frame.number()) || number <= last) {
            throw new AssertionError("no new frame");
        }
    }

    /** From when it is published to when the GPU has it in a texture, against a copy into a pixel buffer and glTexSubImage2D. */
    @Benchmark
    public void receive(GlFrames frames, Against against) {
        long last = received.number();
        against.time(frames::copyAndUpload, () -> {
            memory.nextFrame().close(); // in place: no copy
            received.receiveInto(frames.texture(), PATIENCE);
            frames.finish();
        });
        if (received.number() <= last) {
            throw new AssertionError("no new frame");
        }
    }
}
