package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.SpoutProcess.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --engine}, by process. */
class EngineTest {
    private static final int PIXEL = 0xFF123456;

    /** Those that open no Spout: they have a DLL, a script, or subcommands. */
    private static final List<String> WITHOUT = List.of("audit", "completion", "buffer", "sync");

    @TempDir
    private Path folder;

    private final String name = UniqueName.of("engine");

    @BeforeEach
    void writePicture() throws IOException {
        BufferedImage image = new BufferedImage(63, 41, BufferedImage.TYPE_INT_RGB);
        image.setRGB(7, 5, PIXEL);
        ImageIO.write(image, "png", folder.resolve("in.png").toFile());
    }

    @Test
    void everySubcommandThatOpensSpoutHasIt() {
        List<String> without = new ArrayList<>();
        collectWithout(SpoutCommand.whole(), without);
        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT);
    }

    private static void collectWithout(CommandLine line, List<String> without) {
        line.getSubcommands().forEach((subcommand, inner) -> {
            CommandSpec spec = inner.getCommandSpec();
            if (spec.findOption("--engine") == null) {
                without.add(subcommand);
            }
            collectWithout(inner, without);
        });
    }

    @Test
    void aPictureArrives() throws IOException {
        arrives("direct");
        assertThat(SpoutProcess.run(folder, "list", "--engine=direct").exitCode()).isZero();
    }

    @Test
    void sendersOfOneAreListedByIt() {
        try (Spout spout = Spout.open("direct");
                SpoutSender _ = spout.sender(name).size(8, 4).transport(Transport.MEMORY).open()) {
            assertThat(run("list --json").stdout()).contains("\"" + name + "\"");
            assertThat(run("active " + name).exitCode()).isZero();
            assertThat(run("active").stdout()).isEqualToIgnoringNewLines(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapters", "settings", "buffer write NAMEb text --for 0", "sync signal NAME",
            "bench --transport memory --size 16x16 --format bgra --seconds 0.1",
            "demo --frames 3 --size 16x16 --transport memory"})
    void othersTakeIt(String line) {
        Result result = run(line.replace("NAME", name));
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout()).isNotEmpty();
    }

    @Test
    void doctorSaysThatItWasChosen() {
        assertThat(engines(run("doctor --json"))).containsEntry("engine direct", "chosen by --engine");
    }

    @Test
    void doctorTellsOfEveryEngine() {
        Map<String, String> told = engines(SpoutProcess.run(folder, "doctor", "--json"));
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(
                Spout.engines().stream().map(engine -> "engine " + engine.name()).toList());
        assertThat(told.get("engine direct")).startsWith("chosen: of those that run here it has the highest priority");
        for (SpoutEngine engine : Spout.engines()) {
            engine.unavailable().ifPresent(reason -> assertThat(told).containsEntry("engine " + engine.name(),
                    "does not run here: " + reason));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "active", "doctor", "doctor NAME", "settings", "adapters", "send in.png",
            "receive NAME --out out.png", "receive NAME --out out.mp4", "demo", "bench", "sync wait NAME",
            "buffer read NAME", "relay NAME srt://127.0.0.1:9"})
    void oneThatDoesNotRunHereIsBadInput(String line) {
        Optional<SpoutEngine> missing = Spout.engines().stream().filter(engine -> engine.unavailable().isPresent())
                .findFirst();
        assumeTrue(missing.isPresent(), "every engine runs here");
        String engine = missing.get().name();
        Result result = SpoutProcess.run(folder,
                (line.replace("NAME", name) + " --engine " + engine).split(" "));
        assertThat(result.stderr().lines()).singleElement().asString().startsWith("spout " + line.split(" ")[0])
                .contains(": --engine " + engine + " does not run here: " + missing.get().unavailable().orElseThrow(),
                        "what runs here: direct");
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.bytes()).isEmpty();
    }

    /** From one process to another. */
    private void arrives(String engine) throws IOException {
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "in.png", "--name", name, "--engine", engine)) {
            assertThat(sender.expectLine("sending as")).contains(name, "63x41");
            Result result = SpoutProcess.run(folder, "receive", name, "--out", "out.png", "--engine", engine);
            assertThat(result.stderr()).isEmpty();
            assertThat(result.exitCode()).isZero();
        }
        BufferedImage received = ImageIO.read(folder.resolve("out.png").toFile());
        assertThat(received.getRGB(7, 5)).isEqualTo(PIXEL);
        assertThat(received.getRGB(6, 5)).isEqualTo(0xFF000000);
    }

    private Result run(String line) {
        return SpoutProcess.run(folder, (line + " --engine direct").split(" "));
    }

    private static Map<String, String> engines(Result doctor) {
        return Json.objects(doctor.stdout()).stream()
                .filter(finding -> finding.get("topic").toString().startsWith("engine "))
                .collect(Collectors.toMap(finding -> finding.get("topic").toString(),
                        finding -> finding.get("value").toString()));
    }
}
