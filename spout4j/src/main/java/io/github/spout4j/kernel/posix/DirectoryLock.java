package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A short exclusive hold on a directory between processes, which ends with the process that has it. */
final class DirectoryLock implements AutoCloseable {
    private static final long ONCE_MILLIS = 10_000;
    private static final long FIRST_PARK = 20_000;
    private static final long LONGEST_PARK = 1_000_000;

    private final int fd;

    private DirectoryLock(int fd) {
        this.fd = fd;
    }

    /**
     * For what is done once.
     *
     * @throws SpoutException where another process keeps it
     */
    static DirectoryLock take(Path directory) {
        DirectoryLock taken = tryTake(directory, ONCE_MILLIS);
        if (taken == null) {
            throw held(directory, ONCE_MILLIS);
        }
        return taken;
    }

    static SpoutException held(Path directory, long millis) {
        return new SpoutException("cannot lock the directory " + directory + ": a process has held it for " + millis
                + " ms; is one stopped?");
    }

    /** Null where another process keeps it for so long. */
    static DirectoryLock tryTake(Path directory, long timeoutMillis) {
        int fd = LibC.open(directory, LibC.O_RDONLY | LibC.O_DIRECTORY, 0);
        if (fd == -LibC.ENOENT) {
            PrivateDirectory.ensure(directory);
            fd = LibC.open(directory, LibC.O_RDONLY | LibC.O_DIRECTORY, 0);
        }
        if (fd < 0) {
            throw new SpoutException("cannot open the directory " + directory + ": " + LibC.reason(fd));
        }
        long deadline = Deadline.after(timeoutMillis);
        long park = FIRST_PARK;
        for (;;) {
            int result = LibC.flock(fd, LibC.LOCK_EX);
            if (result == 0) {
                return new DirectoryLock(fd);
            }
            if (result != -LibC.EAGAIN || Deadline.left(deadline) <= 0) {
                LibC.close(fd);
                if (result == -LibC.EAGAIN) {
                    return null;
                }
                throw new SpoutException("cannot lock the directory " + directory + ": " + LibC.reason(result));
            }
            LockSupport.parkNanos(park);
            park = Math.min(2 * park, LONGEST_PARK);
        }
    }

    @Override
    public void close() {
        LibC.close(fd);
    }
}
