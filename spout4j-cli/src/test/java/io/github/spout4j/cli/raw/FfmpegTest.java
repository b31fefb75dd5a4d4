package io.github.spout4j.cli.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real ffmpeg's video in at one end and out at the other. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ffmpeg for Windows in this build")
class FfmpegTest {
    private static final int FRAMES = 100;
    private static final List<String> SOURCE = List.of("ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i",
            "testsrc=size=160x90:rate=50", "-frames:v", Integer.toString(FRAMES), "-f", "rawvideo", "-pix_fmt", "rgba",
            "-");

    @TempDir
    private Path folder;

    @Test
    void hundredFramesArriveAsFfmpegMadeThem() throws Exception {
        needFfmpeg();
        Path expected = folder.resolve("expected.raw");
        Process reference = new ProcessBuilder(SOURCE).redirectOutput(expected.toFile()).start();
        assertThat(reference.waitFor()).isZero();
        assertThat(expected).hasSize(160L * 90 * 4 * FRAMES);

        String name = UniqueName.of("ffmpeg");
        try (SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--sync", "--timeout", "60",
                "--frames",
                Integer.toString(FRAMES), "--raw", "-")) {
            List<String> send = SpoutProcess.command(List.of("send", "-", "--raw", "160x90", "--fps", "200", "--sync",
                    "--name", name));
            List<Process> pipeline = ProcessBuilder.startPipeline(List.of(
                    new ProcessBuilder(SOURCE).redirectError(Redirect.INHERIT),
                    new ProcessBuilder(send).redirectError(Redirect.INHERIT).redirectOutput(Redirect.DISCARD)));
            Result received = receiver.end();
            for (Process process : pipeline) {
                assertThat(process.waitFor()).isZero();
            }
            assertThat(received.stderr()).isEmpty();
            assertThat(Arrays.mismatch(received.bytes(), Files.readAllBytes(expected))).isEqualTo(-1);
        }
    }

    private static void needFfmpeg() throws IOException {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
        if (!found && "true".equals(System.getenv("CI"))) {
            fail("ffmpeg is not on the PATH; install the package ffmpeg");
        } else if (!found) {
            abort("ffmpeg is not on the PATH; install the package ffmpeg");
        }
    }
}
