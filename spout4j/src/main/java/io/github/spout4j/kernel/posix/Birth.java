package io.github.spout4j.kernel.posix;

/**
 * What a new object starts with.
 *
 * @param size    bytes of memory
 * @param state   the first value of its word
 * @param maximum a semaphore's largest count
 */
record Birth(long size, int state, int maximum) {}
