package io.github.spout4j;

/** Hears of a receiver's frames ({@link SpoutReceiver#listen}). What a method throws is logged, and the calls go on. */
public interface FrameListener {
    /**
     * A new frame came.
     *
     * @param frame the listener's until it returns, closed then
     */
    void frame(SpoutFrame frame);

    /** The sender that frames came from has gone, some 0.2 s ago; not told where it is back before. Frames of the next sender are told as ever. */
    default void senderGone() {}

    /**
     * Frames cannot be received; it is tried again. Told once until frames come or the message is another. Logs a warning if not overridden.
     *
     * @param error what is wrong
     */
    default void error(SpoutException error) {
        System.getLogger("io.github.spout4j").log(System.Logger.Level.WARNING, "no frames are received: {0}",
                error.getMessage());
    }
}
