package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all subcommands write where nobody sees colours, and what scripts read. */
class OutputTest {
    private static final String ESCAPE = "\033";
    private static final String NAME = UniqueName.of("output");

    /** What a subcommand writes on standard output. */
    private enum Kind {
        TEXT, JSON, JSON_LINES, NOTHING
    }

    private record Row(String line, Kind kind) {
        boolean quiet() {
            return line.endsWith("--quiet");
        }
    }

    private static final List<Row> ROWS = List.of(new Row("--help", Kind.TEXT), new Row("send --help", Kind.TEXT),
            new Row("send still.png --name NAMEa --frames 2", Kind.TEXT),
            new Row("send still.png --name NAMEa --frames 2 --json", Kind.JSON_LINES),
            new Row("send still.png --name NAMEa --frames 2 --quiet", Kind.NOTHING),
            new Row("receive NAME --out received.png --quiet", Kind.TEXT),
            new Row("receive NAME --out received.png --json", Kind.JSON_LINES),
            new Row("preview NAME --screenshot window.jpg", Kind.NOTHING), new Row("list", Kind.TEXT),
            new Row("list --json", Kind.JSON), new Row("active", Kind.TEXT), new Row("active --json", Kind.JSON),
            new Row("active NAME --json", Kind.JSON), new Row("active NAME", Kind.NOTHING),
            new Row("adapters", Kind.TEXT), new Row("adapters --json", Kind.JSON), new Row("settings", Kind.TEXT),
            new Row("settings --json", Kind.JSON), new Row("settings nothing=1 --json", Kind.NOTHING),
            new Row("buffer write NAMEb text --for 0", Kind.TEXT),
            new Row("buffer write NAMEb text --for 0 --json", Kind.JSON),
            new Row("buffer write NAMEb text --for 0 --quiet", Kind.NOTHING),
            new Row("buffer read NAMEb --json", Kind.JSON), new Row("sync signal NAME", Kind.TEXT),
            new Row("sync wait NAME", Kind.TEXT), new Row("sync signal NAME --json", Kind.JSON),
            new Row("sync wait NAME --json", Kind.JSON_LINES), new Row("sync signal NAME --quiet", Kind.NOTHING),
            new Row("sync wait NAME --quiet", Kind.NOTHING),
            new Row("bench --transport memory --size 16x16 --format bgra --seconds 0.1", Kind.TEXT),
            new Row("bench --transport memory --size 16x16 --format bgra --seconds 0.1 --json", Kind.JSON),
            new Row("doctor NAME", Kind.TEXT), new Row("doctor NAME --json --quiet", Kind.JSON),
            new Row("doctor --report", Kind.TEXT), new Row("audit --library none.dll --quiet", Kind.NOTHING),
            new Row("demo --frames 3 --size 16x16 --transport memory", Kind.TEXT),
            new Row("demo --frames 3 --size 16x16 --transport memory --json --quiet", Kind.JSON));

    private static final int LIST = ROWS.indexOf(new Row("list", Kind.TEXT));
    private static final int RECEIVED = ROWS
            .indexOf(new Row("receive NAME --out received.png --json", Kind.JSON_LINES));
    private static final int DOCTOR = ROWS.indexOf(new Row("doctor NAME", Kind.TEXT));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void runAll() throws Exception {
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png",
                folder.resolve("still.png").toFile());
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(NAME).size(4, 4).format(PixelFormat.RGBA8)
                        .transport(Transport.MEMORY).open();
                MemoryBuffer _ = spout.createMemoryBuffer(NAME + "b", 8);
                FrameSync _ = spout.frameSync(NAME)) {
            sender.send(new byte[4 * 4 * 4]);
            run("pipe", false, false, rows());
            run("plain", true, true, textRows());
            run("coloured", true, false, Stream.concat(quietRows(), Stream.of(LIST)));
        }
    }

    private static void run(String results, boolean terminal, boolean noColor, Stream<Integer> rows)
            throws Exception {
        String[] lines = new String[ROWS.size()];
        Arrays.fill(lines, "");
        rows.forEach(row -> lines[row] = ROWS.get(row).line.replace("NAME", NAME));
        Files.write(folder.resolve("lines"), List.of(lines));
        List<String> command = new ArrayList<>(SpoutProcess.command(List.of()));
        command.removeLast();
        command.addAll(1, List.of("-Djava.awt.headless=true", "-Dspout.stdout.terminal=" + terminal,
                "-Dspout.stderr.terminal=" + terminal));
        command.addAll(List.of(OutputProgram.class.getName(), "lines",
                Files.createDirectory(folder.resolve(results)).toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve(results + ".log").toFile());
        builder.environment().remove("NO_COLOR");
        builder.environment().put("TERM", "xterm");
        if (noColor) {
            builder.environment().put("NO_COLOR", "1");
        }
        Process process = builder.start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(Files.readString(folder.resolve(results + ".log"))).isTrue();
    }

    static Stream<Integer> rows() {
        return IntStream.range(0, ROWS.size()).boxed();
    }

    static Stream<Integer> textRows() {
        return rows().filter(row -> ROWS.get(row).kind == Kind.TEXT);
    }

    static Stream<Integer> quietRows() {
        return rows().filter(row -> ROWS.get(row).quiet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPipeGetsWhatWasAskedForWithoutEscapeCodes(int row) throws IOException {
        String out = written("pipe", row, "out");
        switch (ROWS.get(row).kind) {
            case TEXT -> assertThat(out).as(ROWS.get(row).line).isNotBlank();
            case JSON -> assertThat(Json.parse(out)).as(ROWS.get(row).line).isNotNull();
            case JSON_LINES -> assertThat(out.lines().map(Json::parse)).as(ROWS.get(row).line).isNotEmpty();
            case NOTHING -> assertThat(out).as(ROWS.get(row).line).isEmpty();
        }
        assertThat(out + written("pipe", row, "err")).as(ROWS.get(row).line).doesNotContain(ESCAPE, "\r");
    }

    @ParameterizedTest
    @MethodSource("textRows")
    void noColorIsHeeded(int row) throws IOException {
        assertThat(written("plain", row, "out") + written("plain", row, "err")).as(ROWS.get(row).line)
                .doesNotContain(ESCAPE);
    }

    @ParameterizedTest
    @MethodSource("quietRows")
    void quietShowsNoProgress(int row) throws IOException {
        assertThat(written("coloured", row, "err")).as(ROWS.get(row).line).doesNotContain("\r");
    }

    @Test
    void whatWasReceivedIsToldInJson() throws IOException {
        List<Object> told = written("pipe", RECEIVED, "out").lines().map(Json::parse).toList();
        assertThat(told).containsExactly(Map.of("file", "received.png", "width", 4.0, "height", 4.0, "format", "RGBA8",
                "number", 1.0), Map.of("frames", 1.0, "missed", 0.0, "fps", 0.0));
    }

    @Test
    void aTerminalHasColoursAndProgress() throws IOException {
        assertThat(written("coloured", LIST, "out")).contains(ESCAPE);
        assertThat(written("plain", DOCTOR, "err")).contains("\rlooking at the frames of 1 sender");
    }

    /** With lines ended in one way, so that each carriage return is one of a line that is written over. */
    private static String written(String results, int row, String stream) throws IOException {
        return Files.readString(folder.resolve(results).resolve(row + "." + stream)).replace("\r\n", "\n");
    }
}
