package io.github.spout4j.kernel.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.spout4j.SpoutException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One object's file, mapped, and held: a shared lock on it says that somebody lives who uses it. A file without any lock
 * is what dead processes left. All but {@link #bytes} needs the directory's lock.
 */
@SuppressWarnings("restricted")
final class ObjectFile {
    private static final int MODE = 0600;

    private final Path path;
    private final MemorySegment bytes;
    private int fd;

    private ObjectFile(Path path, int fd, MemorySegment bytes) {
        this.path = path;
        this.fd = fd;
        this.bytes = bytes;
    }

    /** Holds the file that somebody else holds; null where there is none. A leftover is removed. */
    static ObjectFile open(Path path, byte[] name, ObjectKind kind, Access access) {
        return open(path, name, kind, access, true);
    }

    /** To be read, without holding it: {@link #held} tells how long it lives. */
    static ObjectFile watch(Path path, byte[] name, ObjectKind kind) {
        return open(path, name, kind, Access.READ, false);
    }

    private static ObjectFile open(Path path, byte[] name, ObjectKind kind, Access access, boolean hold) {
        int fd = LibC.open(path, access.flags | LibC.O_NONBLOCK, 0);
        if (fd == -LibC.ENOENT) {
            return null;
        }
        succeed(fd, "open", path);
        try {
            if (!held(LibC.flock(fd, LibC.LOCK_EX), path)) {
                succeed(LibC.unlink(path), "remove the leftover", path);
                LibC.close(fd);
                return null;
            }
            if (hold) {
                succeed(LibC.flock(fd, LibC.LOCK_SH), "hold", path);
            }
            long length = succeed(LibC.length(fd), "measure", path);
            if (length < ObjectLayout.HEAD_SIZE) {
                throw foreign(path, "it has only " + length + " bytes");
            }
            ObjectFile file = map(path, fd, length, access);
            try {
                file.check(name, kind);
            } catch (SpoutException e) {
                file.unmap();
                throw e;
            }
            return file;
        } catch (SpoutException e) {
            LibC.close(fd);
            throw e;
        }
    }

    /** Makes and holds a file where there is none. */
    static ObjectFile create(Path path, byte[] name, ObjectKind kind, Birth birth) {
        long length = ObjectLayout.fileSize(kind, birth.size());
        int fd = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL, MODE);
        succeed(fd, "create", path);
        try {
            succeed(LibC.flock(fd, LibC.LOCK_SH), "hold", path);
            succeed(LibC.truncate(fd, length), "size to " + length + " bytes", path);
            succeed(LibC.reserve(fd, 0, ObjectLayout.HEAD_SIZE), "find space for", path);
            if (kind == ObjectKind.MEMORY) {
                reserve(path, fd, 0, birth.reserved());
            }
            ObjectFile file = map(path, fd, length, Access.WRITE);
            file.write(name, kind, birth);
            return file;
        } catch (SpoutException e) {
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

    long size() {
        return bytes.get(JAVA_LONG, ObjectLayout.SIZE);
    }

    int maximum() {
        return bytes.get(JAVA_INT, ObjectLayout.MAXIMUM);
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

    /** Holds it no more, and removes it where nobody else does. The mapping stays. */
    synchronized void letGo() {
        if (fd >= 0) {
            if (LibC.flock(fd, LibC.LOCK_EX) == 0) {
                LibC.unlink(path);
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
        bytes.set(JAVA_INT, ObjectLayout.VERSION, ObjectLayout.VERSION_VALUE);
        bytes.set(JAVA_INT, ObjectLayout.KIND, kind.code);
        bytes.set(JAVA_LONG, ObjectLayout.SIZE, birth.size());
        bytes.set(JAVA_INT, ObjectLayout.MAXIMUM, birth.maximum());
        bytes.set(JAVA_INT, ObjectLayout.STATE, birth.state());
        bytes.set(JAVA_INT, ObjectLayout.NAME_LENGTH, name.length);
        MemorySegment.copy(name, 0, bytes, JAVA_BYTE, ObjectLayout.NAME, name.length);
        bytes.set(JAVA_LONG, ObjectLayout.MAGIC, ObjectLayout.MAGIC_VALUE);
    }

    private void check(byte[] name, ObjectKind kind) {
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
        if (size() < 0 || size() > bytes.byteSize() || ObjectLayout.fileSize(kind, size()) > bytes.byteSize()) {
            throw foreign(path, "it promises " + size() + " bytes and has " + bytes.byteSize() + " with its head");
        }
    }

    private byte[] name() {
        int length = Math.clamp(bytes.get(JAVA_INT, ObjectLayout.NAME_LENGTH), 0, ObjectLayout.NAME_MAXIMUM);
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
