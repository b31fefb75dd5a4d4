package io.github.spout4j.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutCommand;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit, on the stand-ins for SpoutLibrary.dll: one that is as its layout says, and those that are not. */
class AuditTest {
    private static final String WINDOWS = "SpoutLibrary.dll is a Windows DLL";
    private static final String GOOD = "2.007.017-172";

    @TempDir
    private Path folder;

    private static Path dll(String name) {
        String directory = System.getProperty("spout.standin", "");
        assumeTrue(!directory.isEmpty() && Files.isDirectory(Path.of(directory)),
                "needs the stand-ins for SpoutLibrary.dll: build/stand-in, which ./verify runs, compiles them by clang");
        return Path.of(directory, name, "SpoutLibrary.dll");
    }

    private Result audit(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("audit", "--library", dll(name).toString()));
        arguments.addAll(List.of(more));
        return SpoutProcess.run(folder, arguments.toArray(String[]::new));
    }

    private Map<?, ?> report() throws IOException {
        Map<?, ?> report = (Map<?, ?>) Json.parse(Files.readString(folder.resolve("report.json")));
        assertThat(report.get("schema")).isEqualTo("spout4j-audit/1");
        return report;
    }

    private static List<String> outcomes(Map<?, ?> report) {
        return ((List<?>) report.get("probes")).stream().map(each -> (Map<?, ?>) each)
                .map(probe -> ((Double) probe.get("slot")).intValue() + " " + probe.get("type") + " "
                        + probe.get("outcome"))
                .toList();
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void aBuildThatIsAsItsLayoutSays() throws IOException {
        Result result = audit(GOOD, "--slots", "97-99", "--json", "report.json");
        assertThat(result.exitCode()).as(result.stderr()).isZero();
        assertThat(result.stdout()).contains("2.007.017 (172 slots)", "SLOT", "std::string GetSDKversion(int* pNumber)",
                "\"2.007.017\"", "3 ok").doesNotContain("\033");
        Map<?, ?> report = report();
        assertThat(outcomes(report)).containsExactly("97 declared ok", "98 declared ok", "99 declared ok");
        assertThat(report.get("complete")).isEqualTo(true);
        assertThat(report.get("findings")).isEqualTo(0.0);
        assertThat((List<?>) ((Map<?, ?>) report.get("library")).get("functions")).hasSize(172);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void crashesExchangedSlotsAndSilenceAreFindings() throws IOException {
        Result result = audit("odd-172", "--slots", "100-104", "--json", "report.json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout()).contains("EXCEPTION_ACCESS_VIOLATION", "1 crashed");
        assertThat(outcomes(report())).containsExactly("100 declared crashed", "101 declared ok", "102 declared ok",
                "103 declared differs", "104 declared differs");
        Result silent = audit("odd-172", "--slots", "121", "--timeout", "8", "--json", "report.json");
        assertThat(silent.exitCode()).isEqualTo(1);
        assertThat(outcomes(report())).containsExactly("121 declared timed out");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void whichTypeHoldFpsTakes() throws IOException {
        Result asDeclared = audit(GOOD, "--slots", "41", "--json", "report.json");
        assertThat(asDeclared.exitCode()).as(asDeclared.stdout()).isZero();
        assertThat(asDeclared.stdout()).contains("void HoldFps(int fps)", "takes an int: ");
        assertThat(outcomes(report())).containsExactly("41 declared ok");
        Result other = audit("double-fps-172", "--slots", "41", "--json", "report.json");
        assertThat(other.exitCode()).as(other.stdout()).isEqualTo(1);
        assertThat(other.stdout()).contains("takes a double: ", "1 differs");
        assertThat(outcomes(report())).containsExactly("41 declared differs");
        assertThat(Files.readString(folder.resolve("report.json"))).contains("HoldFps takes a double in this build: ");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void otherTypesAreSeenAndAreNoFindings() throws IOException {
        Result result = audit(GOOD, "--slots", "100", "--types", "--json", "report.json");
        assertThat(result.exitCode()).isZero();
        assertThat(outcomes(report())).containsExactly("100 declared ok", "100 void seen", "100 bool seen",
                "100 int seen", "100 double seen", "100 pointer seen", "100 std::string seen");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "unknown-171        | 171 slots",
            "broken/null-object | GetSpout returned no object",
            "broken/crash       | GetSpout ends the process: EXCEPTION_ACCESS_VIOLATION"})
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void aDllThatCannotBeProbedIsAFinding(String name, String problem) throws IOException {
        Result result = audit(name, "--json", "report.json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout()).contains(problem);
        assertThat(report().get("problem").toString()).contains(problem);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void pixelsGoWithinAProcessAndBetweenTwo() throws InterruptedException {
        List<ProbeResult> results = new ArrayList<>();
        try (ProbeRunner runner = new ProbeRunner(dll(GOOD), Duration.ofSeconds(60))) {
            runner.run(List.of(SequenceProbe.NO_OPENGL, SequenceProbe.ONE_PROCESS, SequenceProbe.TWO_PROCESSES).stream()
                    .map(name -> new Probe(Probe.Kind.SEQUENCE, -1, name, "", Probe.DECLARED, "")).toList(),
                    results::add);
        }
        assertThat(results).map(ProbeResult::outcome).containsOnly(Outcome.SEEN);
        assertThat(results).map(result -> result.probe().name() + ", " + result.probe().signature() + ": "
                + result.result()).contains("no OpenGL, SendImage: false", "one process, SendImage: true",
                        "one process, ReceiveImage: pixels: all 3072 exact",
                        "one process, ReceiveTexture, taken for ReceiveImage: true, pixels: all zeros",
                        "two processes, ReceiveImage: pixels: all 3072 exact");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void whatIsPastTheEndIsCalledInAProcessOfItsOwn() throws InterruptedException {
        List<ProbeResult> results = new ArrayList<>();
        try (ProbeRunner runner = new ProbeRunner(dll(GOOD), Duration.ofSeconds(60))) {
            runner.run(List.of(new Probe(Probe.Kind.PAST_END, 172, "past the end", "", "void", "")), results::add);
        }
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isIn(Outcome.SEEN_TO_CRASH, Outcome.NOT_CALLED);
            assertThat(result.result()).startsWith("0");
        });
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void anInterruptedAuditWritesWhatItHas() throws Exception {
        Process process = new ProcessBuilder(SpoutProcess.javaCommand(), "-cp", SpoutProcess.classPath(),
                "--enable-native-access=ALL-UNNAMED", InterruptedProgram.class.getName(), "audit", "--library",
                dll(GOOD).toString(), "--json", folder.resolve("report.json").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile()).start();
        assertThat(process.waitFor()).isEqualTo(130);
        Map<?, ?> report = report();
        assertThat(report.get("complete")).isEqualTo(false);
        assertThat(outcomes(report)).isNotEmpty().hasSizeLessThan(172);
    }

    /** The command, ended as by Ctrl-C when the first slot is in its table. */
    static final class InterruptedProgram {
        private InterruptedProgram() {}

        public static void main(String[] arguments) {
            System.setOut(new PrintStream(System.out, true) {
                @Override
                public void println(String line) {
                    super.println(line);
                    if (line.startsWith("ok")) {
                        Thread.ofPlatform().start(() -> System.exit(130));
                    }
                }
            });
            SpoutCommand.run(arguments);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "broken/text         |       | it does not begin with MZ",
            "broken/truncated    |       | SpoutLibrary.dll",
            "broken/32-bit       |       | 64-bit",
            "broken/no-get-spout |       | GetSpout",
            "nothing             |       | there is no file",
            "2.007.017-172       | 9-3   | is no range of slots",
            "2.007.017-172       | x     | is no range of slots"})
    void badInput(String name, String slots, String message) {
        Result result = slots == null ? audit(name) : audit(name, "--slots", slots);
        assertThat(result.exitCode()).as(result.stdout()).isEqualTo(2);
        assertThat(result.stderr()).contains(message);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = WINDOWS)
    void slotsThatThereAreNot() {
        Result result = audit(GOOD, "--slots", "170-172");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).contains("this build has the slots 0 to 171");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it runs")
    void elsewhereItSaysWhereItRuns() {
        Result result = audit(GOOD);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).contains("is a DLL for Windows: run the audit there");
    }
}
