package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.system.memory.Apis.GetProcessHeap;
import static io.github.spout4j.win32.windows.win32.system.memory.Apis.HeapAlloc;
import static io.github.spout4j.win32.windows.win32.system.memory.Apis.HeapFree;

import java.lang.foreign.MemorySegment;

/** The heap of this process, from which a C runtime that is linked into a DLL takes its blocks. */
public final class ProcessHeap {
    private static final MemorySegment HEAP = GetProcessHeap(CallState.ofThread().capture);

    private ProcessHeap() {}

    /** The address of a new block; its content is any. */
    public static long allocate(long bytes) {
        MemorySegment block = HeapAlloc(HEAP, 0, bytes);
        if (block.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("the process heap has no " + bytes + " bytes");
        }
        return block.address();
    }

    public static void free(long address) {
        int _ = HeapFree(CallState.ofThread().capture, HEAP, 0, MemorySegment.ofAddress(address));
    }
}
