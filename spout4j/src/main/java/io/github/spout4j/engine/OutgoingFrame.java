package io.github.spout4j.engine;

/** The frame of {@link FrameSender#nextFrame}: closing publishes it. */
final class OutgoingFrame extends OpenFrame {
    private final FrameSender sender;

    OutgoingFrame(FrameSender sender) {
        this.sender = sender;
    }

    @Override
    public void close() {
        if (isOpen()) {
            sender.end();
        }
    }
}
