package io.github.spout4j.sdk;

/**
 * How a frame's pixels land after the frame was counted. Times are ns.
 *
 * @param from     the least from the count to the last block
 * @param to       the most
 * @param blocks   of rows, from top to bottom
 * @param gapNanos from one block to the next
 * @param seed     of what is random
 */
record Lateness(long from, long to, int blocks, long gapNanos, long seed) {
    /** Whether pixels are there before the frame is counted. */
    boolean none() {
        return to == 0;
    }

    /** From the count to the last block. */
    long of(int number) {
        return from + (long) (Chance.of(seed + 1, number) * (to - from));
    }

    /** From the first block to the last. */
    long spread() {
        return (blocks - 1) * gapNanos;
    }

    /** The first row of a block. */
    int firstRow(int block, int height) {
        return (int) ((long) height * block / blocks);
    }
}
