package io.github.spout4j.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
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

    @Override
    public void close() {
        spout.close();
    }
}
