package io.github.spout4j;

/** What a receiver does with the last picture when its sender has gone: closed, or its program died. */
public enum LastFrame {
    /** Nothing is received: the picture that the user has stays. */
    KEEP,
    /**
     * One more frame is received, of the last one's size, format and number: transparent black, or black where the receiver
     * takes frames for {@link Alpha#OPAQUE}. It comes once each time that a sender goes; not where the sender is back, or another is the active one, before it was
     * missed.
     */
    CLEAR
}
