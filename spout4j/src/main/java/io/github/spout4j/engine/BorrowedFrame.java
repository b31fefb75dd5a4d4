package io.github.spout4j.engine;

/** A sender's frame, read in place for the time of a call. */
final class BorrowedFrame extends OpenFrame {
    @Override
    public void close() {
        finish();
    }
}
