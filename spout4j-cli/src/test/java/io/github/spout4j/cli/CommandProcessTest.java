package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.SpoutProcess.Result;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each subcommand says without any frame, by process. */
class CommandProcessTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "send", "receive", "list", "active", "adapters", "settings",
            "bench", "doctor", "relay"})
    void helpHasAnExampleAndTheExitCodes(String subcommand) {
        String[] arguments = subcommand.isEmpty() ? new String[]{"--help"} : new String[]{subcommand, "--help"};
        Result result = SpoutProcess.run(folder, arguments);
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout()).startsWith("Usage: spout").contains("Example", "  spout " + subcommand,
                "0     done", "3     nothing found in time");
        assertThat(result.stdout().lines()).allMatch(line -> line.length() <= 100)
                .hasSizeLessThan(List.of("send", "receive").contains(subcommand) ? 85 : 55) // they have films beside pictures
                .noneMatch(line -> line.contains("demo-sender"));
    }

    @Test
    void versionIsTold() {
        Result result = SpoutProcess.run(folder, "--version");
        assertThat(result.stdout()).matches("spout \\d+\\.\\d+.* \\(Java 25.*\\)\\R");
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"send none.png,2", "receive,2", "demo --fps 0,2", "list --jsn,2", "doctor x y,2", "adapters x,2",
            "settings x,2",
            "bench --size 1,2",
            "active no-such-sender-here,3", "receive no-such-sender-here --timeout 0 --out a.png,3",
            "receive no-such-sender-here --timeout 0.1 --raw -,3", "bench --seconds 0,2", "completion fish,2",
            "preview --size 100x100 --screenshot a.png,2", "prevew,2", "doctor no-such-sender-here,3"})
    void errorsAreOneLineWithAnExitCode(String line, int exitCode) {
        Result result = SpoutProcess.run(folder, line.split(" "));
        assertThat(result.stderr().lines()).hasSize(1).first().asString().startsWith("spout").doesNotContain("\033");
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.bytes()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no file /dev/full, which is a full disk")
    @ValueSource(strings = {"list --json", "--version", "doctor", "completion zsh"})
    void whatCouldNotBeWrittenIsAFailure(String line) throws Exception {
        Process process = new ProcessBuilder(SpoutProcess.command(List.of(line.split(" "))))
                .redirectOutput(new File("/dev/full")).start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(errors.lines()).singleElement().asString()
                .startsWith("spout: standard output cannot be written: ");
        assertThat(process.waitFor()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void debugShowsWhereAnErrorArose() {
        Result result = SpoutProcess.run(folder, "send", "none.png", "--debug");
        assertThat(result.stderr()).contains("there is no file \"none.png\"", "\tat io.github.spout4j.cli");
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void doctorFindsThisSystemWell() {
        Result result = SpoutProcess.run(folder, "doctor");
        assertThat(result.stdout()).contains("JDK", "25", "engine", "chosen", "sender directory")
                .doesNotContain("\033");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void doctorWritesJson() {
        List<Map<?, ?>> findings = Json.objects(SpoutProcess.run(folder, "doctor", "--json").stdout());
        assertThat(findings).hasSizeGreaterThan(5).allSatisfy(finding -> assertThat(finding.keySet().stream()
                .map(Object::toString)).containsExactly("topic", "value", "level", "advice"));
    }

    @Test
    void runsOnTheModulePathToo() throws Exception {
        String modules = Arrays.stream(SpoutProcess.classPath().split(File.pathSeparator))
                .filter(entry -> Files.exists(Path.of(entry, "module-info.class"))
                        || Path.of(entry).getFileName().toString()
                                .matches("(picocli|flatlaf|spout4j|imageio-|common-).*(?<!tests)\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(onModulePath(modules, "doctor")).contains("engine");
        try (InputStream webp = CommandProcessTest.class.getResourceAsStream("pictures/lossless.webp")) {
            Files.copy(webp, folder.resolve("a.webp"));
        }
        assertThat(onModulePath(modules, "send", "a.webp", "--frames", "1", "--fps", "100", "--name",
                UniqueName.of("modules"))).contains("20x12", "sent 1 frame");
    }

    private String onModulePath(String modules, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(SpoutProcess.javaCommand(), "-p", modules,
                "--enable-native-access=io.github.spout4j,io.github.spout4j.win32,io.github.spout4j.cli", "-m",
                "io.github.spout4j.cli/io.github.spout4j.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).doesNotContain("WARNING");
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
