package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.pipewire.NeedsPipeWire;
import io.github.spout4j.pipewire.PrivatePipeWire;
import io.github.spout4j.pipewire.PwDump;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --engine pipewire}, by process; the daemon is found as every program of PipeWire finds it, by the environment. */
@NeedsPipeWire
class PipeWireCommandTest {
    private static final int WIDTH = 63;
    private static final int HEIGHT = 41;
    private static PrivatePipeWire pipewire;

    @TempDir
    private Path folder;

    private final String name = UniqueName.of("film");
    private int[] pixels;

    @BeforeAll
    static void startDaemon() {
        pipewire = PrivatePipeWire.start();
    }

    @AfterAll
    static void endDaemon() {
        if (pipewire != null) {
            pipewire.close();
        }
    }

    @BeforeEach
    void writePicture() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, WIDTH, HEIGHT, new Random(5).ints(WIDTH * HEIGHT).toArray(), 0, WIDTH);
        ImageIO.write(image, "png", folder.resolve("in.png").toFile());
        pixels = pixels("in.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgba", "bgra", "rgba64le", "rgba32f"})
    void aPictureArrivesAsItIs(String format) throws IOException {
        try (SpoutProcess _ = send("--format", format)) {
            assertThat(good("receive " + name + " --out out.png")).isEqualToIgnoringNewLines("out.png");
            assertThat(pixels("out.png")).isEqualTo(pixels);
        }
    }

    @Test
    void rawPixelsArriveAsTheyAre() throws IOException {
        try (SpoutProcess _ = send()) {
            Result result = run(daemon(), "receive " + name + " --raw - --frames 2 --format bgra");
            assertThat(result.stderr()).isEmpty();
            int[] received = new int[2 * pixels.length];
            ByteBuffer.wrap(result.bytes()).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(received);
            assertThat(result.bytes()).hasSize(received.length * Integer.BYTES);
            assertThat(received).startsWith(pixels).endsWith(pixels);
        }
    }

    @Test
    void itIsListedAndActive() throws IOException {
        assertThat(good("list")).startsWith("no senders");
        try (SpoutProcess _ = send()) {
            assertThat(Json.objects(good("list --json"))).singleElement().satisfies(sender -> {
                assertThat(sender.get("name")).isEqualTo(name);
                assertThat(sender.get("transport")).isEqualTo("memory share");
                assertThat(sender.get("active")).isEqualTo(true);
            });
            assertThat(good("active")).isEqualToIgnoringNewLines(name);
            assertThat(good("receive --out out.png")).isEqualToIgnoringNewLines("out.png");
            assertThat(run(daemon(), "active Nobody").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
        }
    }

    @Test
    void theUsersChoiceIsActive() throws IOException {
        try (SpoutProcess _ = send();
                SpoutProcess second = start("send in.png --name " + name + " --engine pipewire")) {
            assertThat(second.expectLine("sending as")).contains(name + "_1");
            assertThat(good("active")).isEqualToIgnoringNewLines(name + "_1");
            good("active " + name);
            assertThat(good("active")).isEqualToIgnoringNewLines(name);
        }
    }

    @Test
    void othersSeeACameraWhereTheUserWantsOne() throws IOException {
        try (SpoutProcess _ = send("--camera")) {
            assertThat(role()).isEqualTo("Camera");
        }
        try (SpoutProcess _ = send()) {
            assertThat(role()).isNull();
        }
    }

    private String role() {
        return PwDump.of(pipewire).node(name).orElseThrow().properties().get("media.role");
    }

    @Test
    void doctorFindsNothingWrong() throws IOException {
        try (SpoutProcess _ = send()) {
            List<Map<?, ?>> findings = Json.objects(good("doctor --json"));
            assertThat(findings).allSatisfy(finding -> assertThat(finding.get("level")).isEqualTo("ok"));
            assertThat(findings.stream().map(finding -> finding.get("topic").toString())).contains("libpipewire",
                    "daemon", "sender \"" + name + "\"");
            assertThat(good("doctor " + name)).startsWith("ok").contains("frames come, with a picture");
        }
    }

    @Test
    void theDemoCountsByFrames() {
        String json = good("demo --frames 60 --size 320x180 --json");
        assertThat((Map<?, ?>) Json.parse(json)).satisfies(result -> {
            assertThat(((Number) result.get("wrongPixels")).intValue()).isZero();
            assertThat(((Number) result.get("received")).intValue()).isPositive();
            assertThat(((Number) result.get("sent")).intValue()).isEqualTo(60);
        });
        assertThat(folder.resolve("spout-demo.png")).exists();
    }

    @Test
    void benchMeasuresWithoutCounts() {
        String json = good("bench --size 64x48 --format bgra --seconds 0.5 --json");
        List<?> results = (List<?>) ((Map<?, ?>) Json.parse(json)).get("results");
        assertThat(results).singleElement()
                .satisfies(result -> assertThat(((Map<?, ?>) result).get("transport")).isEqualTo("memory share"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "settings framecount=on", "buffer write NAME text --for 0",
            "buffer read NAME", "sync signal NAME", "sync wait NAME --timeout 1"})
    void whatPipeWireLacksIsTold(String line) {
        Result result = run(daemon(), line.replace("NAME", name));
        assertThat(result.stderr().lines()).singleElement().asString().startsWith("spout " + line.split(" ")[0])
                .contains(": PipeWire has no ").endsWith("; the engine \"direct\" has");
        assertThat(result.exitCode())
                .isEqualTo(line.startsWith("buffer read") ? ExitCode.NOTHING_FOUND : ExitCode.FAILED);
        assertThat(result.bytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "send in.png",
            "receive NAME --out out.mp4", "relay NAME srt://127.0.0.1:9", "demo", "bench", "buffer read NAME",
            "sync wait NAME"})
    void withoutADaemonOneLineSaysSo(String line) {
        Result result = run(Map.of("XDG_RUNTIME_DIR", folder.toString(), "PIPEWIRE_RUNTIME_DIR", folder.toString()),
                line.replace("NAME", name));
        assertThat(result.stderr().lines()).singleElement().asString().startsWith("spout " + line.split(" ")[0])
                .contains(": there is no PipeWire");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.bytes()).isEmpty();
    }

    @Test
    void doctorTellsOfNoDaemon() {
        Result result = run(Map.of("XDG_RUNTIME_DIR", folder.toString(), "PIPEWIRE_RUNTIME_DIR", folder.toString()),
                "doctor --json");
        assertThat(Json.objects(result.stdout())).anySatisfy(finding -> {
            assertThat(finding.get("level")).isEqualTo("problem");
            assertThat(finding.get("value").toString()).startsWith("there is no PipeWire");
        });
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aSenderOutlivesTheDaemon() throws IOException {
        try (SpoutProcess _ = send()) {
            pipewire.killDaemon();
            pipewire.startDaemon();
            assertThat(good("receive " + name + " --out out.png --timeout 30")).isEqualToIgnoringNewLines("out.png");
            assertThat(pixels("out.png")).isEqualTo(pixels);
        }
    }

    private static Map<String, String> daemon() {
        Map<String, String> environment = new HashMap<>(pipewire.environment());
        environment.put("PIPEWIRE_REMOTE", pipewire.socket().getFileName().toString());
        environment.put("PIPEWIRE_RUNTIME_DIR", pipewire.socket().getParent().toString());
        return environment;
    }

    private SpoutProcess send(String... more) {
        List<String> arguments = new ArrayList<>(List.of("send", "in.png", "--name", name, "--engine", "pipewire"));
        arguments.addAll(List.of(more));
        SpoutProcess sender = SpoutProcess.start(folder, Map.of(), daemon(), arguments);
        assertThat(sender.expectLine("sending as")).contains(name, WIDTH + "x" + HEIGHT);
        return sender;
    }

    private SpoutProcess start(String line) {
        return SpoutProcess.start(folder, Map.of(), daemon(), List.of(line.split(" ")));
    }

    /** What it prints where all is well. */
    private String good(String line) {
        Result result = run(daemon(), line);
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result.stdout();
    }

    private Result run(Map<String, String> environment, String line) {
        try (SpoutProcess process = SpoutProcess.start(folder, Map.of(), environment,
                List.of((line + " --engine pipewire").split(" ")))) {
            process.stdin().close();
            return process.end();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int[] pixels(String file) throws IOException {
        return ImageIO.read(folder.resolve(file).toFile()).getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }
}
