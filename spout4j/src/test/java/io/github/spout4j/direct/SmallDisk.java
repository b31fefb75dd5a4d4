package io.github.spout4j.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts children that see a disk of their own, which ends with them; where this user may do so (Linux, unshare). */
final class SmallDisk {
    private static final String MOUNT = "mount -t tmpfs -o \"$1,mode=700\" tmpfs \"$2\" && shift 2 && exec \"$@\"";

    private SmallDisk() {}

    /**
     * Skips the test where that is not possible.
     *
     * @param options of the mount, such as size=1m
     * @param at      where the child sees it, and the child's first argument
     */
    static ChildJvm start(String options, Path at, Class<?> main) throws InterruptedException {
        assumeTrue(exitCode(launcher(options, at, "true")) == 0, "this user may mount no disk (unshare, tmpfs)");
        return ChildJvm.startBy(launcher(options, at), main, at.toString());
    }

    private static List<String> launcher(String options, Path at, String... command) {
        List<String> launcher = new ArrayList<>(
                List.of("unshare", "--map-root-user", "--mount", "sh", "-c", MOUNT, "sh", options, at.toString()));
        launcher.addAll(List.of(command));
        return launcher;
    }

    private static int exitCode(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException _) {
            return -1;
        }
    }
}
