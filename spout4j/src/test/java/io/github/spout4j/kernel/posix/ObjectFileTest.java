package io.github.spout4j.kernel.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "objects that are files are POSIX's")
class ObjectFileTest {
    private static final byte[] NAME = "dying".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    /** Its maker was killed, and has lost the directory's lock before the file's. */
    @Test
    void whatADyingProcessHalfMadeIsWaitedFor() throws InterruptedException {
        Path path = directory.resolve("half");

        assertGoneOnceClosed(path, lock(path, LibC.LOCK_SH));
    }

    @Test
    void whatADyingProcessWasAboutToRemoveIsWaitedFor() throws InterruptedException {
        Path path = directory.resolve("leaving");
        ObjectFile made = ObjectFile.create(path, NAME, ObjectKind.MUTEX, new Birth(0, 0, 0, 0));
        made.abandon();
        made.unmap();

        assertGoneOnceClosed(path, lock(path, LibC.LOCK_EX));
    }

    @Test
    void whatIsHeldForGoodAndNeverMadeIsNoneAndReplaced() {
        Path path = directory.resolve("foreign");
        int fd = lock(path, LibC.LOCK_SH);

        assertThat(ObjectFile.open(path, NAME, ObjectKind.MUTEX, Access.WRITE, false)).isNull();
        assertThat(path).exists();
        assertThat(ObjectFile.open(path, NAME, ObjectKind.MUTEX, Access.WRITE, true)).isNull();
        assertThat(path).doesNotExist();

        LibC.close(fd);
    }

    private static int lock(Path path, int how) {
        int fd = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT, 0600);
        assertThat(fd).isNotNegative();
        assertThat(LibC.flock(fd, how)).isZero();
        return fd;
    }

    /** Closed by another thread as soon as this one waits. */
    private static void assertGoneOnceClosed(Path path, int fd) throws InterruptedException {
        Thread opening = Thread.currentThread();
        Thread dying = Thread.ofPlatform().start(() -> {
            while (opening.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            LibC.close(fd);
        });

        assertThat(ObjectFile.open(path, NAME, ObjectKind.MUTEX, Access.WRITE, false)).isNull();

        dying.join();
        assertThat(path).doesNotExist();
    }
}
