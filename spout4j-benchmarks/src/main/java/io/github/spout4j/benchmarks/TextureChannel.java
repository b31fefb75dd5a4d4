package io.github.spout4j.benchmarks;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** An RGBA8 sender of textures and a receiver of it. */
final class TextureChannel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = 50_000;

    private final Spout spout;
    private final SpoutSender sender;
    private final SpoutReceiver receiver;

    private TextureChannel(Spout spout, SpoutSender sender, ReceiveMode mode) {
        this.spout = spout;
        this.sender = sender;
        receiver = spout.receiver(sender.name()).mode(mode).open();
    }

    /** Why textures cannot be measured here; empty where they can. */
    static Optional<String> unavailable() {
        try (TextureChannel _ = open(16, 16, ReceiveMode.LOWEST_LATENCY)) {
            return Optional.empty();
        } catch (SpoutException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** As {@link #open(int, int, ReceiveMode)}, and each frame goes by memory share as well. */
    static TextureChannel openAlsoMemory(int width, int height) {
        return open(width, height, ReceiveMode.LOWEST_LATENCY, SpoutSender.Builder::alsoMemory);
    }

    /** With the first engine whose textures work: where Windows' own do not, one of the tests may, if it is on the class path. */
    static TextureChannel open(int width, int height, ReceiveMode mode) {
        return open(width, height, mode, sender -> sender);
    }

    private static TextureChannel open(int width, int height, ReceiveMode mode,
            UnaryOperator<SpoutSender.Builder> asked) {
        SpoutException why = new SpoutException("no engine runs here");
        for (SpoutEngine engine : Spout.engines()) {
            if (engine.unavailable().isEmpty()) {
                Spout spout = engine.open();
                try {
                    SpoutSender.Builder sender = spout.sender("benchmark " + ProcessHandle.current().pid())
                            .size(width, height).format(PixelFormat.RGBA8).transport(Transport.TEXTURE);
                    return new TextureChannel(spout, asked.apply(sender).open(), mode);
                } catch (SpoutException e) {
                    spout.close();
                    why = e;
                }
            }
        }
        throw why;
    }

    Adapter adapter() {
        return sender.adapter().orElseThrow();
    }

    void send(MemorySegment pixels) {
        if (!sender.send(pixels)) {
            throw new AssertionError("a frame was dropped");
        }
    }

    /** Waits until the last frame is where receivers look. */
    void awaitPublished() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (spout.senders().find(sender.name()).map(SenderInfo::frame).orElse(0L) < sender.frameCount()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the frame is not published");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** The number of the frame's bytes. */
    long receive() {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow(() -> new AssertionError("no frame"))) {
            return frame.pixels().byteSize();
        }
    }

    @Override
    public void close() {
        spout.close();
    }
}
