package io.github.spout4j.direct;

/** The frame of {@link DirectSender#nextFrame}: closing publishes it. */
final class OutgoingFrame extends OpenFrame {
    private final DirectSender sender;

    OutgoingFrame(DirectSender sender) {
        this.sender = sender;
    }

    @Override
    public void close() {
        if (isOpen()) {
            sender.end();
        }
    }
}
