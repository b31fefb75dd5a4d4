package io.github.spout4j.kernel.posix;

import io.github.spout4j.kernel.PausePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * This process's sign of life: a number with a file that is locked while the process lives. Unlike a process id it is not
 * used again, and means the same in every container that shares the directory.
 */
final class ProcessToken {
    /** The smallest token; numbers below have other meanings where tokens stand. */
    static final int SMALLEST = 16;

    private static final System.Logger LOG = System.getLogger("io.github.spout4j");

    private final int value;
    private final Path path;
    private int fd;

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
            PausePoint.TOKEN_CREATED.pass();
            int result = fd < 0 ? fd : LibC.flock(fd, LibC.LOCK_EX);
            if (result < 0) {
                throw PrivateDirectory.failed("make", path, result);
            }
            tellPid(path);
            return new ProcessToken(value, path, fd);
        }
    }

    /** For people alone, so that it may fail. */
    private static void tellPid(Path path) {
        try {
            Files.writeString(path, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException | SecurityException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "others will not know whose " + path + " is", e);
        }
    }

    /** The process id of a token's process, as that process sees it (in a container, others see another one); empty in doubt. */
    static Optional<Long> pid(Path directory, int token) {
        try {
            return Optional.of(Long.valueOf(Files.readString(directory.resolve(FileNames.ofProcess(token)))));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    int value() {
        return value;
    }

    /** Whether another program has removed the sign of life. */
    boolean gone() {
        return LibC.namedLength(fd) == -LibC.ENOENT;
    }

    /** Gives it again, or tries to: {@link #gone} tells. The caller has the directory's lock. */
    void renew() {
        int made = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL, 0600);
        if (made < 0) {
            return;
        }
        if (LibC.flock(made, LibC.LOCK_EX) < 0) { // somebody looks at it just now
            LibC.unlink(path);
            LibC.close(made);
            return;
        }
        LibC.close(fd);
        fd = made;
        tellPid(path);
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
