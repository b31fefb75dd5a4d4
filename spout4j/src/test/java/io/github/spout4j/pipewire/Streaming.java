package io.github.spout4j.pipewire;

import io.github.spout4j.SpoutSender;

/** Sends {@link NumberedFrames}, from 1 on, one after the other until it is closed. */
final class Streaming implements AutoCloseable {
    private final Thread thread;
    private volatile boolean closed;
    private volatile Throwable failed;
    private volatile int sent;

    Streaming(SpoutSender sender, NumberedFrames frames, double fps) {
        thread = Thread.ofPlatform().name("sends as " + sender.name()).start(() -> {
            try {
                while (!closed) {
                    sender.send(frames.frame(sent + 1));
                    sent++;
                    sender.holdFps(fps);
                }
            } catch (RuntimeException | Error e) {
                failed = e;
            }
        });
    }

    /** The number of the last one. */
    int sent() {
        return sent;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(SpoutSession.PATIENCE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failed != null || thread.isAlive()) {
            throw new AssertionError("sending failed, or hangs", failed);
        }
    }
}
