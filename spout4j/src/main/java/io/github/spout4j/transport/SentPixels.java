package io.github.spout4j.transport;

import java.lang.foreign.MemorySegment;

/** Reads back what a sender has published last, for who did not write it. */
@FunctionalInterface
public interface SentPixels {
    /**
     * Reads, on this thread.
     *
     * @param timeoutMillis ms to wait for receivers at most
     * @return false where the time ran out
     */
    boolean read(Reader reader, long timeoutMillis);

    /** Is given the pixels. */
    interface Reader {
        /** @param pixels {@code rowPitch * height} bytes, for the time of the call */
        void read(MemorySegment pixels, long rowPitch);
    }
}
