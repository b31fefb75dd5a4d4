package io.github.spout4j;

/**
 * Spout's settings of the current user, shared with all Spout programs: docs/protocol.md, Settings. Always read afresh.
 * Thread-safe.
 */
public interface Settings {
    /** {@return where they are kept, for people: a registry key or a file} */
    String location();

    /** {@return how many senders a new directory can hold; 64 if not set} */
    int maxSenders();

    /**
     * Sets it. Takes effect when the next directory is made, after all Spout programs ended.
     *
     * @param senders 1 to 1024
     * @throws IllegalArgumentException where it is not
     * @throws SpoutException           where the system refuses
     */
    void maxSenders(int senders);

    /** {@return whether frames are counted; spout4j's senders count unless this was switched off} */
    boolean frameCount();

    /**
     * Switches counting for senders that open from now on, in all Spout programs of this user.
     *
     * @param count whether to count
     * @throws SpoutException where the system refuses
     */
    void frameCount(boolean count);
}
