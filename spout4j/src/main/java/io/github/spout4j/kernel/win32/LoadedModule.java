package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.Apis.FreeLibrary;
import static io.github.spout4j.win32.windows.win32.system.libraryloader.Apis.GetProcAddress;
import static io.github.spout4j.win32.windows.win32.system.libraryloader.Apis.LoadLibraryExW;
import static io.github.spout4j.win32.windows.win32.system.libraryloader.LOAD_LIBRARY_FLAGS.LOAD_LIBRARY_SEARCH_DEFAULT_DIRS;
import static io.github.spout4j.win32.windows.win32.system.libraryloader.LOAD_LIBRARY_FLAGS.LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR;
import static io.github.spout4j.win32.windows.win32.system.libraryloader.LOAD_LIBRARY_FLAGS.LOAD_LIBRARY_SEARCH_SYSTEM32;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A DLL in this process. It stays until {@link #free}. */
public final class LoadedModule {
    private static final int MISSING_DEPENDENCY = 126;

    private final MemorySegment handle;

    private LoadedModule(MemorySegment handle) {
        this.handle = handle;
    }

    /**
     * Loads a DLL; what it needs is looked for beside it, beside the program and in Windows' own folders.
     *
     * @throws SpoutException where Windows refuses
     */
    public static LoadedModule load(Path dll) {
        return load(dll.toAbsolutePath().toString(),
                LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    }

    /** Loads one of Windows' own DLLs. */
    public static LoadedModule ofSystem(String name) {
        return load(name, LOAD_LIBRARY_SEARCH_SYSTEM32);
    }

    private static LoadedModule load(String name, int flags) {
        CallState state = CallState.ofThread();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = LoadLibraryExW(state.capture,
                    arena.allocateFrom(name, StandardCharsets.UTF_16LE), MemorySegment.NULL, flags);
            if (handle.equals(MemorySegment.NULL)) {
                int code = state.error();
                throw Win32Error.exception("loading " + name + (code == MISSING_DEPENDENCY
                        ? " or a DLL that it needs (the Microsoft Visual C++ Redistributable has some)"
                        : ""), code);
            }
            return new LoadedModule(handle);
        }
    }

    /** Where it lies in memory. */
    public long base() {
        return handle.address();
    }

    /**
     * The address of an exported function.
     *
     * @throws SpoutException where it exports none of that name
     */
    public MemorySegment function(String name) {
        CallState state = CallState.ofThread();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = GetProcAddress(state.capture, handle, arena.allocateFrom(name));
            if (address.equals(MemorySegment.NULL)) {
                throw Win32Error.exception("finding the function " + name, state.error());
            }
            return address;
        }
    }

    /** Lets the DLL go, once; none of its addresses may be used any more. */
    public void free() {
        int _ = FreeLibrary(CallState.ofThread().capture, handle);
    }
}
