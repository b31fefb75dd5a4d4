package io.github.spout4j.library;

/** Where a DLL's C++ objects have their memory: what one side allocates, the other may free. */
interface DllHeap {
    /** The address of a new block; its content is any. */
    long allocate(long bytes);

    void free(long address);
}
