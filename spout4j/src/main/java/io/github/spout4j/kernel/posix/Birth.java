package io.github.spout4j.kernel.posix;

/**
 * What a new object starts with.
 *
 * @param size     bytes of memory
 * @param reserved how many of these there has to be room for
 * @param state    the first value of its word
 * @param maximum  a semaphore's largest count
 */
record Birth(long size, long reserved, int state, int maximum) {
    /** No memory. */
    Birth(int state, int maximum) {
        this(0, 0, state, maximum);
    }
}
