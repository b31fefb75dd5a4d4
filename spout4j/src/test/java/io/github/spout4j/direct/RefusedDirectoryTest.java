package io.github.spout4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told whose directory of objects cannot be used. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class RefusedDirectoryTest {
    @TempDir
    private Path directory;

    @Test
    void whatWasRefusedOpensOnceItIsMended() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ChildJvm child = ChildJvm.start(RefusedProgram.class, directory.toString())) {
            for (int i = 0; i < 2; i++) {
                assertThat(child.expect("refused: ")).contains("open to other users (mode 755)",
                        "run chmod 700 " + directory);
            }
            assertThat(child.expect("opened: ")).isEqualTo("Mended");
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidAndNothingIsLeftThere() throws Exception {
        try (ChildJvm child = SmallDisk.start("size=1m", directory, DiskProgram.class)) {
            assertThat(child.expect("opening: ")).contains("the disk is full");
            assertThat(child.expect("left: ")).isEqualTo("[filler]");
            assertThat(child.expect("sending: ")).contains("16777216 bytes", "the disk is full");
            assertThat(child.expect("keeping: ")).isEqualTo("false, false");
            assertThat(child.expect("given back: ")).isEqualTo("true, true");
            assertThat(child.expect("left: ")).isEqualTo("[]");
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReadOnlyDiskIsSaid() throws Exception {
        try (ChildJvm child = SmallDisk.start("ro", directory, DiskProgram.class)) {
            assertThat(child.expect("opening: ")).contains("Read-only", "name another directory by -Dspout.directory");
            assertThat(child.exitCode()).isZero();
        }
    }
}
