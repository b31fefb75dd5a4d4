package io.github.spout4j.kernel;

import java.lang.foreign.MemorySegment;

/** Memory shared between processes. Peers may write to it at any time: check every value before use. */
public interface NamedMemory extends KernelObject {
    /** The whole memory, readable and writable from any thread until this handle is closed. The same object each call. */
    MemorySegment segment();

    /** Bytes that can be accessed: at least what the creator asked for (Windows rounds up to whole pages). */
    long size();

    /**
     * Makes sure that the system has room for these bytes, where they are beyond those that {@link KernelObjects#createMemory(String, long, long)} has
     * seen to; for the creator.
     *
     * @throws io.github.spout4j.SpoutException where it has not
     */
    default void reserve(long offset, long length) {
        // most systems have had to when it was made
    }
}
