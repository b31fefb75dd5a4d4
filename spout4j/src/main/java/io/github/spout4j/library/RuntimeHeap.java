package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.win32.LoadedModule;
import io.github.spout4j.kernel.win32.ProcessHeap;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The heap of the C runtime that a DLL uses: its imports tell which. */
final class RuntimeHeap implements DllHeap {
    private static final Pattern RUNTIME = Pattern.compile("api-ms-win-crt-heap-.*|ucrtbase\\.dll|msvcr[0-9]+\\.dll");
    private static final Pattern DEBUG_RUNTIME = Pattern
            .compile("ucrtbased\\.dll|(msvcp|msvcr|vcruntime)[0-9_]+d\\.dll");
    @SuppressWarnings("restricted")
    private static final MethodHandle MALLOC = Linker.nativeLinker()
            .downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    @SuppressWarnings("restricted")
    private static final MethodHandle FREE = Linker.nativeLinker()
            .downcallHandle(FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

    private final MemorySegment malloc;
    private final MemorySegment free;

    private RuntimeHeap(LoadedModule runtime) {
        malloc = runtime.function("malloc");
        free = runtime.function("free");
    }

    /** @throws SpoutException where it is a debug build, whose objects lie differently */
    static void requireRelease(PeImage image) {
        find(image, DEBUG_RUNTIME).ifPresent(debug -> {
            throw new SpoutException(image.file() + " is a debug build (it needs " + debug
                    + "), which spout4j cannot use; take a release build");
        });
    }

    /** The heap of a loaded DLL's runtime: the process heap where that is linked into the DLL. */
    static DllHeap of(PeImage image) {
        return find(image, RUNTIME).<DllHeap>map(name -> new RuntimeHeap(LoadedModule.ofSystem(name)))
                .orElseGet(LinkedHeap::new);
    }

    private static Optional<String> find(PeImage image, Pattern pattern) {
        return image.imports().stream().filter(name -> pattern.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .findFirst();
    }

    @Override
    public long allocate(long bytes) {
        long block;
        try {
            block = (long) MALLOC.invokeExact(malloc, bytes);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        if (block == 0) {
            throw new OutOfMemoryError("the C runtime has no " + bytes + " bytes");
        }
        return block;
    }

    @Override
    public void free(long address) {
        try {
            FREE.invokeExact(free, address);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** What a runtime that is linked into the DLL uses. */
    private record LinkedHeap() implements DllHeap {
        @Override
        public long allocate(long bytes) {
            return ProcessHeap.allocate(bytes);
        }

        @Override
        public void free(long address) {
            ProcessHeap.free(address);
        }
    }
}
