package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.system.memory.Apis.MapViewOfFile$handle;
import static io.github.spout4j.win32.windows.win32.system.memory.Apis.UnmapViewOfFile;
import static io.github.spout4j.win32.windows.win32.system.memory.Apis.VirtualQuery;

import io.github.spout4j.win32.windows.win32.system.memory.FILE_MAP;
import io.github.spout4j.win32.windows.win32.system.memory.MEMORY_BASIC_INFORMATION;
import io.github.spout4j.win32.windows.win32.system.memory.MEMORY_MAPPED_VIEW_ADDRESS;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/** The pages of a file mapping in this process. Closing ends every access to them before they go. */
record View(MemorySegment segment, Arena arena) {
    static final int ACCESS = FILE_MAP.READ | FILE_MAP.WRITE;

    /** The generated method of this name cannot work: Windows returns a struct, for which an allocator must be passed. */
    private static final MethodHandle MAP = MapViewOfFile$handle();

    /** Maps all of it. */
    @SuppressWarnings("restricted")
    static View of(MemorySegment mapping, String description) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment address = map(call, mapping, description);
            MemorySegment pages = MEMORY_MAPPED_VIEW_ADDRESS.Value(address);
            Arena arena = Arena.ofShared();
            long size = sizeOf(pages, call);
            return new View(pages.reinterpret(size, arena, View::unmap), arena);
        }
    }

    private static MemorySegment map(Arena call, MemorySegment mapping, String description) {
        CallState state = CallState.ofThread();
        MemorySegment address;
        try {
            address = (MemorySegment) MAP.invokeExact((SegmentAllocator) call, state.capture, mapping, ACCESS, 0, 0,
                    0L);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        if (MEMORY_MAPPED_VIEW_ADDRESS.Value(address).equals(MemorySegment.NULL)) {
            throw Win32Error.exception("mapping " + description, state.error());
        }
        return address;
    }

    private static long sizeOf(MemorySegment pages, Arena call) {
        MemorySegment region = call.allocate(MEMORY_BASIC_INFORMATION.layout());
        CallState state = CallState.ofThread();
        if (VirtualQuery(state.capture, pages, region, region.byteSize()) == 0) {
            throw Win32Error.exception("asking for the size of a mapping", state.error());
        }
        return MEMORY_BASIC_INFORMATION.RegionSize(region);
    }

    private static void unmap(MemorySegment pages) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment address = MEMORY_MAPPED_VIEW_ADDRESS.allocate(call);
            MEMORY_MAPPED_VIEW_ADDRESS.Value(address, pages);
            int _ = UnmapViewOfFile(CallState.ofThread().capture, address);
        }
    }

    /** Waits for calls into native code that were given the memory. */
    void close() {
        for (;;) {
            try {
                arena.close();
                return;
            } catch (IllegalStateException _) {
                Thread.onSpinWait();
            }
        }
    }
}
