package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.cli.SpoutProcess.Result;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell proposes for the last word of a line, with {@code spout completion} sourced. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bash and zsh are not part of Windows")
class CompletionTest {
    /** Arguments: the script, then the line's words. Calls what the script registered, as the shell does on Tab. */
    private static final String TAB = """
            . "$1"
            shift
            [ -z "${ZSH_VERSION:-}" ] || emulate ksh
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            _complete_spout
            printf '%s\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completesWhatThereIs(String shell) throws Exception {
        assumeTrue(isInstalled(shell), shell + " is not installed");
        assertThat(propose(shell, "se")).containsExactlyInAnyOrder("send", "settings");
        assertThat(propose(shell, "send", "--f")).containsExactlyInAnyOrder("--fps", "--frames", "--format",
                "--ffmpeg");
        assertThat(propose(shell, "send", "--alpha", "p")).containsExactly("premultiplied");
        assertThat(propose(shell, "demo", "--transport", "")).containsExactlyInAnyOrder("auto", "texture", "memory");
        assertThat(propose(shell, "list", "--engine", "")).contains("direct", "library");
        assertThat(propose(shell, "completion", "")).contains("bash", "zsh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void doesNotTellWhatIsHidden(String shell) throws Exception {
        assumeTrue(isInstalled(shell), shell + " is not installed");
        assertThat(propose(shell, "d")).containsExactlyInAnyOrder("demo", "doctor");
        assertThat(propose(shell, "demo", "--s")).containsExactly("--size");
    }

    @Test
    void aShellItDoesNotKnowIsBadInput() {
        Result result = SpoutProcess.run(folder, "completion", "fish");
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.stderr().lines()).hasSize(1).first().asString().containsIgnoringCase("bash or zsh");
    }

    private List<String> propose(String shell, String... words) throws IOException, InterruptedException {
        Path script = folder.resolve("completion");
        if (!Files.exists(script)) {
            Files.write(script, SpoutProcess.run(folder, "completion", shell).bytes());
        }
        List<String> command = new ArrayList<>(List.of(shell, "-c", TAB, shell, script.toString(), "spout"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        // bash asks for what begins so; zsh for all, and looks itself
        return out.lines().map(String::strip)
                .filter(word -> !word.isEmpty() && word.startsWith(words[words.length - 1]))
                .toList();
    }

    private static boolean isInstalled(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", ":").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
