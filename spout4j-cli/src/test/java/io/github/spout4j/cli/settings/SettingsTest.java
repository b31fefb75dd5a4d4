package io.github.spout4j.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code spout settings}, and what {@code spout doctor} says of them, by process with a settings file of its own. */
class SettingsTest {
    private static final String NO_CHANGES = "settings are the user's own there, and no test changes them";

    @TempDir
    private Path folder;

    private Path file;
    private Map<String, String> properties;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("settings");
        properties = Map.of("spout.settings", file.toString());
    }

    @Test
    void allAreShownWithTheirSource() {
        Result result = SpoutProcess.run(folder, properties, "settings");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout().lines().filter(line -> !line.contains("->"))).hasSize(9).first().asString()
                .startsWith("ok       settings");
        assertThat(result.stdout()).contains("setting MaxSenders", "setting Framecount", "setting CPU",
                "setting MemoryShare", "setting DX9", "setting Buffering", "setting Buffers", "setting Adapter");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    void theirSourceIsTheUserOrTheDefault() throws IOException {
        Files.writeString(file, "MaxSenders=128\nBuffers=9\nAdapter=1\n");
        Result result = SpoutProcess.run(folder, properties, "settings", "--json");
        assertThat(Json.objects(result.stdout())).extracting(each -> each.get("topic") + ": " + each.get("value"))
                .contains("settings: " + file, "setting MaxSenders: 128 (set)", "setting CPU: 0 (default)",
                        "setting Buffers: 2 (set to 9, which means nothing)", "setting Adapter: 1 (set)");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    void areChangedAndShownAnew() throws IOException {
        Result on = SpoutProcess.run(folder, properties, "settings", "framecount=on", "MaxSenders=128");
        assertThat(on.stderr()).isEmpty();
        assertThat(on.exitCode()).isZero();
        assertThat(on.stdout()).contains("128 (set)", "1 (set): senders count", "start senders again",
                "when all Spout programs have ended");
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder("Framecount=1", "MaxSenders=128");
        Result off = SpoutProcess.run(folder, properties, "settings", "framecount=off", "--json");
        assertThat(frameCount(off).get("value").toString()).startsWith("0 (set)");
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder("Framecount=0", "MaxSenders=128");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    void doctorTellsWhatIsLostWithoutCountingAndTheCommandForIt() throws IOException {
        Files.writeString(file, "Framecount=0\n");
        Result result = SpoutProcess.run(folder, properties, "doctor", "--json");
        assertThat(result.exitCode()).isZero();
        Map<?, ?> off = frameCount(result);
        assertThat(off.get("level")).isEqualTo("warning");
        assertThat(off.get("value").toString()).contains("neither programs on the SDK nor spout4j's");
        assertThat(off.get("advice").toString()).contains("comparing pixels", "processor time",
                "take every look for a new frame");
        assertThat(SpoutProcess.run(folder, properties, command(off.get("advice").toString())).exitCode()).isZero();
        assertThat(frameCount(SpoutProcess.run(folder, properties, "doctor", "--json")).get("level")).isEqualTo("ok");
    }

    /** The command that a text tells, as arguments. */
    private static String[] command(String text) {
        String command = text.replaceFirst(".*spout (settings [^ ,]+).*", "$1");
        return command.split(" ");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    void nothingIsChangedWhereOneChangeIsNotPossible() {
        Result result = SpoutProcess.run(folder, properties, "settings", "framecount=on", "maxsenders=0");
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(file).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    void aFileThatCannotBeWrittenIsToldInOneLine() throws IOException {
        Files.createDirectory(file);
        Result result = SpoutProcess.run(folder, properties, "settings", "framecount=on");
        assertThat(result.stderr().lines()).hasSize(1).first().asString()
                .contains("cannot write the setting Framecount");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private static Map<?, ?> frameCount(Result result) {
        List<Map<?, ?>> findings = Json.objects(result.stdout());
        return findings.stream().filter(each -> each.get("topic").equals("setting Framecount")).findFirst()
                .orElseThrow();
    }
}
