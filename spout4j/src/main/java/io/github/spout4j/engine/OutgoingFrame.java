package io.github.spout4j.engine;

/** The frame of {@link FrameSender#nextFrame}: closing publishes it, unless it is discarded. */
final class OutgoingFrame extends OpenFrame {
    private final FrameSender sender;

    OutgoingFrame(FrameSender sender) {
        this.sender = sender;
    }

    @Override
    public void close() {
        if (isOpen()) {
            sender.end(true);
        }
    }

    @Override
    public void discard() {
        if (isOpen()) {
            sender.end(false);
        }
    }
}
