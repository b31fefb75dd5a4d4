package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/** An RGBA8 sender and a receiver of it, in one thread. */
final class Channel implements AutoCloseable {
    private static final Duration NOW = Duration.ZERO;

    final SpoutSender sender;
    private final Spout spout = Spout.open();
    private final SpoutReceiver receiver;

    Channel(int width, int height) {
        sender = spout.sender("benchmark " + ProcessHandle.current().pid()).size(width, height)
                .format(PixelFormat.RGBA8).open();
        receiver = spout.receiver(sender.name()).open();
        receiver.info();
    }

    /** Receives the frame that was just sent; the number of its bytes. */
    long receive() {
        try (SpoutFrame frame = receiver.receive(NOW).orElseThrow(() -> new AssertionError("no frame"))) {
            return frame.pixels().byteSize();
        }
    }

    void receiveInto(MemorySegment target, PixelLayout layout) {
        ReceiveResult result = receiver.receiveInto(target, layout, NOW);
        if (result != ReceiveResult.FRAME) {
            throw new AssertionError(result);
        }
    }

    void publishInPlace() {
        sender.nextFrame().close();
    }

    @Override
    public void close() {
        spout.close();
    }
}
