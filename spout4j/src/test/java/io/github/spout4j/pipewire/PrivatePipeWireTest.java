package io.github.spout4j.pipewire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

@NeedsPipeWire
class PrivatePipeWireTest {
    @Test
    void itIsThereByItselfAndGoesWithoutATrace() {
        Path socket;
        long pid;
        try (PrivatePipeWire pipewire = PrivatePipeWire.start(); PrivatePipeWire other = PrivatePipeWire.start()) {
            socket = pipewire.socket();
            pid = pipewire.daemonPid();
            assertThat(socket).exists();
            assertThat(socket.toString().length()).isLessThan(60);
            assertThat(other.socket()).isNotEqualTo(socket);
            assertThat(folderMode(socket)).isEqualTo("rwx------");
            assertThat(PwDump.of(pipewire).nodes()).extracting(PwNode::name).contains("Dummy-Driver");
            assertThat(pipewire.output("pw-cli", "ls", "Client")).contains("\"WirePlumber\"");
            assertThat(pipewire.output("pw-cli", "ls", "Device")).as("devices").doesNotContain("id ");
        }
        assertThat(socket.getParent()).doesNotExist();
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    private static String folderMode(Path socket) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theDaemonDiesAndComesBackAtTheSameSocket() {
        try (PrivatePipeWire pipewire = PrivatePipeWire.start()) {
            long before = pipewire.daemonPid();
            pipewire.killDaemon();
            assertThat(ProcessHandle.of(before)).isEmpty();
            assertThat(PwDump.of(pipewire).nodes()).isEmpty();
            pipewire.startDaemon();
            assertThat(pipewire.daemonPid()).isNotEqualTo(before);
            assertThat(PwDump.of(pipewire).nodes()).isNotEmpty();
        }
    }

    @Test
    void nothingIsLeftOfAKilledTestRun() {
        Path folder;
        try (ChildJvm child = ChildJvm.start(Forgotten.class)) {
            folder = Path.of(child.expect("socket ")).getParent();
            assertThat(folder).exists();
            assertThat(processesOf(folder)).isTrue();
            child.kill();
        }
        Await.until(folder + " is gone", PrivatePipeWire.PATIENCE, () -> !Files.exists(folder));
        assertThat(processesOf(folder)).isFalse();
    }

    private static boolean processesOf(Path folder) {
        return ProcessHandle.allProcesses().anyMatch(process -> {
            try {
                return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "environ"),
                        StandardCharsets.ISO_8859_1).contains("XDG_RUNTIME_DIR=" + folder);
            } catch (IOException _) {
                return false; // gone, or somebody else's
            }
        });
    }

    @Test
    void aCommandOfPeopleRunsBesideIt() {
        try (ChildJvm child = ChildJvm.start(PrivatePipeWireProgram.class, "sh", "-c",
                "pw-cli info 0 | grep -c core.daemon && echo in $XDG_RUNTIME_DIR && exit 7")) {
            String socket = child.expect("-Dspout.pipewire=");
            child.expect("1");
            assertThat(Path.of(child.expect("in "))).isEqualTo(Path.of(socket).getParent());
            assertThat(child.exitCode()).isEqualTo(7);
            assertThat(Path.of(socket).getParent()).doesNotExist();
        }
    }

    /** A run that is killed. */
    static final class Forgotten {
        private Forgotten() {}

        public static void main(String[] arguments) throws InterruptedException {
            PrivatePipeWire pipewire = PrivatePipeWire.start();
            System.out.println("socket " + pipewire.socket());
            Thread.currentThread().join();
        }
    }
}
