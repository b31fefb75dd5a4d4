package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.kernel.PausePoint;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A short exclusive hold on a directory between processes, which ends with the process that has it. */
final class DirectoryLock implements AutoCloseable {
    /** How long is waited for what is done once. */
    static final long ONCE_MILLIS = 10_000;
    private static final long FIRST_PARK = 20_000;
    private static final int PARK_DOUBLINGS = 6;

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

    static NotNowException held(Path directory, long millis) {
        return new NotNowException("cannot lock the directory " + directory + ": a process has held it for " + millis
                + " ms; close the Spout program that is stopped or hangs");
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
        for (int round = 0;; round++) {
            int result = LibC.flock(fd, LibC.LOCK_EX);
            if (result == 0) {
                PausePoint.DIRECTORY_LOCKED.pass();
                return new DirectoryLock(fd);
            }
            if (result != -LibC.EAGAIN || Deadline.left(deadline) <= 0) {
                LibC.close(fd);
                if (result == -LibC.EAGAIN) {
                    return null;
                }
                throw new SpoutException("cannot lock the directory " + directory + ": " + LibC.reason(result));
            }
            park(round);
        }
    }

    /** Between two tries, longer the more there were, up to about 1 ms. */
    static void park(int round) {
        LockSupport.parkNanos(FIRST_PARK << Math.min(round, PARK_DOUBLINGS));
    }

    @Override
    public void close() {
        LibC.close(fd);
    }
}
