package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A short exclusive hold on a directory between processes, which ends with the process that has it. */
final class DirectoryLock implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long FIRST_PARK = 20_000;
    private static final long LONGEST_PARK = 1_000_000;

    private final int fd;

    private DirectoryLock(int fd) {
        this.fd = fd;
    }

    static DirectoryLock take(Path directory) {
        int fd = LibC.open(directory, LibC.O_RDONLY | LibC.O_DIRECTORY, 0);
        if (fd == -LibC.ENOENT) {
            PrivateDirectory.ensure(directory);
            fd = LibC.open(directory, LibC.O_RDONLY | LibC.O_DIRECTORY, 0);
        }
        if (fd < 0) {
            throw new SpoutException("cannot open the directory " + directory + ": " + LibC.reason(fd));
        }
        long deadline = System.nanoTime() + PATIENCE;
        long park = FIRST_PARK;
        for (;;) {
            int result = LibC.flock(fd, LibC.LOCK_EX);
            if (result == 0) {
                return new DirectoryLock(fd);
            }
            if (result != -LibC.EAGAIN || Deadline.left(deadline) <= 0) {
                LibC.close(fd);
                throw new SpoutException("cannot lock the directory " + directory + ": "
                        + (result == -LibC.EAGAIN
                                ? "a process has held it for 10 s; is one stopped?"
                                : LibC.reason(result)));
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
