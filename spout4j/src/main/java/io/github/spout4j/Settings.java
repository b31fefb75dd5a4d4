package io.github.spout4j;

/** Spout's settings of the current user, shared with all Spout programs; on Windows in the registry. Thread-safe. */
public interface Settings {
    /** Where they are kept, for people. */
    String location();

    /** How many senders a new directory can hold; 64 if not set. */
    int maxSenders();

    /** Takes effect when the next directory is made, after all Spout programs ended. */
    void maxSenders(int senders);

    /** Whether frames are counted; spout4j's senders count unless this was switched off. */
    boolean frameCount();

    /** Switches counting for senders that open from now on. */
    void frameCount(boolean count);
}
