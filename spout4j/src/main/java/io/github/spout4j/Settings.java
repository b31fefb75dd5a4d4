package io.github.spout4j;

import java.util.OptionalInt;

/**
 * Spout's settings of the current user, shared with all Spout programs: docs/protocol.md, Settings. Always read afresh.
 * Thread-safe. Which programs obey which: {@link Setting}.
 *
 * {@snippet file="BesideFrames.java" region="count"}
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

    /**
     * What somebody has set, even where it means nothing.
     *
     * @param setting which
     * @return its number; empty where it is not set
     */
    OptionalInt stored(Setting setting);

    /**
     * The value that counts for programs on the SDK.
     *
     * @param setting which
     * @return what is set; where that is nothing, {@link Setting#standard}; where it means nothing, off for switches and the
     *         standard for others
     */
    OptionalInt value(Setting setting);

    /**
     * Sets one for all Spout programs of this user. Programs read most of them when they start.
     *
     * @param setting which
     * @param value   from {@link Setting#least} to {@link Setting#most}
     * @throws IllegalArgumentException where it is not
     * @throws SpoutException           where the system refuses
     */
    void set(Setting setting, int value);

    /**
     * Takes a value away, so that the default counts again. Nothing where it is not set.
     *
     * @param setting which
     * @throws SpoutException where the system refuses
     */
    void unset(Setting setting);
}
