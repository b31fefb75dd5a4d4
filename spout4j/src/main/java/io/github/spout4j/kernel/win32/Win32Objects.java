package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.Apis.CloseHandle;
import static io.github.spout4j.win32.windows.win32.foundation.Constants.INVALID_HANDLE_VALUE;
import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_ALREADY_EXISTS;
import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_FILE_NOT_FOUND;
import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_INVALID_HANDLE;
import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_PATH_NOT_FOUND;
import static io.github.spout4j.win32.windows.win32.system.memory.Apis.CreateFileMappingA;
import static io.github.spout4j.win32.windows.win32.system.memory.Apis.OpenFileMappingA;
import static io.github.spout4j.win32.windows.win32.system.memory.PAGE_PROTECTION_FLAGS.PAGE_READWRITE;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.CreateEventA;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.CreateMutexA;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.CreateSemaphoreA;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.OpenEventA;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.OpenMutexW;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.OpenSemaphoreW;
import static io.github.spout4j.win32.windows.win32.system.threading.SYNCHRONIZATION_ACCESS_RIGHTS.EVENT_MODIFY_STATE;
import static io.github.spout4j.win32.windows.win32.system.threading.SYNCHRONIZATION_ACCESS_RIGHTS.MUTEX_MODIFY_STATE;
import static io.github.spout4j.win32.windows.win32.system.threading.SYNCHRONIZATION_ACCESS_RIGHTS.SEMAPHORE_MODIFY_STATE;
import static io.github.spout4j.win32.windows.win32.system.threading.SYNCHRONIZATION_ACCESS_RIGHTS.SYNCHRONIZATION_SYNCHRONIZE;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedManualEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Creates and opens Windows' named objects. */
final class Win32Objects implements KernelObjects {
    private static final int NOT_INHERITED = 0;
    private static final int RESET_BY_HAND = 1;
    private static final MemorySegment DEFAULT_SECURITY = MemorySegment.NULL;

    private final NameEncoding names;

    Win32Objects(NameEncoding names) {
        this.names = names;
    }

    /** C++ Spout programs make up names in 256 bytes, and end themselves where one needs more. */
    @Override
    public int longestName() {
        return 255;
    }

    @Override
    public void nap(long nanos) {
        if (Thread.currentThread().isVirtual()) {
            KernelObjects.super.nap(nanos);
        } else {
            ThreadTimer.nap(nanos);
        }
    }

    @Override
    public NamedMemory createMemory(String name, long size) {
        if (size < 1) {
            throw new IllegalArgumentException("shared memory has 1 byte or more, not " + size);
        }
        Opened opened = create("memory", name, (error, ansi) -> CreateFileMappingA(error, INVALID_HANDLE_VALUE,
                DEFAULT_SECURITY, PAGE_READWRITE, (int) (size >>> 32), (int) size, ansi));
        return memory(opened);
    }

    @Override
    public Optional<NamedMemory> openMemory(String name) {
        return openAnsi("memory", name, (error, ansi) -> OpenFileMappingA(error, View.ACCESS, NOT_INHERITED, ansi))
                .map(Win32Objects::memory);
    }

    /** Without a view, whose end has to wait for all threads of this process. */
    @Override
    public boolean memoryExists(String name) {
        try (Arena arena = Arena.ofConfined()) {
            CallState call = CallState.ofThread();
            MemorySegment handle = OpenFileMappingA(call.capture, View.ACCESS, NOT_INHERITED, ansi(name, arena));
            if (!handle.equals(MemorySegment.NULL)) {
                int _ = CloseHandle(call.capture, handle);
                return true;
            }
            int error = call.error();
            if (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND || error == ERROR_INVALID_HANDLE) {
                return false;
            }
            throw failed("opening ", new Opened("memory", name, handle, false), error);
        }
    }

    private static NamedMemory memory(Opened opened) {
        View view;
        try {
            view = View.of(opened.handle, opened.description());
        } catch (SpoutException e) {
            int _ = CloseHandle(CallState.ofThread().capture, opened.handle);
            throw e;
        }
        Handle handle = new Handle(opened.handle, opened.description(), view::close);
        return new Win32Memory(opened.name, opened.created, handle, view.segment());
    }

    @Override
    public NamedMutex createMutex(String name) {
        return mutex(create("mutex", name, (error, ansi) -> CreateMutexA(error, DEFAULT_SECURITY, 0, ansi)));
    }

    @Override
    public Optional<NamedMutex> openMutex(String name) {
        int access = SYNCHRONIZATION_SYNCHRONIZE | MUTEX_MODIFY_STATE;
        return openWide("mutex", name, (error, wide) -> OpenMutexW(error, access, NOT_INHERITED, wide))
                .map(Win32Objects::mutex);
    }

    private static NamedMutex mutex(Opened opened) {
        return new Win32Mutex(opened.name, opened.created, opened.toHandle());
    }

    @Override
    public NamedSemaphore createSemaphore(String name, int initialCount, int maximumCount) {
        if (initialCount < 0 || maximumCount < 1 || initialCount > maximumCount) {
            throw new IllegalArgumentException(
                    "a semaphore cannot start at " + initialCount + " of at most " + maximumCount);
        }
        return semaphore(create("semaphore", name, (error, ansi) -> CreateSemaphoreA(error, DEFAULT_SECURITY,
                initialCount, maximumCount, ansi)));
    }

    @Override
    public Optional<NamedSemaphore> openSemaphore(String name) {
        int access = SYNCHRONIZATION_SYNCHRONIZE | SEMAPHORE_MODIFY_STATE | SemaphoreQuery.ACCESS;
        return openWide("semaphore", name, (error, wide) -> OpenSemaphoreW(error, access, NOT_INHERITED, wide))
                .map(Win32Objects::semaphore);
    }

    private static NamedSemaphore semaphore(Opened opened) {
        return new Win32Semaphore(opened.name, opened.created, opened.toHandle());
    }

    @Override
    public NamedEvent createEvent(String name) {
        return event(create("event", name, (error, ansi) -> CreateEventA(error, DEFAULT_SECURITY, 0, 0, ansi)));
    }

    @Override
    public Optional<NamedEvent> openEvent(String name) {
        int access = SYNCHRONIZATION_SYNCHRONIZE | EVENT_MODIFY_STATE;
        return openAnsi("event", name, (error, ansi) -> OpenEventA(error, access, NOT_INHERITED, ansi))
                .map(Win32Objects::event);
    }

    private static NamedEvent event(Opened opened) {
        return new Win32Event(opened.name, opened.created, opened.toHandle());
    }

    @Override
    public Optional<NamedManualEvent> createManualEvent(String name) {
        return Optional.of(manualEvent(create("event", name,
                (error, ansi) -> CreateEventA(error, DEFAULT_SECURITY, RESET_BY_HAND, 0, ansi))));
    }

    @Override
    public Optional<NamedManualEvent> openManualEvent(String name) {
        int access = SYNCHRONIZATION_SYNCHRONIZE | EVENT_MODIFY_STATE;
        return openAnsi("event", name, (error, ansi) -> OpenEventA(error, access, NOT_INHERITED, ansi))
                .map(Win32Objects::manualEvent);
    }

    private static NamedManualEvent manualEvent(Opened opened) {
        return new Win32ManualEvent(opened.name, opened.created, opened.toHandle());
    }

    /** A Windows function that makes a handle, given where to put its error and the object's name. */
    private interface Opener {
        MemorySegment open(MemorySegment error, MemorySegment name);
    }

    private record Opened(String kind, String name, MemorySegment handle, boolean created) {
        String description() {
            return kind + " \"" + name + '"';
        }

        Handle toHandle() {
            return new Handle(handle, description());
        }
    }

    private Opened create(String kind, String name, Opener opener) {
        try (Arena arena = Arena.ofConfined()) {
            CallState call = CallState.ofThread();
            MemorySegment handle = opener.open(call.capture, ansi(name, arena));
            int error = call.error();
            Opened opened = new Opened(kind, name, handle, error != ERROR_ALREADY_EXISTS);
            if (handle.equals(MemorySegment.NULL)) {
                throw failed("creating ", opened, error);
            }
            return opened;
        }
    }

    private Optional<Opened> openAnsi(String kind, String name, Opener opener) {
        try (Arena arena = Arena.ofConfined()) {
            return open(kind, name, ansi(name, arena), opener);
        }
    }

    /**
     * Opens by the wide function: the metadata of Windows does not say that OpenMutexA and OpenSemaphoreA set an error, so
     * that their bindings cannot tell it. A name that has an exact ANSI form is the same name to both.
     */
    private Optional<Opened> openWide(String kind, String name, Opener opener) {
        try (Arena arena = Arena.ofConfined()) {
            encoded(name);
            return open(kind, name, arena.allocateFrom(name, StandardCharsets.UTF_16LE), opener);
        }
    }

    private static Optional<Opened> open(String kind, String name, MemorySegment nativeName, Opener opener) {
        CallState call = CallState.ofThread();
        MemorySegment handle = opener.open(call.capture, nativeName);
        Opened opened = new Opened(kind, name, handle, false);
        if (!handle.equals(MemorySegment.NULL)) {
            return Optional.of(opened);
        }
        int error = call.error();
        if (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND) {
            return Optional.empty();
        }
        throw failed("opening ", opened, error);
    }

    private static SpoutException failed(String doing, Opened what, int error) {
        String reason = error == ERROR_INVALID_HANDLE ? ": an object of another kind has this name" : "";
        return Win32Error.exception(doing + what.description() + reason, error);
    }

    private MemorySegment ansi(String name, Arena arena) {
        byte[] bytes = encoded(name);
        MemorySegment terminated = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, terminated, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return terminated;
    }

    private byte[] encoded(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an object's name is not empty");
        }
        return names.encode(name).orElseThrow(() -> new IllegalArgumentException(
                '"' + name + "\" has no exact form in the " + names.description()));
    }
}
