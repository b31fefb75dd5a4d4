package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.ChildJvm;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that become films. */
class FilmReceiverTest {
    private static final int WIDTH = 97;
    private static final int HEIGHT = 65;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;
    private Spout spout;
    private SpoutSender sender;
    private SpoutReceiver receiver;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void open() {
        Films.ffmpeg();
        spout = Spout.open();
        String name = UniqueName.of("sender");
        sender = spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.RGBA8).open();
        receiver = spout.receiver(name).open();
    }

    @AfterEach
    void close() {
        if (spout != null) {
            spout.close();
        }
    }

    private FilmReceiver film(FilmTarget target) {
        return FilmReceiver.open(Films.ffmpeg(), receiver, target, told::add);
    }

    private FilmTarget target(String name) {
        return FilmTarget.of(folder.resolve(name).toString()).rate(Rate.of(50));
    }

    private void send(FilmReceiver film, int count) {
        for (int i = 0; i < count; i++) {
            sender.send(Films.picture(i, sender.width(), sender.height(), PixelFormat.RGBA8));
            film.next();
        }
    }

    /** Frames that encoders have little work with. */
    private void sendPlain(FilmReceiver film, int count) {
        for (int i = 0; i < count; i++) {
            byte[] plain = new byte[WIDTH * HEIGHT * 4];
            java.util.Arrays.fill(plain, (byte) film.frames());
            sender.send(plain);
            film.next();
        }
    }

    private Path make(String name, int frames) {
        try (FilmReceiver film = film(target(name).withEveryFrame())) {
            send(film, frames);
            film.finish();
            assertThat(film.frames()).isEqualTo(frames);
        }
        return folder.resolve(name);
    }

    @ParameterizedTest
    @CsvSource({"a.mp4,h264,yuv420p,96,64", "a.m4v,h264,yuv420p,96,64", "a.mkv,ffv1,bgra,97,65",
            "a.mov,prores,yuva444p12le,97,65",
            "a.webm,vp9,yuv420p,97,65", "a.gif,gif,bgra,97,65", "a.ts,h264,yuv420p,96,64", "a.nut,rawvideo,rgba,97,65"})
    void whatAnEndingBecomes(String name, String codec, String pixels, int width, int height) {
        Path film = make(name, 20);
        assertThat(Films.probe(film, "codec_name,width,height,pix_fmt,r_frame_rate,nb_read_frames").lines())
                .containsOnly(
                        "codec_name=" + codec, "width=" + width, "height=" + height, "pix_fmt=" + pixels,
                        "r_frame_rate=50/1",
                        "nb_read_frames=20");
    }

    @ParameterizedTest
    @CsvSource({"hevc,mp4,hevc", "av1,mkv,av1", "libx264,mkv,h264", "vp9,mkv,vp9", "prores,mov,prores",
            "mpeg4,mp4,mpeg4",
            "raw,mkv,rawvideo", "h264,mov,h264"})
    void codecsByTheirNames(String asked, String ending, String codec) {
        try (FilmReceiver film = film(target("a." + ending).codec(asked).quality(30).withEveryFrame())) {
            send(film, 5);
            film.finish();
        }
        assertThat(Films.probe(folder.resolve("a." + ending), "codec_name,nb_read_frames").lines())
                .containsOnly("codec_name=" + codec, "nb_read_frames=5");
    }

    @Test
    void alphaIsKept() {
        for (String name : List.of("a.webm", "a.mov")) {
            try (FilmReceiver film = film(target(name).withEveryFrame())) {
                byte[] half = new byte[WIDTH * HEIGHT * 4];
                java.util.Arrays.fill(half, (byte) 0x80);
                for (int i = 0; i < 3; i++) {
                    sender.send(half);
                    film.next();
                }
                film.finish();
            }
            Films.play(FilmSource.of(folder.resolve(name).toString()).format(PixelFormat.RGBA8), 1, frame -> {
                byte[] pixels = Films.bytes(frame);
                for (int i = 3; i < pixels.length; i += 4) {
                    assertThat(pixels[i] & 0xFF).as(name).isBetween(0x7E, 0x82);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.mkv", "a.mov", "a.webm", "a.gif", "a.ts", "a.nut"})
    void whatAKilledFfmpegLeavesCanBePlayed(String name) {
        Path path = folder.resolve(name);
        try (FilmReceiver film = film(target(name).withEveryFrame())) {
            Await.until("there are some seconds of film", PATIENCE, () -> {
                sendPlain(film, 10);
                return film.frames() >= 400 && sizeOf(path) > 2000; // 150 may wait yet
            });
            ffmpegs(path).findFirst().orElseThrow().destroyForcibly();
            assertThatExceptionOfType(FilmException.class).isThrownBy(() -> sendPlain(film, 10_000))
                    .withMessageContaining("broke off").matches(e -> e.getMessage().lines().count() == 1);
        }
        assertThat(frames(path)).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.mkv", "a.mov"})
    void aKilledProgramLeavesAWholeFilmAndNoFfmpeg(String name) {
        Path path = folder.resolve(name);
        try (ChildJvm program = ChildJvm.start(RelayProgram.class, "out", folder.resolve("objects").toString(), "n",
                path.toString(), "96", "64", "50", "1")) {
            Await.until("ffmpeg runs", PATIENCE, () -> ffmpegs(path).findFirst().isPresent());
            ProcessHandle ffmpeg = ffmpegs(path).findFirst().orElseThrow();
            Await.until("it has begun the film", PATIENCE, () -> sizeOf(path) > 0);
            program.kill();
            Await.until("ffmpeg has ended", PATIENCE, () -> !ffmpeg.isAlive());
        }
        assertThat(frames(path)).isPositive();
    }

    private static int frames(Path film) {
        return Integer.parseInt(
                Films.probe(film, "nb_read_frames").lines().findFirst().orElseThrow().replace("nb_read_frames=", ""));
    }

    private static long sizeOf(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Stream<ProcessHandle> ffmpegs(Path film) {
        return ProcessHandle.current().descendants().filter(process -> process.info().arguments()
                .filter(arguments -> List.of(arguments).contains("file:" + film)).isPresent());
    }

    @Test
    void aFullDiskIsToldAndNothingHangs() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full here");
        Files.createSymbolicLink(folder.resolve("a.mkv"), full);
        try (FilmReceiver film = film(target("a.mkv").overwriting().withEveryFrame())) {
            assertThatExceptionOfType(FilmException.class).isThrownBy(() -> {
                for (int i = 0; i < 1000; i++) {
                    send(film, 1);
                }
            }).withMessageContaining("the disk is full");
        }
    }

    @Test
    void framesWaitWhileFfmpegStumbles() throws Exception {
        assumeTrue(NamedPipe.supported(), "there is no kill -STOP here");
        Path path = folder.resolve("a.mkv");
        int count = 130;
        try (FilmReceiver film = film(target("a.mkv").withEveryFrame())) {
            send(film, 1);
            long ffmpeg = ffmpegs(path).findFirst().orElseThrow().pid();
            signal("STOP", ffmpeg);
            for (int i = 1; i < count; i++) {
                sender.send(Films.picture(i, WIDTH, HEIGHT, PixelFormat.RGBA8));
                film.next();
            }
            signal("CONT", ffmpeg);
            film.finish();
            assertThat(film.frames()).isEqualTo(count);
            assertThat(film.lost()).isZero();
        }
        byte[] pixels = Films.pixels(path, "rgba");
        int size = WIDTH * HEIGHT * 4;
        assertThat(pixels).hasSize(count * size);
        for (int i = 0; i < count; i++) {
            assertThat(java.util.Arrays.copyOfRange(pixels, i * size, (i + 1) * size)).as("frame %d", i)
                    .isEqualTo(Films.picture(i, WIDTH, HEIGHT, PixelFormat.RGBA8));
        }
    }

    /** An ffmpeg that takes 20 frames a second of a stream of 50: repetitions must not keep new frames out. */
    @Test
    void aStreamThatIsTooSlowShowsWhatIsNew() throws Exception {
        assumeTrue(NamedPipe.supported(), "the slow ffmpeg is a script");
        Path taken = folder.resolve("taken");
        Path program = Files.writeString(folder.resolve("ffmpeg"), """
                #!/bin/sh
                case "$2" in
                  -version) echo "ffmpeg version 5.1 slow" ;;
                  -encoders) echo " V libx264 x" ;;
                  *) while head -c %d >> "%s" && sleep 0.05; do :; done ;;
                esac
                """.formatted(WIDTH * HEIGHT * 4, taken));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        FilmTarget stream = FilmTarget.of("udp://127.0.0.1:9").rate(Rate.of(50));
        try (FilmReceiver film = FilmReceiver.open(Ffmpeg.at(program), receiver, stream, told::add)) {
            Thread sending = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 250; i++) {
                    sender.holdFps(50);
                    sender.send(Films.picture(i, WIDTH, HEIGHT, PixelFormat.RGBA8));
                }
            });
            while (sending.isAlive()) {
                film.next();
            }
            assertThat(film.lost()).isPositive();
        }
        byte[] all = Files.readAllBytes(taken);
        int size = WIDTH * HEIGHT * 4;
        int count = all.length / size;
        int behind = count / 2; // before, the pipe takes all at once
        long different = java.util.stream.IntStream.range(behind, count)
                .mapToObj(i -> java.nio.ByteBuffer.wrap(all, i * size, size)).distinct().count();
        assertThat(different).isGreaterThan((count - behind) * 3L / 4);
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFilmIsAsLongAsAskedFor(boolean known) {
        FilmTarget target = FilmTarget.of(folder.resolve("a.mkv").toString()).duration(Duration.ofMillis(500));
        try (FilmReceiver film = film(known ? target.rate(Rate.of(50)) : target)) {
            sender.send(Films.picture(1, WIDTH, HEIGHT, PixelFormat.RGBA8));
            while (film.next()) {
                sender.send(Films.picture(1, WIDTH, HEIGHT, PixelFormat.RGBA8));
            }
            film.finish();
            assertThat(film.frames()).isEqualTo(Math.round(film.rate().orElseThrow().hz() / 2));
        }
    }

    @Test
    void aStreamThatNobodyCallsForEnds() throws IOException {
        assumeTrue(Films.ffmpeg().lacks().stream().noneMatch(lacking -> lacking.startsWith("srt")), "no srt here");
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (FilmReceiver film = film(FilmTarget.of("srt://:" + port).rate(Rate.of(50)).reconnecting())) {
            send(film, 3);
            assertThat(film.flows()).isFalse();
            film.finish();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void framesAreRepeatedWhileTheSenderSaysNothing() {
        try (FilmReceiver film = film(target("a.mkv").frames(20))) {
            sender.send(Films.picture(1, WIDTH, HEIGHT, PixelFormat.RGBA8));
            while (film.next()) {
                // until there are 20
            }
            film.finish();
            assertThat(film.frames()).isEqualTo(20);
            assertThat(film.repeated()).isEqualTo(19);
        }
        byte[] pixels = Films.pixels(folder.resolve("a.mkv"), "rgba");
        byte[] one = Films.picture(1, WIDTH, HEIGHT, PixelFormat.RGBA8);
        assertThat(pixels).hasSize(20 * one.length);
        for (int i = 0; i < 20; i++) {
            assertThat(java.util.Arrays.copyOfRange(pixels, i * one.length, (i + 1) * one.length)).isEqualTo(one);
        }
    }

    @Test
    void theRateIsThatOfTheSender() {
        try (FilmReceiver film = film(FilmTarget.of(folder.resolve("a.mkv").toString()))) {
            long interval = 100_000_000;
            long began = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                long due = began + i * interval;
                Await.until("it is time", PATIENCE, () -> System.nanoTime() - due >= 0);
                sender.send(Films.picture(i, WIDTH, HEIGHT, PixelFormat.RGBA8));
                film.next();
            }
            film.finish();
            assertThat(film.rate().orElseThrow().hz()).isBetween(5.0, 15.0);
        }
    }

    @Test
    void aSenderThatGoesAndComesBackLeavesItsTimeInTheFilm() {
        String name = sender.name();
        try (FilmReceiver film = film(target("a.mkv"))) {
            sender.send(Films.picture(1, WIDTH, HEIGHT, PixelFormat.RGBA8));
            film.next();
            sender.close();
            long frames = film.frames();
            Await.until("it is missed", PATIENCE, () -> {
                film.next();
                return film.senderGone().toMillis() > 200;
            });
            assertThat(film.frames()).as("a film stands still meanwhile").isLessThan(frames + 10);
            sender = spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.RGBA8).open();
            sender.send(Films.picture(2, WIDTH, HEIGHT, PixelFormat.RGBA8));
            Await.until("it is back", PATIENCE, () -> {
                film.next();
                return film.senderGone().isZero() && film.frames() >= frames + 10;
            });
            film.finish();
            assertThat(film.repeated()).isGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void anotherSizeIsScaled() {
        try (FilmReceiver film = film(target("a.mkv").withEveryFrame())) {
            send(film, 2);
            sender.resize(WIDTH * 2, HEIGHT * 2);
            byte[] gray = new byte[WIDTH * HEIGHT * 16];
            java.util.Arrays.fill(gray, (byte) 0x66);
            sender.send(gray);
            film.next();
            sender.resize(WIDTH / 2, HEIGHT / 2);
            sender.send(java.util.Arrays.copyOf(gray, (WIDTH / 2) * (HEIGHT / 2) * 4));
            film.next();
            film.finish();
        }
        byte[] pixels = Films.pixels(folder.resolve("a.mkv"), "rgba");
        int size = WIDTH * HEIGHT * 4;
        assertThat(pixels).hasSize(4 * size);
        for (int i = 2 * size; i < pixels.length; i++) {
            assertThat(pixels[i]).isEqualTo((byte) 0x66);
        }
    }

    @Test
    void anotherSizeEndsTheFilmWhereAskedTo() {
        try (FilmReceiver film = film(target("a.mkv").withEveryFrame().onResize(OnResize.STOP))) {
            send(film, 3);
            sender.resize(20, 20);
            sender.send(Films.picture(1, 20, 20, PixelFormat.RGBA8));
            assertThat(film.next()).isFalse();
            film.finish();
            assertThat(film.endedByResize()).isTrue();
        }
        assertThat(Films.probe(folder.resolve("a.mkv"), "nb_read_frames")).isEqualTo("nb_read_frames=3");
    }

    @Test
    void anotherSizeBeginsAFileWhereAskedTo() {
        try (FilmReceiver film = film(target("a.mkv").withEveryFrame().onResize(OnResize.NEW_FILE))) {
            send(film, 3);
            sender.resize(20, 30);
            send(film, 4);
            assertThat(film.file()).contains(folder.resolve("a-2.mkv"));
            assertThat(told).containsExactly("the sender is now 20x30: \"" + folder.resolve("a-2.mkv") + "\" begins");
            film.finish();
            assertThat(film.frames()).isEqualTo(7);
        }
        assertThat(Films.probe(folder.resolve("a.mkv"), "width,nb_read_frames"))
                .isEqualTo("width=97\nnb_read_frames=3");
        assertThat(Films.probe(folder.resolve("a-2.mkv"), "width,nb_read_frames"))
                .isEqualTo("width=20\nnb_read_frames=4");
    }

    @Test
    void aFileThatIsThereIsKept() throws IOException {
        Path film = Files.writeString(folder.resolve("a.mp4"), "precious");
        assertThatExceptionOfType(FilmException.class).isThrownBy(() -> film(target("a.mp4")))
                .withMessageContaining("is there already").matches(FilmException::badInput);
        assertThat(film).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.xyz", "a.png", "no/a.mp4", "http://h/a", "srt://host", "srt://host:99999",
            "foo://host:1", "a\n.mp4",
            ""})
    void whatCannotBeWrittenIsToldBeforeAFrameIsAwaited(String name) {
        String film = name.contains("://") || name.isEmpty() ? name : folder.resolve(name).toString();
        assertThatExceptionOfType(FilmException.class)
                .isThrownBy(() -> FilmReceiver.open(Films.ffmpeg(), receiver, FilmTarget.of(film)))
                .matches(FilmException::badInput)
                .satisfies(e -> assertThat(e.getMessage().lines().count()).isLessThan(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-i.mkv", "a;touch x.mkv", "\"a\" 'b' $(touch x).mkv", "a|b.mkv", "%d.mkv", "a:b.mkv",
            "[a].mkv"})
    void hostileNamesAreNamesOfFiles(String name) throws IOException {
        Path film = make(name, 2);
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(film);
        }
        assertThat(Films.probe(film, "nb_read_frames")).isEqualTo("nb_read_frames=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "h264_nonsense", "FFV1X", "-c"})
    void anEncoderThatThereIsNotIsToldBeforeAFrameIsAwaited(String codec) {
        assertThatExceptionOfType(FilmException.class).isThrownBy(() -> film(target("a.mkv").codec(codec)))
                .withMessageContaining("no encoder").matches(FilmException::badInput);
    }

    @Test
    void badOptionsAreToldInFfmpegsWords() {
        try (FilmReceiver film = film(target("a.mkv").options(List.of("-nonsense", "1")))) {
            assertThatExceptionOfType(FilmException.class).isThrownBy(() -> {
                send(film, 100);
                film.finish();
            }).withMessageContaining("nonsense");
        }
    }

    @Test
    void withoutAFrameThereIsNoFile() {
        try (FilmReceiver film = film(target("a.mkv"))) {
            film.next();
            film.finish();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingOfItIsLeftOpen() {
        make("a.mkv", 3);
        Optional<ProcessHandle> left = ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString())).findFirst();
        assertThat(left).isEmpty();
    }
}
