package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * This process's sign of life: a number with a file that is locked while the process lives. Unlike a process id it is not
 * used again, and means the same in every container that shares the directory.
 */
final class ProcessToken {
    /** The smallest token; numbers below have other meanings where tokens stand. */
    static final int SMALLEST = 16;

    private final int value;
    private final Path path;
    private final int fd;

    private ProcessToken(int value, Path path, int fd) {
        this.value = value;
        this.path = path;
        this.fd = fd;
    }

    /** A new token; the caller has the directory's lock. */
    static ProcessToken create(Path directory) {
        for (;;) {
            int value = ThreadLocalRandom.current().nextInt(SMALLEST, Integer.MAX_VALUE);
            Path path = directory.resolve(FileNames.ofProcess(value));
            int fd = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL, 0600);
            if (fd == -LibC.EEXIST) {
                continue;
            }
            int result = fd < 0 ? fd : LibC.flock(fd, LibC.LOCK_EX);
            if (result < 0) {
                throw new SpoutException("cannot make " + path + ": " + LibC.reason(result));
            }
            return new ProcessToken(value, path, fd);
        }
    }

    int value() {
        return value;
    }

    /** Ends the sign of life; the caller has the directory's lock. */
    void remove() {
        LibC.unlink(path);
        LibC.close(fd);
    }

    /** Whether a token's process is gone; false in doubt. */
    static boolean dead(Path directory, int token) {
        int fd = LibC.open(directory.resolve(FileNames.ofProcess(token)), LibC.O_RDONLY | LibC.O_NONBLOCK, 0);
        if (fd < 0) {
            return fd == -LibC.ENOENT;
        }
        boolean dead = LibC.flock(fd, LibC.LOCK_SH) == 0;
        LibC.close(fd);
        return dead;
    }
}
