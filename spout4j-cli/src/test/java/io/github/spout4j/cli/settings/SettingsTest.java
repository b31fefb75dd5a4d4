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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(result.stdout().lines().filter(line -> !line.contains("->"))).hasSize(10).first().asString()
                .startsWith("ok       settings");
        assertThat(result.stdout()).contains("setting MaxSenders", "setting Framecount", "setting Auto", "setting CPU",
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
    void aChangeTellsWhatWasBefore() throws IOException {
        Result on = SpoutProcess.run(folder, properties, "settings", "framecount=on", "MaxSenders=128", "adapter=1");
        assertThat(on.stderr()).isEmpty();
        assertThat(on.exitCode()).isZero();
        assertThat(on.stdout().lines()).containsExactly("framecount: on (was off, the default)",
                "maxsenders: 128 (was 64, the default)", "adapter: 1 (was none, the default)",
                "programs read framecount when they start a sender: start senders again",
                "maxsenders counts when all Spout programs have ended",
                "programs on the Spout SDK read adapter when they start: start them again; spout4j does not need it");
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder("Framecount=1", "MaxSenders=128", "Adapter=1");
        Result back = SpoutProcess.run(folder, properties, "settings", "framecount=default", "adapter=default",
                "buffering=default");
        assertThat(back.stdout()).contains("framecount: off, the default (was on)",
                "adapter: none, the default (was 1)", "buffering: on, the default (was on, the default)");
        assertThat(Files.readAllLines(file)).containsExactly("MaxSenders=128");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    void aChangeIsJsonToo() {
        Result result = SpoutProcess.run(folder, properties, "settings", "buffers=3", "adapter=0", "--json");
        assertThat(Json.objects(result.stdout())).extracting(Object::toString).containsExactly(
                "{setting=buffers, before={value=2.0, set=false}, after={value=3.0, set=true}}",
                "{setting=adapter, before={value=null, set=false}, after={value=0.0, set=true}}");
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

    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    @CsvSource(delimiter = '|', value = {"maxsenders=0 | a number from 1 to 1024", "buffers=5 | a number from 1 to 4",
            "adapter=-1 | a number, 0 or more", "cpu=1 | on or off", "framecount= | on or off",
            "version=2 | framecount, auto, cpu", "FRAMECOUNT=off | twice"})
    void nothingIsChangedWhereOneChangeIsNotPossible(String bad, String message) {
        Result result = SpoutProcess.run(folder, properties, "settings", "framecount=on", bad);
        assertThat(result.stderr().lines()).singleElement().asString().contains(message);
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(file).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_CHANGES)
    void aFileThatCannotBeWrittenIsTold() throws IOException {
        Files.createDirectory(file);
        Result result = SpoutProcess.run(folder, properties, "settings", "framecount=on");
        assertThat(result.stderr().lines()).singleElement().asString()
                .contains("cannot write the setting Framecount");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private static Map<?, ?> frameCount(Result result) {
        List<Map<?, ?>> findings = Json.objects(result.stdout());
        return findings.stream().filter(each -> each.get("topic").equals("setting Framecount")).findFirst()
                .orElseThrow();
    }
}
