package io.github.spout4j.direct;

/** A sender's frame, read in place for the time of a call. */
final class BorrowedFrame extends OpenFrame {
    @Override
    public void close() {
        finish();
    }
}
