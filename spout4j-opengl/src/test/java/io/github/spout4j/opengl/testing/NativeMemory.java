package io.github.spout4j.opengl.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process has of the system; 0 where nothing tells, so that nothing grows. */
public final class NativeMemory {
    private static final StructLayout MALLINFO2 = MemoryLayout.structLayout(
            Stream.of("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
                    "keepcost").map(ValueLayout.JAVA_LONG::withName).toArray(MemoryLayout[]::new));
    private static final MethodHandle CALL = handle();

    private NativeMemory() {}

    @SuppressWarnings("restricted")
    private static MethodHandle handle() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("mallinfo2")
                .map(function -> linker.downcallHandle(function, FunctionDescriptor.of(MALLINFO2))).orElse(null);
    }

    /** Bytes that malloc has given and not got back: for the graphics driver's pictures and buffers, for arenas, and for Java itself; where glibc tells. */
    public static long allocated() {
        if (CALL == null) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) CALL.invokeExact((SegmentAllocator) arena);
            return value(info, "uordblks") + value(info, "hblkhd");
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    private static long value(MemorySegment info, String name) {
        return info.get(ValueLayout.JAVA_LONG, MALLINFO2.byteOffset(MemoryLayout.PathElement.groupElement(name)));
    }

    /** How many files it has open; where glibc is, so that it is Linux. */
    public static long openFiles() {
        if (CALL == null) {
            return 0;
        }
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
