package io.github.spout4j.pipewire;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The memory of a buffer, mapped by us: it stays, whatever becomes of the buffer, until the last user has released it. Thread-safe.
 */
@SuppressWarnings("restricted")
final class BlockMemory {
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int MAP_SHARED = 1;
    /** Of the largest that Linux has. */
    private static final long PAGE = 65536;
    private static final int MFD_CLOEXEC_AND_SEALING = 3;
    private static final int F_ADD_SEALS = 1033;
    private static final int F_GET_SEALS = 1034;
    private static final int F_SEAL_SHRINK = 2;
    private static final int SEALS = 1 | F_SEAL_SHRINK | 4;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    /** -1 where it is not ours to close. */
    private final int fd;
    private final boolean sealed;
    private final AtomicInteger users = new AtomicInteger(1);

    private BlockMemory(int fd, int ownFd, long offset, long bytes, int protection) {
        this.fd = ownFd;
        sealed = isSealed(fd);
        long start = offset & -PAGE;
        long inPage = offset - start;
        long length = inPage + bytes;
        long address = LibPipeWire.mmap(length, protection, MAP_SHARED, fd, start);
        if (address == -1) {
            arena.close();
            throw new SpoutException(bytes + " bytes of a frame cannot be mapped; is the system out of memory?");
        }
        memory = MemorySegment.ofAddress(address)
                .reinterpret(length, arena, mapped -> LibPipeWire.munmap(address, length)).asSlice(inPage, bytes);
    }

    /** New memory for frames to be written to, which nobody can cut. */
    static BlockMemory create(long bytes) {
        int fd = LibPipeWire.memfdCreate("spout4j frame", MFD_CLOEXEC_AND_SEALING);
        if (fd < 0) {
            throw new SpoutException("there is no memory for frames: too many files are open");
        }
        try {
            if (LibPipeWire.ftruncate(fd, bytes) < 0) {
                throw new SpoutException("there is no memory for frames of " + bytes + " bytes");
            }
            LibPipeWire.fcntl(fd, F_ADD_SEALS, SEALS);
            return new BlockMemory(fd, fd, 0, bytes, PROT_READ | PROT_WRITE);
        } catch (RuntimeException | Error e) {
            LibPipeWire.close(fd);
            throw e;
        }
    }

    /** Somebody else's, to be read; null where it is not all there or may not be mapped. */
    static BlockMemory map(int fd, long offset, long bytes) {
        long size = LibPipeWire.size(fd);
        if (size < 0 || offset < 0 || bytes < 1 || offset > size - bytes) {
            return null;
        }
        try {
            return new BlockMemory(fd, -1, offset, bytes, PROT_READ);
        } catch (SpoutException _) {
            return null;
        }
    }

    private static boolean isSealed(int fd) {
        int seals = LibPipeWire.fcntl(fd, F_GET_SEALS, 0);
        return seals >= 0 && (seals & F_SEAL_SHRINK) != 0;
    }

    /** Whether nobody can cut it, so that reading it cannot fail. */
    boolean sealed() {
        return sealed;
    }

    int fd() {
        return fd;
    }

    MemorySegment memory() {
        return memory;
    }

    /** One user more, while there is one. */
    void hold() {
        users.incrementAndGet();
    }

    /** One user less. */
    void release() {
        if (users.decrementAndGet() == 0) {
            arena.close();
            if (fd >= 0) {
                LibPipeWire.close(fd);
            }
        }
    }
}
