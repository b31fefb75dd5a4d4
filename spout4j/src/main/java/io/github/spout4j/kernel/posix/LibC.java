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
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_FIXED = 0x10;
    private static final int MAP_ANONYMOUS = LINUX ? 0x20 : 0x1000;

    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_LINKS_AND_SIZE = 0x204;
    private static final long STATX_BYTES = 256;
    private static final long STATX_LINKS = 16;
    private static final long STATX_SIZE = 40;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    /**
     * Of all calls, so that Java makes the code of a call once, which takes as long as all else at a start: six numbers as wide as a register, of which a
     * function takes as many as it has parameters, and the low half of those that are ints. So is an int that it returns.
     */
    private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG);
    private static final Linker.Option ERRNO_KEPT = Linker.Option.captureCallState("errno");

    /** Elsewhere than on Linux, optional parameters do not go where others go. */
    private static final MethodHandle OPEN = LINUX
            ? function("open")
            : plain("open", SHAPE, ERRNO_KEPT, Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = function("close");
    private static final MethodHandle UNLINK = function("unlink");
    private static final MethodHandle FLOCK = function("flock");
    private static final MethodHandle LSEEK = function("lseek");
    private static final MethodHandle FTRUNCATE = function("ftruncate");
    private static final MethodHandle MMAP = function("mmap");
    private static final MethodHandle MUNMAP = function("munmap");
    /** Null where the system has none, as macOS. */
    private static final MethodHandle FALLOCATE = SYMBOLS.find("posix_fallocate")
            .map(function -> LINKER.downcallHandle(function, SHAPE, ERRNO_KEPT)).orElse(null);
    /** Null where the system has none, as macOS. */
    private static final MethodHandle STATX = LINUX
            ? SYMBOLS.find("statx").map(function -> LINKER.downcallHandle(function, SHAPE, ERRNO_KEPT)).orElse(null)
            : null;
    private static final MethodHandle GETEUID = function("geteuid");
    private static final MethodHandle STRERROR = function("strerror");

    private LibC() {}

    /** A call whose errno nobody asks for. */
    static MethodHandle plain(String function, FunctionDescriptor descriptor, Linker.Option... options) {
        return LINKER.downcallHandle(SYMBOLS.findOrThrow(function), descriptor, options);
    }

    private static MethodHandle function(String name) {
        return plain(name, SHAPE, ERRNO_KEPT);
    }

    private static long call(MethodHandle function, MemorySegment state, long a, long b, long c, long d, long e,
            long f) {
        try {
            return (long) function.invokeExact(state, a, b, c, d, e, f);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** A call that returns an int, -1 where it has failed. */
    private static int call(MethodHandle function, MemorySegment state, long a, long b, long c) {
        int result = (int) call(function, state, a, b, c, 0, 0, 0);
        return result < 0 ? -errno(state) : result;
    }

    private static int call(MethodHandle function, long a, long b, long c) {
        try (Arena arena = Arena.ofConfined()) {
            return call(function, arena.allocate(CALL_STATE), a, b, c);
        }
    }

    /** A call that returns a long, -1 where it has failed. */
    private static long callWide(MethodHandle function, long a, long b, long c, long d, long e, long f) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            long result = call(function, state, a, b, c, d, e, f);
            return result == -1 ? -errno(state) : result;
        }
    }

    /** Memory for calls that are made often, by one thread at a time. */
    static MemorySegment callState() {
        return Arena.ofAuto().allocate(CALL_STATE);
    }

    /** A descriptor that no child process inherits and that follows no symbolic link. */
    static int open(Path path, int flags, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            return call(OPEN, arena.allocateFrom(path.toString()).address(), flags | O_CLOEXEC | O_NOFOLLOW, mode);
        }
    }

    static int close(int fd) {
        return call(CLOSE, fd, 0, 0);
    }

    static int unlink(Path path) {
        try (Arena arena = Arena.ofConfined()) {
            return call(UNLINK, arena.allocateFrom(path.toString()).address(), 0, 0);
        }
    }

    /** Never waits: {@link #LOCK_NB} is added. A failed change of lock gives the old one up. */
    static int flock(int fd, int operation) {
        return call(FLOCK, fd, operation | LOCK_NB, 0);
    }

    /** @param state from {@link #callState} */
    static int flock(MemorySegment state, int fd, int operation) {
        return call(FLOCK, state, fd, operation | LOCK_NB, 0);
    }

    /** The file's length in bytes. */
    static long length(int fd) {
        return callWide(LSEEK, fd, 0, SEEK_END, 0, 0, 0);
    }

    /** As {@link #length}; {@code -ENOENT} where the file has no name any more, as far as the system tells. */
    static long namedLength(int fd) {
        if (STATX == null) {
            return length(fd);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment status = arena.allocate(STATX_BYTES, Long.BYTES);
            int result = (int) call(STATX, state, fd, arena.allocateFrom("").address(), AT_EMPTY_PATH,
                    STATX_LINKS_AND_SIZE, status.address(), 0);
            if (result < 0) {
                return -errno(state);
            }
            return status.get(ValueLayout.JAVA_INT, STATX_LINKS) == 0
                    ? -ENOENT
                    : status.get(ValueLayout.JAVA_LONG, STATX_SIZE);
        }
    }

    static int truncate(int fd, long length) {
        return call(FTRUNCATE, fd, length, 0);
    }

    /** Takes the space now, where the system can: a full disk is then an error here, not a SIGBUS at the first write. */
    static int reserve(int fd, long offset, long length) {
        if (FALLOCATE == null) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int error;
            do {
                error = (int) call(FALLOCATE, state, fd, offset, length, 0, 0, 0);
            } while (error == EINTR);
            return error == EOPNOTSUPP ? 0 : -error;
        }
    }

    /** The address of the file's first {@code length} bytes, shared. */
    static long map(int fd, long length, int protection) {
        return callWide(MMAP, 0, length, protection, MAP_SHARED, fd, 0);
    }

    /** Zeros of this process's own in the place of what is mapped there. */
    static long cover(long address, long length, int protection) {
        return callWide(MMAP, address, length, protection, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0);
    }

    static int unmap(long address, long length) {
        return call(MUNMAP, address, length, 0);
    }

    static int userId() {
        try (Arena arena = Arena.ofConfined()) {
            return (int) call(GETEUID, arena.allocate(CALL_STATE), 0, 0, 0, 0, 0, 0);
        }
    }

    /** The system's words for a negative result. */
    static String reason(long result) {
        int errno = (int) -result;
        try (Arena arena = Arena.ofConfined()) {
            long text = call(STRERROR, arena.allocate(CALL_STATE), errno, 0, 0, 0, 0, 0);
            return MemorySegment.ofAddress(text).reinterpret(Long.MAX_VALUE).getString(0) + " (errno " + errno + ")";
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
