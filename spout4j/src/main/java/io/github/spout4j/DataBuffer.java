package io.github.spout4j;

/**
 * Bytes that go with a sender: a shared buffer under the sender's name, for any data that receivers should have beside the
 * pixels. The writer creates it; it ends when the last program closes it. A sender that uses memory share cannot have
 * one: Spout gives both the same name. Thread-safe.
 */
public interface DataBuffer extends AutoCloseable {
    /** Bytes that fit, as its creator said. */
    int capacity();

    /**
     * Replaces the data from its beginning; what was behind it stays.
     *
     * @throws IllegalArgumentException where {@code data} is longer than {@link #capacity}
     * @throws SpoutException           where another program holds the buffer for over 1 s
     */
    void write(byte[] data);

    /**
     * All {@link #capacity} bytes; Spout does not tell how many of them were written last.
     *
     * @throws SpoutException where another program holds the buffer for over 1 s
     */
    byte[] read();

    /** Idempotent. */
    @Override
    void close();
}
