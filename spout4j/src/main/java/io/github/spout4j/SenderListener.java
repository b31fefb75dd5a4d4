package io.github.spout4j;

/** Hears of changes in the sender directory; override what matters. */
public interface SenderListener {
    /** A sender opened. */
    default void added(SenderInfo sender) {}

    /** A sender's size, format, transport or handle changed. */
    default void changed(SenderInfo sender) {}

    /** A sender closed or its program died. */
    default void removed(String name) {}

    /** Another sender is the active one; an empty name where there is none. */
    default void activated(String name) {}
}
