package io.github.spout4j.transport;

/** What came of looking for a new frame where only its pixels tell. */
public enum Look {
    /** There is none. */
    NOTHING,
    /** There is one, but it may still be changing: look once more in a moment, without the sender's lock until then. */
    AGAIN,
    /** There is one, and it was fetched. */
    FRAME
}
