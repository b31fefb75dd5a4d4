package io.github.spout4j.kernel;

import java.lang.foreign.MemorySegment;

/** Memory shared between processes. Peers may write to it at any time: check every value before use. */
public interface NamedMemory extends KernelObject {
    /** The whole memory, readable and writable from any thread until this handle is closed. The same object each call. */
    MemorySegment segment();

    /** Bytes that can be accessed: at least what the creator asked for (Windows rounds up to whole pages). */
    long size();
}
