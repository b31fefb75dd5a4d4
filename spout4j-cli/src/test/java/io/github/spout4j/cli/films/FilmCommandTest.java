package io.github.spout4j.cli.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Spout;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Pause;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import io.github.spout4j.media.Ffmpeg;
import io.github.spout4j.media.FilmException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films sent, made and relayed by the command, each in a process of its own. */
class FilmCommandTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String NO_KILL = "there is no kill command to send Ctrl-C with";

    @TempDir
    private static Path films;
    private static Ffmpeg ffmpeg;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeFilm() throws Exception {
        try {
            ffmpeg = Ffmpeg.find();
        } catch (FilmException _) {
            return;
        }
        run(films, "-f", "lavfi", "-i", "color=0xFF8000:size=160x90:rate=30", "-f", "lavfi", "-i", "anullsrc", "-t",
                "2",
                "-c:v", "ffv1", "-pix_fmt", "bgr0", "-c:a", "flac", "film.mkv");
    }

    @ParameterizedTest
    @CsvSource({"got.mp4, h264, yuv420p", "got.mov, prores, yuva444p"})
    void aFilmIsSentAndMadeAgain(String out, String codec, String pixels) throws Exception {
        needFfmpeg();
        String name = UniqueName.of("film");
        try (SpoutProcess sender = send(name)) {
            assertThat(sender.expectLine("\"")).contains("film.mkv", "0:02.0 at 30 fps", "its sound is not sent");
            Result made = SpoutProcess.run(folder, "receive", name, "--out", out, "--frames", "12", "--fps", "30");
            assertThat(made.stderr()).isEmpty();
            assertThat(made.stdout()).startsWith("wrote " + out + ": 0:00.4, 12 frames at 30 fps, ");
            assertThat(probe(folder.resolve(out))).startsWith(codec + ",160,90," + pixels).endsWith(",30/1,12");
        }
    }

    @Test
    void itsColoursAreThoseOfTheFilm() throws Exception {
        needFfmpeg();
        String name = UniqueName.of("colours");
        try (SpoutProcess sender = send(name)) {
            sender.expectLine("sending as");
            assertThat(SpoutProcess.run(folder, "receive", name, "--out", "a.png").exitCode()).isZero();
        }
        BufferedImage picture = ImageIO.read(folder.resolve("a.png").toFile());
        assertOrange(picture.getRGB(80, 45), 2);
    }

    @Test
    void aPartOfAFilmIsSent() throws Exception {
        needFfmpeg();
        String film = films.resolve("film.mkv").toString();
        Result part = SpoutProcess.run(folder, "send", film, "--name", UniqueName.of("part"), "--start", "0:00.5",
                "--duration", "0.5", "--json");
        assertThat(part.stderr()).isEmpty();
        assertThat(part.stdout()).contains("\"fps\":30.0,\"seconds\":0.5,\"sound\":true", "{\"frames\":15,");
        Result first = SpoutProcess.run(folder, "send", film, "--name", UniqueName.of("first"), "--frames", "7",
                "--fps",
                "30000/1001");
        assertThat(first.stdout()).contains("0:02.0 at 29.97 fps", "sent 7 frames");
    }

    @Test
    void picturesByAPatternAreAFilm() throws Exception {
        needFfmpeg();
        run(folder, "-f", "lavfi", "-i", "testsrc2=size=32x32:rate=25", "-frames:v", "5", "-start_number", "3",
                "p-%03d.png");
        Result result = SpoutProcess.run(folder, "send", "p-%03d.png", "--name", UniqueName.of("pattern"), "--fps",
                "50");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("at 50 fps", "sent 5 frames");
    }

    @Test
    void madeUpPicturesAreADevice() throws Exception {
        needFfmpeg();
        Result result = SpoutProcess.run(folder, "send", "testsrc2=size=64x48:rate=50", "--input-format", "lavfi",
                "--name",
                UniqueName.of("lavfi"), "--frames", "5");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("64x48", "sent 5 frames");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_KILL)
    void ctrlCEndsAFilmInOrder(String ending) throws Exception {
        needFfmpeg();
        needSignals();
        String name = UniqueName.of("ctrl-c");
        Path film = folder.resolve("show." + ending);
        try (SpoutProcess sender = send(name);
                SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--out", film.toString(),
                        "--json")) {
            sender.expectLine("sending as");
            await("the film begins", () -> Files.exists(film) && film.toFile().length() > 1000);
            kill("INT", receiver.process());
            Result result = receiver.end();
            assertThat(result.stderr()).isEmpty();
            assertThat(result.exitCode()).isEqualTo(130);
            String frames = result.stdout().replaceAll("(?s).*\"frames\":(\\d+).*", "$1");
            assertThat(probe(film)).endsWith("," + frames);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_KILL)
    void ctrlCWhileSendingLeavesNothing() throws Exception {
        needFfmpeg();
        needSignals();
        String name = UniqueName.of("ended");
        try (Spout spout = Spout.open(); SpoutProcess sender = send(name)) {
            sender.expectLine("sending as");
            List<ProcessHandle> children = sender.process().descendants().toList();
            assertThat(children).isNotEmpty();
            kill("INT", sender.process());
            Result result = sender.end();
            assertThat(result.stderr()).isEmpty();
            assertThat(result.stdout()).contains("sent ");
            assertThat(result.exitCode()).isEqualTo(130);
            assertThat(spout.senders().find(name)).isEmpty();
            await("ffmpeg ends", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void aFilmEndsByItsLengthAndReplacesNoneUnasked() throws Exception {
        needFfmpeg();
        String name = UniqueName.of("length");
        try (SpoutProcess sender = send(name)) {
            sender.expectLine("sending as");
            List<String> line = List.of("receive", name, "--out", "show.mkv", "--fps", "25", "--duration", "0:00.6");
            assertThat(SpoutProcess.run(folder, line.toArray(String[]::new)).stdout())
                    .startsWith("wrote show.mkv: 0:00.6, 15 frames at 25 fps, ");
            Result refused = SpoutProcess.run(folder, line.toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(refused.stderr().lines()).singleElement().asString().contains("is there already", "--overwrite");
            List<String> replacing = new ArrayList<>(line);
            replacing.addAll(List.of("--overwrite", "--quiet"));
            Result replaced = SpoutProcess.run(folder, replacing.toArray(String[]::new));
            assertThat(replaced.exitCode()).isZero();
            assertThat(replaced.stdout().lines()).containsExactly("show.mkv");
        }
    }

    @Test
    void aFilmOfNobodyIsNotFound() throws Exception {
        needFfmpeg();
        String name = UniqueName.of("nobody");
        Result result = SpoutProcess.run(folder, "receive", name, "--out", "a.mp4", "--timeout", "0.5");
        assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
        assertThat(result.stderr().lines()).singleElement().asString()
                .contains("there was no sender \"" + name + "\" in 0.5 s");
        assertThat(folder.resolve("a.mp4")).doesNotExist();
    }

    @Test
    void aFilmEndsWhenItsSenderHasGone() throws Exception {
        needFfmpeg();
        String name = UniqueName.of("gone");
        Path film = folder.resolve("a.mkv");
        try (SpoutProcess sender = send(name);
                SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--out", "a.mkv", "--fps", "30",
                        "--timeout",
                        "4")) {
            await("the film begins", () -> Files.exists(film) && film.toFile().length() > 1000);
            sender.process().destroy();
            Result result = receiver.end();
            assertThat(result.stderr()).isEmpty();
            assertThat(result.exitCode()).isZero();
            assertThat(result.stdout()).startsWith("wrote a.mkv: ");
            assertThat(probe(film)).startsWith("ffv1,160,90,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-i", "a 'b' \"c\".mkv", "$(touch y)`touch y`;touch y|z&%s%%.mkv", "concat:a|b.mkv"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files cannot be called so")
    void whateverAFilmIsCalledItIsThatFilm(String called) throws Exception {
        needFfmpeg();
        Files.copy(films.resolve("film.mkv"), folder.resolve(called));
        Result result = SpoutProcess.run(folder, "send", "--name", UniqueName.of("hostile"), "--frames", "2", "--",
                called);
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("sent 2 frames");
        assertThat(folder.resolve("y")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files cannot be called so")
    void whateverAFilmIsToBeCalledItIsMadeThere() throws Exception {
        needFfmpeg();
        String name = UniqueName.of("hostile");
        String out = "-i 'a' \"b\";touch y|z$(x)%d.mkv";
        try (SpoutProcess sender = send(name)) {
            sender.expectLine("sending as");
            Result result = SpoutProcess.run(folder, "receive", name, "--frames", "2", "--fps", "30", "--out=" + out);
            assertThat(result.stderr()).isEmpty();
            assertThat(probe(folder.resolve(out))).endsWith(",2");
        }
        Result refused = SpoutProcess.run(folder, "receive", name, "--out", "new\nline.mkv");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.stderr().lines()).singleElement().asString().contains("control characters");
    }

    @Test
    void whatIsNoFilmIsToldInOneLine() throws Exception {
        needFfmpeg();
        Files.writeString(folder.resolve("text.mp4"), "no film");
        Result result = SpoutProcess.run(folder, "send", "text.mp4", "--name", UniqueName.of("text"));
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr().lines()).singleElement().asString().startsWith("spout send: \"text.mp4\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spout-no-such-ffmpeg"})
    void withoutFfmpegALineSaysHowToGetIt(String named) throws Exception {
        Files.writeString(folder.resolve("film.mp4"), "whatever");
        for (List<String> line : List.of(List.of("send", "film.mp4"), List.of("relay", "a", "udp://127.0.0.1:9"))) {
            try (SpoutProcess process = SpoutProcess.start(folder, Map.of(), Map.of("PATH", "", "SPOUT_FFMPEG", named),
                    line)) {
                Result result = process.end();
                assertThat(result.exitCode()).as(result.stderr()).isEqualTo(ExitCode.BAD_INPUT);
                assertThat(result.stdout()).isEmpty();
                assertThat(result.stderr().lines()).singleElement()
                        .asString()
                        .contains("ffmpeg", "install");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp://127.0.0.1:PORT", "srt://127.0.0.1:PORT"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no /proc to look for passphrases in")
    void aSenderIsRelayedAndItsPassphraseIsNowhere(String address) throws Exception {
        needFfmpeg();
        boolean srt = address.startsWith("srt");
        assumeTrue(!srt || ffmpeg.lacks().stream().noneMatch(lack -> lack.startsWith("srt")), "this ffmpeg has no srt");
        String to = address.replace("PORT", Integer.toString(freePort()));
        String secret = UniqueName.of("passphrase-of-srt");
        Path file = Files.writeString(folder.resolve("secret"), secret + "\n");
        List<String> more = srt ? List.of("--passphrase-file", file.toString()) : List.of();
        String name = UniqueName.of("here");
        String there = UniqueName.of("there");
        try (Spout spout = Spout.open();
                SpoutProcess sender = send(name);
                SpoutProcess receiving = relay(more, to.replace("127.0.0.1", ""), "--name", there);
                SpoutProcess sending = relay(more, name, to)) {
            await("it arrives", () -> spout.senders().find(there).isPresent());
            assertThat(commandLines()).noneMatch(line -> line.contains(secret));
            assertThat(SpoutProcess.run(folder, "receive", there, "--out", "a.png").exitCode()).isZero();
            assertOrange(ImageIO.read(folder.resolve("a.png").toFile()).getRGB(80, 45), 6);
            assertThat(sender.process().isAlive()).isTrue();
            end(sending, "waiting for the sender \"" + name + "\"");
            end(receiving, "waiting for " + to.replace("127.0.0.1", ""));
        }
    }

    private static void assertOrange(int color, int tolerance) {
        assertThat(color >> 16 & 0xFF).isCloseTo(0xFF, within(tolerance));
        assertThat(color >> 8 & 0xFF).isCloseTo(0x80, within(tolerance));
        assertThat(color & 0xFF).isCloseTo(0, within(tolerance));
    }

    private static void end(SpoutProcess relay, String told) throws Exception {
        List<ProcessHandle> children = relay.process().descendants().toList();
        kill("TERM", relay.process());
        Result result = relay.end();
        assertThat(result.exitCode()).isEqualTo(143);
        assertThat(result.stderr()).contains(told);
        await("ffmpeg ends", () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private SpoutProcess relay(List<String> more, String... arguments) {
        List<String> line = new ArrayList<>(List.of("relay"));
        line.addAll(List.of(arguments));
        line.addAll(more);
        return SpoutProcess.start(folder, line);
    }

    private SpoutProcess send(String name) {
        return SpoutProcess.start(folder, "send", films.resolve("film.mkv").toString(), "--name", name, "--loop");
    }

    private static void needFfmpeg() {
        assumeFalse(ffmpeg == null && OS.current() == OS.WINDOWS, "there is no ffmpeg for Windows in this build");
        if (ffmpeg == null && "true".equals(System.getenv("CI"))) {
            fail("there is no ffmpeg; install the package ffmpeg");
        } else if (ffmpeg == null) {
            abort("there is no ffmpeg; install the package ffmpeg");
        }
    }

    private static void needSignals() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            String mask = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
                    .orElseThrow().substring("SigIgn:".length()).strip();
            assumeFalse((Long.parseUnsignedLong(mask, 16) >>> 1 & 1) == 1,
                    "SIGINT is ignored in this process and so in those it starts");
        }
    }

    private static void kill(String signal, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as(what).isNegative();
            Pause.of(Duration.ofMillis(20));
        }
    }

    private static int freePort() throws SocketException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Set<String> commandLines() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.map(process -> process.resolve("cmdline")).map(FilmCommandTest::read)
                    .collect(Collectors.toSet());
        }
    }

    /** Nothing where the process has ended. */
    private static String read(Path file) {
        try {
            return Files.isReadable(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException _) {
            return "";
        }
    }

    /** Codec, size, pixel format, rate and number of frames. */
    private static String probe(Path film) {
        try {
            Process process = new ProcessBuilder(ffmpeg.program().resolveSibling("ffprobe").toString(), "-v", "error",
                    "-count_packets", "-show_entries",
                    "stream=codec_name,width,height,pix_fmt,r_frame_rate,nb_read_packets", "-of", "csv=p=0",
                    "file:" + film).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ffmpeg.program().toString(), "-v", "error", "-nostdin"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
