package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.function.Consumer;

/** An RGBA8 sender and a receiver of it, in one thread, by a daemon of their own. Each frame that is sent is received, or that is an error. */
final class PipeWireChannel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PipeWireDaemon daemon = PipeWireDaemon.start();
    private final Spout spout = Spout.open(PipeWireDaemon.ENGINE);
    private final SpoutSender sender;
    private final SpoutReceiver receiver;
    private final Consumer<SpoutFrame> check = this::check;

    PipeWireChannel(int width, int height) throws IOException {
        sender = spout.sender("benchmark").size(width, height).format(PixelFormat.RGBA8).open();
        receiver = spout.receiver(sender.name()).open();
        sender.nextFrame().close();
        receiveInPlace();
    }

    void send(MemorySegment pixels) {
        if (!sender.send(pixels)) {
            throw new AssertionError("a frame was dropped");
        }
    }

    /** Publishes a frame of which no pixel is written. */
    void publishInPlace() {
        sender.nextFrame().close();
    }

    /** Publishes a frame that is filled. */
    void publishFilled(byte value) {
        try (SpoutFrame frame = sender.nextFrame()) {
            frame.pixels().fill(value);
        }
    }

    /** Has the frame that was just sent read where it is. */
    void receiveInPlace() {
        if (!receiver.receive(PATIENCE, check)) {
            throw new AssertionError("no frame");
        }
    }

    /** Is lent the frame that was just sent; the number of its bytes. */
    long receiveLent() {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow(() -> new AssertionError("no frame"))) {
            check(frame);
            return frame.pixels().byteSize();
        }
    }

    void receiveInto(MemorySegment target) {
        ReceiveResult result = receiver.receiveInto(target, PixelLayout.RGBA, PATIENCE);
        if (result != ReceiveResult.FRAME) {
            throw new AssertionError(result);
        }
    }

    private void check(SpoutFrame frame) {
        if (frame.number() != sender.frameCount()) {
            throw new AssertionError("frame " + frame.number() + " was received, not " + sender.frameCount());
        }
    }

    @Override
    public void close() throws IOException {
        spout.close();
        daemon.close();
    }
}
