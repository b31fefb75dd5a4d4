package io.github.spout4j;

/**
 * Hears of changes in the sender directory; override what matters. Called from a daemon thread of spout4j.
 *
 * {@snippet file="Senders.java" region="follow"}
 */
public interface SenderListener {
    /**
     * A sender opened, or was there already when the listener came.
     *
     * @param sender as it is now
     */
    default void added(SenderInfo sender) {}

    /**
     * A sender's size, format, transport or handle changed, or it paused or goes on.
     *
     * @param sender as it is now
     */
    default void changed(SenderInfo sender) {}

    /**
     * A sender closed or its program died.
     *
     * @param name the name that it had
     */
    default void removed(String name) {}

    /**
     * Another sender is the active one.
     *
     * @param name its name; empty where there is no active sender any more
     */
    default void activated(String name) {}
}
