package io.github.spout4j.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;

/** A sender and a receiver of it, in one process. */
record Pair(Spout spout, SpoutSender sender, SpoutReceiver receiver) implements AutoCloseable {
    static Pair open(int width, int height) {
        return open(width, height, PixelFormat.RGBA8);
    }

    static Pair open(int width, int height, PixelFormat format) {
        Spout spout = EngineUnderTest.open();
        SpoutSender sender = spout.sender(UniqueName.of("pair")).size(width, height).format(format).open();
        return new Pair(spout, sender, spout.receiver(sender.name()).open());
    }

    /** Sends frame {@code number} of the {@link Pattern}. */
    boolean send(int number) {
        return sender.send(Pattern.argb(number, sender.width(), sender.height()));
    }

    /** As {@link #send}, and waits until receivers can see the frame: textures go on to them after the call. */
    boolean sendThrough(int number) {
        boolean sent = send(number);
        settle();
        return sent;
    }

    /** Waits until receivers see the frame that was sent last. */
    void settle() {
        settle(spout, sender);
    }

    static void settle(Spout spout, SpoutSender sender) {
        if (!EngineUnderTest.counts()) {
            return;
        }
        Await.until("the last frame of " + sender.name() + " is counted", EngineUnderTest.PATIENCE,
                () -> spout.senders().find(sender.name()).orElseThrow().frame() == sender.frameCount());
    }

    @Override
    public void close() {
        spout.close();
    }
}
