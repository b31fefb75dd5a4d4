package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spout4j.Spout;
import io.github.spout4j.cli.SpoutProcess.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, which is SIGINT, and SIGTERM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command to send Ctrl-C with")
class InterruptTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void senderTakesItsNameAway(String signal) throws Exception {
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("a.png").toFile());
        endsInOrder(signal, UniqueName.of("ctrl-c"), "send", "a.png");
    }

    @Test
    void senderThatWaitsForStandardInputTakesItsNameAway() throws Exception {
        endsInOrder("INT", UniqueName.of("stdin"), "send", "-", "--raw", "8x8");
    }

    private void endsInOrder(String signal, String name, String... command) throws Exception {
        assumeFalse(ignored(signal), "SIG" + signal + " is ignored in this process and so in those it starts");
        String[] arguments = Arrays.copyOf(command, command.length + 2);
        arguments[command.length] = "--name";
        arguments[command.length + 1] = name;
        try (Spout spout = Spout.open(); SpoutProcess sender = SpoutProcess.start(folder, arguments)) {
            sender.expectLine("sending as");
            assertThat(spout.senders().find(name)).isPresent();
            assertThat(
                    new ProcessBuilder("kill", "-" + signal, Long.toString(sender.process().pid())).start().waitFor())
                    .isZero();
            Result result = sender.end();
            assertThat(spout.senders().find(name)).isEmpty();
            assertThat(result.stdout()).contains("sent ");
            assertThat(result.stderr()).isEmpty();
            assertThat(result.exitCode()).isEqualTo(signal.equals("INT") ? 130 : 143);
        }
    }

    private static boolean ignored(String signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
                .orElseThrow().substring("SigIgn:".length()).strip();
        int number = signal.equals("INT") ? 2 : 15;
        return (Long.parseUnsignedLong(mask, 16) >>> (number - 1) & 1) == 1;
    }
}
