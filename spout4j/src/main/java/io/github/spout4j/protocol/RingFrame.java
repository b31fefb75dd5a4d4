package io.github.spout4j.protocol;

/**
 * Which frame of a ring is meant, in 64 bits that change at once (docs/protocol.md: Ring of frames). 0 is none.
 */
public final class RingFrame {
    /** No frame. */
    public static final long NONE = 0;

    /** How many numbers there are for memories, after which they begin again. */
    static final int MEMORIES = 1 << 16;

    private static final int LOW_16 = 0xFFFF;

    private RingFrame() {}

    /**
     * @param number the frame's, at least 1
     * @param memory the number of the memory that it is in
     * @param slot   where it is there
     */
    public static long of(int number, int memory, int slot) {
        return (long) number << 32 | (long) memory << 16 | slot;
    }

    /** As users see it. */
    public static int number(long frame) {
        return (int) (frame >>> 32);
    }

    public static int memory(long frame) {
        return (int) (frame >>> 16) & LOW_16;
    }

    public static int slot(long frame) {
        return (int) frame & LOW_16;
    }
}
