package io.github.spout4j.kernel.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Arrays;

/** The C library's calls, each without interpretation: a negative result is {@code -errno}. */
@SuppressWarnings("restricted")
final class LibC {
    static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");
    static final String MACHINE = System.getProperty("os.arch");
    private static final boolean ARM = MACHINE.equals("aarch64");

    static final int O_RDONLY = 0;
    static final int O_RDWR = 2;
    static final int O_CREAT = LINUX ? 0x40 : 0x200;
    static final int O_EXCL = LINUX ? 0x80 : 0x800;
    static final int O_NONBLOCK = LINUX ? 0x800 : 0x4;
    static final int O_CLOEXEC = LINUX ? 0x80000 : 0x1000000;
    static final int O_NOFOLLOW = LINUX ? (ARM ? 0x8000 : 0x20000) : 0x100;
    static final int O_DIRECTORY = LINUX ? (ARM ? 0x4000 : 0x10000) : 0x100000;

    static final int LOCK_SH = 1;
    static final int LOCK_EX = 2;
    static final int LOCK_NB = 4;

    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EEXIST = 17;
    static final int ENOSPC = 28;
    static final int EROFS = 30;
    static final int EAGAIN = LINUX ? 11 : 35;
    static final int EDQUOT = LINUX ? 122 : 69;
    private static final int EOPNOTSUPP = LINUX ? 95 : 102;

    private static final int SEEK_END = 2;
    static final int PROT_READ = 1;
    static final int PROT_WRITE = 2;
    private static final int MAP_SHARED = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN = failing("open", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = failing("close",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle UNLINK = failing("unlink",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    private static final MethodHandle FLOCK = failing("flock",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle LSEEK = failing("lseek", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle FTRUNCATE = failing("ftruncate",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    private static final MethodHandle MMAP = failing("mmap",
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    private static final MethodHandle MUNMAP = failing("munmap",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    /** Null where the system has none, as macOS. */
    private static final MethodHandle FALLOCATE = SYMBOLS.find("posix_fallocate")
            .map(function -> LINKER.downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG)))
            .orElse(null);
    private static final MethodHandle GETEUID = plain("geteuid", FunctionDescriptor.of(ValueLayout.JAVA_INT));
    private static final MethodHandle STRERROR = plain("strerror",
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

    private LibC() {}

    /** A call whose errno nobody asks for. */
    static MethodHandle plain(String function, FunctionDescriptor descriptor, Linker.Option... options) {
        return LINKER.downcallHandle(SYMBOLS.findOrThrow(function), descriptor, options);
    }

    private static MethodHandle failing(String function, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        return plain(function, descriptor, all);
    }

    /** Memory for calls that are made often, by one thread at a time. */
    static MemorySegment callState() {
        return Arena.ofAuto().allocate(CALL_STATE);
    }

    /** A descriptor that no child process inherits and that follows no symbolic link. */
    static int open(Path path, int flags, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment name = arena.allocateFrom(path.toString());
            int fd = (int) OPEN.invokeExact(state, name, flags | O_CLOEXEC | O_NOFOLLOW, mode);
            return fd < 0 ? -errno(state) : fd;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static int close(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int result = (int) CLOSE.invokeExact(state, fd);
            return result < 0 ? -errno(state) : result;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static int unlink(Path path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int result = (int) UNLINK.invokeExact(state, arena.allocateFrom(path.toString()));
            return result < 0 ? -errno(state) : result;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Never waits: {@link #LOCK_NB} is added. A failed change of lock gives the old one up. */
    static int flock(int fd, int operation) {
        try (Arena arena = Arena.ofConfined()) {
            return flock(arena.allocate(CALL_STATE), fd, operation);
        }
    }

    /** @param state from {@link #callState} */
    static int flock(MemorySegment state, int fd, int operation) {
        try {
            int result = (int) FLOCK.invokeExact(state, fd, operation | LOCK_NB);
            return result < 0 ? -errno(state) : result;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** The file's length in bytes. */
    static long length(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            long end = (long) LSEEK.invokeExact(state, fd, 0L, SEEK_END);
            return end < 0 ? -errno(state) : end;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static int truncate(int fd, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int result = (int) FTRUNCATE.invokeExact(state, fd, length);
            return result < 0 ? -errno(state) : result;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Takes the space now, where the system can: a full disk is then an error here, not a SIGBUS at the first write. */
    static int reserve(int fd, long offset, long length) {
        if (FALLOCATE == null) {
            return 0;
        }
        try {
            int error;
            do {
                error = (int) FALLOCATE.invokeExact(fd, offset, length);
            } while (error == EINTR);
            return error == EOPNOTSUPP ? 0 : -error;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** The address of the file's first {@code length} bytes, shared. */
    static long map(int fd, long length, int protection) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            long address = (long) MMAP.invokeExact(state, 0L, length, protection, MAP_SHARED, fd, 0L);
            return address == -1 ? -errno(state) : address;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static int unmap(long address, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int result = (int) MUNMAP.invokeExact(state, address, length);
            return result < 0 ? -errno(state) : result;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static int userId() {
        try {
            return (int) GETEUID.invokeExact();
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** The system's words for a negative result. */
    static String reason(long result) {
        int errno = (int) -result;
        try {
            MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
            return text.reinterpret(Long.MAX_VALUE).getString(0) + " (errno " + errno + ")";
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    private static int errno(MemorySegment state) {
        return (int) ERRNO.get(state, 0L);
    }

    static RuntimeException unexpected(Throwable t) {
        if (t instanceof Error e) {
            throw e;
        }
        if (t instanceof RuntimeException e) {
            throw e;
        }
        throw new AssertionError(t);
    }
}
