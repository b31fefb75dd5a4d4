package io.github.spout4j.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.FrameSync;
import io.github.spout4j.Spout;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spout sync}, by processes. */
class SyncTest {
    @TempDir
    private Path folder;

    private final String name = UniqueName.of("sync");

    @Test
    void signalsGoFromProcessToProcess() {
        try (SpoutProcess waiter = SpoutProcess.start(folder, "sync", "wait", name, "--count", "2", "--timeout", "60");
                SpoutProcess _ = SpoutProcess.start(folder, "sync", "signal", name, "--fps", "50")) {
            waiter.expectLine("signal 1");
            waiter.expectLine("signal 2");
            assertThat(waiter.end().exitCode()).isZero();
        }
    }

    @Test
    void oneSignalIsKeptForWhoeverHoldsIt() {
        try (Spout spout = Spout.open(); FrameSync sync = spout.frameSync(name)) {
            Result result = SpoutProcess.run(folder, "sync", "signal", name, "--json");
            assertThat(Json.parse(result.stdout())).hasToString("{name=" + name + ", signals=1.0}");
            assertThat(result.exitCode()).isZero();
            assertThat(sync.await(Duration.ZERO)).isTrue();
            assertThat(sync.await(Duration.ZERO)).isFalse();
            sync.signal();
            Result waited = SpoutProcess.run(folder, "sync", "wait", name, "--quiet", "--timeout", "60");
            assertThat(waited.stdout()).isEmpty();
            assertThat(waited.exitCode()).isZero();
        }
    }

    @Test
    void noSignalIsToldAfterTheTime() {
        Result result = SpoutProcess.run(folder, "sync", "wait", name, "--timeout", "0.1");
        assertThat(result.stderr().lines()).singleElement().asString()
                .contains("no signal of \"" + name + "\" came within 0.1 s");
        assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    }
}
