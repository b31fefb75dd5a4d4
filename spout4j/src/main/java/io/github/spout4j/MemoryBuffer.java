package io.github.spout4j;

/**
 * Bytes that go with a sender: a shared buffer under the sender's name, for any data that receivers should have beside the
 * pixels. The writer creates it; it ends when the last program closes it. A sender that uses memory share cannot have
 * one: Spout gives both the same name. Thread-safe; methods throw IllegalStateException after {@link #close}.
 *
 * <p>One program writes: {@snippet file="BesideFrames.java" region="write"}
 *
 * <p>Another reads: {@snippet file="BesideFrames.java" region="read"}
 *
 * <p>On the wire: docs/protocol.md, Memory buffers.
 */
public interface MemoryBuffer extends AutoCloseable {
    /** {@return how many bytes fit, as its creator said} */
    int capacity();

    /**
     * Replaces the data from its beginning; what was behind it stays. Waits for another program that is just using the
     * buffer.
     *
     * @param data copied; the caller's own again when the call returns
     * @throws IllegalArgumentException where {@code data} is longer than {@link #capacity}
     * @throws SpoutException           where another program holds the buffer for over 1 s
     */
    void write(byte[] data);

    /**
     * Reads all {@link #capacity} bytes; Spout does not tell how many of them were written last. Waits as {@link #write}.
     *
     * @return a new array
     * @throws SpoutException where another program holds the buffer for over 1 s
     */
    byte[] read();

    /** Lets go of the buffer. Idempotent. */
    @Override
    void close();
}
