package io.github.spout4j.kernel.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.PausePoint;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * One object's file, mapped, and held: a shared lock on it says that somebody lives who uses it. A file without any lock
 * is what dead processes left. All but {@link #bytes} needs the directory's lock.
 */
@SuppressWarnings("restricted")
final class ObjectFile {
    private static final int MODE = 0600;
    /** Far longer than a process takes to die. */
    private static final long DYING_MILLIS = 25;
    private static final long DYING_PARK = 50_000;

    private final Path path;
    private final MemorySegment bytes;
    private long size;
    private int maximum;
    private int fd;

    private ObjectFile(Path path, int fd, MemorySegment bytes) {
        this.path = path;
        this.fd = fd;
        this.bytes = bytes;
    }

    /**
     * Holds the file that somebody else holds; null where there is none. A leftover is removed, and where a new object is wanted so is a file that
     * was cut: it is of no use to whoever holds it.
     */
    static ObjectFile open(Path path, byte[] name, ObjectKind kind, Access access, boolean replaced) {
        return open(path, name, kind, access, true, replaced);
    }

    /** To be read, without holding it: {@link #held} tells how long it lives. */
    static ObjectFile watch(Path path, byte[] name, ObjectKind kind) {
        return open(path, name, kind, Access.READ, false, false);
    }

    private static ObjectFile open(Path path, byte[] name, ObjectKind kind, Access access, boolean hold,
            boolean replaced) {
        int fd = LibC.open(path, access.flags | LibC.O_NONBLOCK, 0);
        if (fd == -LibC.ENOENT) {
            return null;
        }
        succeed(fd, "open", path);
        PausePoint.FILE_FOUND.pass();
        try {
            if (leftover(fd, path, hold)) {
                succeed(LibC.unlink(path), "remove the leftover", path);
                LibC.close(fd);
                return null;
            }
            long length = succeed(LibC.length(fd), "measure", path);
            ObjectFile file = length < ObjectLayout.HEAD_SIZE ? null : map(path, fd, length, access);
            boolean whole = false;
            try {
                whole = file != null && file.check(name, kind);
            } finally {
                if (file != null && !whole) {
                    file.unmap();
                }
            }
            if (whole) {
                return file;
            }
            if (replaced) {
                succeed(LibC.unlink(path), "remove what was cut,", path);
            }
            LibC.close(fd);
            return null;
        } catch (SpoutException | InternalError e) {
            LibC.close(fd);
            throw e;
        }
    }

    /**
     * Whether nobody holds it; else it is held now, where that is wanted. A process that is killed loses its locks one by one: while the
     * directory's has gone and the file's has not, the file may be half made, or about to be removed.
     */
    private static boolean leftover(int fd, Path path, boolean hold) {
        long deadline = Deadline.after(DYING_MILLIS);
        for (;;) {
            if (!held(LibC.flock(fd, LibC.LOCK_EX), path)) {
                return true;
            }
            if (!hold) {
                return false;
            }
            int result = LibC.flock(fd, LibC.LOCK_SH);
            boolean dying = result == -LibC.EAGAIN || result == 0 && !made(fd, path);
            if (!dying || Deadline.left(deadline) <= 0) {
                succeed(result, "hold", path);
                return false;
            }
            LockSupport.parkNanos(DYING_PARK);
        }
    }

    /** Whether there is anything where a file begins. */
    private static boolean made(int fd, Path path) {
        if (succeed(LibC.length(fd), "measure", path) < ObjectLayout.HEAD_SIZE) {
            return false;
        }
        ObjectFile head = map(path, fd, ObjectLayout.HEAD_SIZE, Access.READ);
        try {
            return head.bytes.get(JAVA_LONG, ObjectLayout.MAGIC) != 0;
        } finally {
            head.unmap();
        }
    }

    /** Makes and holds a file where there is none. */
    static ObjectFile create(Path path, byte[] name, ObjectKind kind, Birth birth) {
        long length = ObjectLayout.fileSize(kind, birth.size());
        int fd = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL, MODE);
        succeed(fd, "create", path);
        PausePoint.FILE_CREATED.pass();
        try {
            succeed(LibC.flock(fd, LibC.LOCK_SH), "hold", path);
            PausePoint.FILE_HELD.pass();
            succeed(LibC.truncate(fd, length), "size to " + length + " bytes", path);
            succeed(LibC.reserve(fd, 0, ObjectLayout.HEAD_SIZE), "find space for", path);
            if (kind == ObjectKind.MEMORY) {
                reserve(path, fd, 0, birth.reserved());
            }
            ObjectFile file = map(path, fd, length, Access.WRITE);
            file.write(name, kind, birth);
            PausePoint.FILE_MADE.pass();
            return file;
        } catch (SpoutException | InternalError e) {
            LibC.unlink(path);
            LibC.close(fd);
            throw e;
        }
    }

    /** Removes the file if it is a leftover. */
    static void sweep(Path path) {
        int fd = LibC.open(path, LibC.O_RDWR | LibC.O_NONBLOCK, 0);
        if (fd >= 0) {
            if (LibC.flock(fd, LibC.LOCK_EX) == 0) {
                LibC.unlink(path);
            }
            LibC.close(fd);
        }
    }

    /** The whole file; valid until {@link #unmap}, which nothing but the caller's order ensures. */
    MemorySegment bytes() {
        return bytes;
    }

    /** Bytes of memory, as its maker has said. */
    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    /** A semaphore's largest count. */
    int maximum() {
        return maximum;
    }

    /** Whether another program has taken away the file, or a part of it. Needs no lock. */
    synchronized boolean gone() {
        return fd >= 0 && LibC.namedLength(fd) < bytes.byteSize();
    }

    /** Makes every access harmless: where bytes are missing, all are zeros of this process's own. Needs no lock. */
    synchronized void cover() {
        if (fd >= 0 && LibC.length(fd) < bytes.byteSize()) {
            succeed(LibC.cover(bytes.address(), bytes.byteSize(), Access.WRITE.protection), "replace", path);
        }
    }

    /** Writes the head again where somebody has overwritten it: who holds the object knows it. Needs no lock. */
    void mend(byte[] name, ObjectKind kind) {
        if (!bytes.isReadOnly() && !isHead(name, kind)) {
            writeHead(name, kind);
        }
    }

    private boolean isHead(byte[] name, ObjectKind kind) {
        return bytes.get(JAVA_LONG, ObjectLayout.MAGIC) == ObjectLayout.MAGIC_VALUE
                && bytes.get(JAVA_INT, ObjectLayout.VERSION) == ObjectLayout.VERSION_VALUE
                && bytes.get(JAVA_INT, ObjectLayout.KIND) == kind.code
                && bytes.get(JAVA_LONG, ObjectLayout.SIZE) == size
                && bytes.get(JAVA_INT, ObjectLayout.MAXIMUM) == maximum && Arrays.equals(name, name());
    }

    /** Takes room for some of memory's bytes, as long as it is held. Needs no lock. */
    synchronized void reserve(long offset, long length) {
        if (fd >= 0) {
            reserve(path, fd, offset, length);
        }
    }

    private static void reserve(Path path, int fd, long offset, long length) {
        succeed(LibC.reserve(fd, ObjectLayout.PAYLOAD + offset, length), "find " + length + " bytes for", path);
    }

    /** Holds it no more, and removes it where nobody else does, also where it was abandoned before. The mapping stays. */
    synchronized void letGo() {
        if (fd < 0) {
            sweep(path);
        } else {
            if (LibC.flock(fd, LibC.LOCK_EX) == 0) {
                PausePoint.FILE_LEFT.pass();
                if (LibC.namedLength(fd) != -LibC.ENOENT) {
                    LibC.unlink(path);
                }
            }
            LibC.close(fd);
            fd = -1;
        }
    }

    /** As {@link #letGo}, without the directory's lock: what nobody holds is a leftover. */
    synchronized void abandon() {
        if (fd >= 0) {
            LibC.close(fd);
            fd = -1;
        }
    }

    /** Whether somebody holds what is watched. Where nobody does, others cannot tell until it is closed. */
    boolean held(MemorySegment callState) {
        return held(LibC.flock(callState, fd, LibC.LOCK_EX), path);
    }

    private static boolean held(int result, Path path) {
        if (result != -LibC.EAGAIN) {
            succeed(result, "look at", path);
        }
        return result < 0;
    }

    void unmap() {
        LibC.unmap(bytes.address(), bytes.byteSize());
    }

    private static ObjectFile map(Path path, int fd, long length, Access access) {
        long address = succeed(LibC.map(fd, length, access.protection), "map", path);
        MemorySegment bytes = MemorySegment.ofAddress(address).reinterpret(length);
        return new ObjectFile(path, fd, access == Access.READ ? bytes.asReadOnly() : bytes);
    }

    private void write(byte[] name, ObjectKind kind, Birth birth) {
        size = birth.size();
        maximum = birth.maximum();
        bytes.set(JAVA_INT, ObjectLayout.STATE, birth.state());
        writeHead(name, kind);
    }

    private void writeHead(byte[] name, ObjectKind kind) {
        bytes.set(JAVA_INT, ObjectLayout.VERSION, ObjectLayout.VERSION_VALUE);
        bytes.set(JAVA_INT, ObjectLayout.KIND, kind.code);
        bytes.set(JAVA_LONG, ObjectLayout.SIZE, size);
        bytes.set(JAVA_INT, ObjectLayout.MAXIMUM, maximum);
        bytes.set(JAVA_INT, ObjectLayout.NAME_LENGTH, name.length);
        MemorySegment.copy(name, 0, bytes, JAVA_BYTE, ObjectLayout.NAME, name.length);
        bytes.set(JAVA_LONG, ObjectLayout.MAGIC, ObjectLayout.MAGIC_VALUE);
    }

    /** False where there is less than the head promises. */
    private boolean check(byte[] name, ObjectKind kind) {
        int version = bytes.get(JAVA_INT, ObjectLayout.VERSION);
        if (bytes.get(JAVA_LONG, ObjectLayout.MAGIC) != ObjectLayout.MAGIC_VALUE) {
            throw foreign(path, "it does not begin as such a file does");
        }
        if (version != ObjectLayout.VERSION_VALUE) {
            throw foreign(path, "it is of version " + version + ", this program knows " + ObjectLayout.VERSION_VALUE);
        }
        if (!Arrays.equals(name, name())) {
            throw foreign(path, "it does not carry the name \"" + new String(name, StandardCharsets.UTF_8) + "\"");
        }
        int code = bytes.get(JAVA_INT, ObjectLayout.KIND);
        if (code != kind.code) {
            throw new WrongKindException(name, kind, ObjectKind.describe(code));
        }
        size = bytes.get(JAVA_LONG, ObjectLayout.SIZE);
        maximum = bytes.get(JAVA_INT, ObjectLayout.MAXIMUM);
        if (size < 0) {
            throw foreign(path, "it promises " + size + " bytes");
        }
        if (kind == ObjectKind.SEMAPHORE && maximum < 1) {
            throw foreign(path, "it counts to " + maximum);
        }
        return size <= bytes.byteSize() && ObjectLayout.fileSize(kind, size) <= bytes.byteSize();
    }

    private byte[] name() {
        int length = Math.min(Math.max(bytes.get(JAVA_INT, ObjectLayout.NAME_LENGTH), 0),
                ObjectLayout.NAME_MAXIMUM);
        return bytes.asSlice(ObjectLayout.NAME, length).toArray(JAVA_BYTE);
    }

    private static SpoutException foreign(Path path, String why) {
        return new SpoutException(path + " is in use but is not a shared object of spout4j: " + why);
    }

    private static int succeed(int result, String what, Path path) {
        return (int) succeed((long) result, what, path);
    }

    private static long succeed(long result, String what, Path path) {
        if (result < 0) {
            throw PrivateDirectory.failed(what, path, result);
        }
        return result;
    }
}
