package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films that become senders. */
class FilmSenderTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsFfmpeg() {
        Films.ffmpeg();
    }

    private Path film(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=0.4"));
        all.addAll(List.of(arguments));
        return Films.make(folder.resolve(name), all.toArray(String[]::new));
    }

    private static FilmSource source(Path film) {
        return FilmSource.of(film.toString());
    }

    @ParameterizedTest
    @CsvSource({"a.mp4,yuv420p,RGBA8", "b.mkv,yuv420p10le,RGBA16", "c.mkv,yuv422p12le,RGBA16", "d.mkv,gray,RGBA8",
            "e.mkv,gbrp16le,RGBA16", "f.mkv,yuva420p,RGBA8", "g.mkv,yuva444p10le,RGBA16", "h.mkv,rgb48le,RGBA16"})
    void depthIsKept(String name, String pixels, PixelFormat format) {
        String codec = name.endsWith("mp4") ? "libx264" : "ffv1";
        Path film = film(name, "-c:v", codec, "-pix_fmt", pixels);
        List<byte[]> seen = new ArrayList<>();
        FilmInfo info = Films.play(source(film), 100, frame -> seen.add(Films.bytes(frame)));
        assertThat(info.width()).isEqualTo(WIDTH);
        assertThat(info.height()).isEqualTo(HEIGHT);
        assertThat(info.format()).isEqualTo(format);
        assertThat(info.rate()).contains(Rate.of(25));
        assertThat(seen).hasSize(10);
        byte[] whole = Films.pixels(film, format == PixelFormat.RGBA16 ? "rgba64le" : "rgba");
        int size = whole.length / 10;
        for (int i = 0; i < 10; i++) {
            assertThat(seen.get(i)).as("frame %s", i)
                    .isEqualTo(java.util.Arrays.copyOfRange(whole, i * size, (i + 1) * size));
        }
    }

    @Test
    void alphaOfVp9IsKept() {
        Path film = Films.make(folder.resolve("a.webm"), "-f", "lavfi", "-i",
                "color=red@0.5:s=64x48:r=10:d=0.3,format=yuva420p", "-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p");
        Films.play(source(film), 3, frame -> {
            byte[] pixels = Films.bytes(frame);
            for (int i = 3; i < pixels.length; i += 4) {
                assertThat(pixels[i] & 0xFF).isBetween(126, 129);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"30000/1001,30000,1001", "24000/1001,24000,1001", "12.5,25,2", "50,50,1", "60000/1001,60000,1001"})
    void ratesAreExact(String rate, int numerator, int denominator) {
        Path film = Films.make(folder.resolve("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x48:r=" + rate + ":d=0.5",
                "-c:v",
                "libx264");
        assertThat(Films.play(source(film), 1, _ -> {}).rate()).contains(new Rate(numerator, denominator));
    }

    @Test
    void phonesFilmsAreTurnedAndWidePixelsMadeSquare() {
        Path turned = Films.make(folder.resolve("b.mp4"), "-i", film("a.mp4", "-c:v", "libx264").toString(), "-c",
                "copy",
                "-metadata:s:v:0", "rotate=90");
        FilmInfo info = Films.play(source(turned), 1, _ -> {});
        assertThat(info.width()).isEqualTo(HEIGHT);
        assertThat(info.height()).isEqualTo(WIDTH);
        FilmInfo wide = Films.play(source(film("c.mkv", "-vf", "setsar=4/3", "-c:v", "ffv1")), 1, _ -> {});
        assertThat(wide.width()).isEqualTo(85);
        assertThat(wide.height()).isEqualTo(HEIGHT);
    }

    @Test
    void soundIsNoticed() {
        Path film = film("a.mp4", "-f", "lavfi", "-i", "sine=d=0.4", "-c:v", "libx264", "-c:a", "aac");
        assertThat(Films.play(source(film), 1, _ -> {}).sound()).isTrue();
        assertThat(Films.play(source(film("b.mp4", "-c:v", "libx264")), 1, _ -> {}).sound()).isFalse();
    }

    @Test
    void picturesFollowEachOtherFromTheFirstNumber() {
        Films.make(folder.resolve("p%03d.png"), "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=0.4", "-start_number",
                "17");
        AtomicInteger count = new AtomicInteger();
        FilmInfo info = Films.play(source(folder.resolve("p%03d.png")).rate(Rate.of(100)), 100,
                _ -> count.incrementAndGet());
        assertThat(count).hasValue(10);
        assertThat(info.rate()).contains(Rate.of(100));
        assertThatExceptionOfType(FilmException.class)
                .isThrownBy(() -> Films.play(source(folder.resolve("q%03d.png")), 1,
                        _ -> {}))
                .withMessageContaining("there is no picture").matches(FilmException::badInput);
    }

    @Test
    void aPartOfAFilm() {
        Path film = Films.make(folder.resolve("a.mkv"), "-f", "lavfi", "-i", "testsrc2=s=64x48:r=50:d=1", "-c:v",
                "ffv1",
                "-pix_fmt", "bgra");
        byte[] whole = Films.pixels(film, "rgba");
        int size = WIDTH * HEIGHT * 4;
        AtomicInteger count = new AtomicInteger();
        FilmInfo info = Films.play(source(film).start(Duration.ofMillis(400)).duration(Duration.ofMillis(200)), 100,
                frame -> assertThat(Films.bytes(frame)).isEqualTo(java.util.Arrays.copyOfRange(whole,
                        (20 + count.get()) * size, (20 + count.incrementAndGet()) * size)));
        assertThat(count).hasValue(10);
        assertThat(info.duration()).contains(Duration.ofMillis(200));
    }

    @Test
    void aLoopBeginsAgainWithItsFirstFrame() {
        Path film = film("a.mkv", "-c:v", "ffv1", "-pix_fmt", "bgra");
        List<byte[]> seen = new ArrayList<>();
        Films.play(source(film).looped(), 35, frame -> seen.add(Films.bytes(frame)));
        assertThat(seen).hasSize(35);
        for (int i = 10; i < 35; i++) {
            assertThat(seen.get(i)).as("frame %s", i).isEqualTo(seen.get(i % 10));
        }
        assertThat(seen.get(0)).isNotEqualTo(seen.get(9));
    }

    @Test
    void aFilmKeepsItsRate() {
        Path film = Films.make(folder.resolve("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x48:r=30000/1001:d=3",
                "-c:v",
                "libx264");
        long began = System.nanoTime();
        AtomicInteger count = new AtomicInteger();
        Films.play(source(film), 1000, _ -> count.incrementAndGet());
        assertThat(count).hasValue(90);
        assertThat((System.nanoTime() - began) / 1e9).as("never faster").isGreaterThan(89 * 1.001 / 30);
    }

    @Test
    void generatedPicturesKeepTheirRateToo() {
        AtomicInteger count = new AtomicInteger();
        FilmInfo info = Films.play(FilmSource.of("testsrc2=s=80x60:r=50:d=0.5").inputFormat("lavfi"), 100,
                _ -> count.incrementAndGet());
        assertThat(info.width()).isEqualTo(80);
        assertThat(info.rate()).contains(Rate.of(50));
        assertThat(count).hasValue(25);
    }

    @Test
    void anotherRateRepeatsFrames() {
        AtomicInteger count = new AtomicInteger();
        Films.play(source(film("a.mkv", "-c:v", "ffv1")).rate(Rate.of(100)), 100, _ -> count.incrementAndGet());
        assertThat(count.get()).as("the last one has no successor to wait for").isBetween(37, 40);
    }

    @Test
    void whereTheSizeChangesWithinAStreamItIsScaledToTheFirst() throws IOException {
        Path small = film("a.ts", "-c:v", "libx264");
        Path large = Films.make(folder.resolve("b.ts"), "-f", "lavfi", "-i", "testsrc2=s=1080x32:r=25:d=0.4", "-c:v",
                "libx264");
        Path both = folder.resolve("both.ts");
        Files.write(both, Files.readAllBytes(small));
        Files.write(both, Files.readAllBytes(large), StandardOpenOption.APPEND);
        Files.write(both, Files.readAllBytes(small), StandardOpenOption.APPEND);
        List<byte[]> seen = new ArrayList<>();
        Films.play(source(both), 100, frame -> {
            assertThat(frame.width()).isEqualTo(WIDTH);
            assertThat(frame.height()).isEqualTo(HEIGHT);
            seen.add(Films.bytes(frame));
        });
        assertThat(seen.get(22)).isEqualTo(seen.get(2));
        assertThat(seen.get(12)).isNotEqualTo(seen.get(2));
    }

    @Test
    void aCutFilmPlaysAsFarAsItGoes() throws IOException {
        Path film = Films.make(folder.resolve("a.mkv"), "-f", "lavfi", "-i", "testsrc2=s=64x48:r=50:d=1", "-c:v",
                "ffv1",
                "-pix_fmt", "bgra");
        byte[] whole = Films.pixels(film, "rgba");
        try (FileChannel channel = FileChannel.open(film, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        int size = WIDTH * HEIGHT * 4;
        AtomicInteger count = new AtomicInteger();
        Films.play(source(film), 100, frame -> assertThat(Films.bytes(frame)).isEqualTo(
                java.util.Arrays.copyOfRange(whole, count.get() * size, count.incrementAndGet() * size)));
        assertThat(count.get()).isBetween(10, 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-i", "-version", "a;touch x", "\"a\" 'b' $(touch x).mp4", "a|b", "file:a", "concat:a|b",
            "pipe:0", "x:y", "subfile,,start,0,end,1,,:a", "a%d%d.png"})
    void hostileNamesAreNamesOfFiles(String name) throws IOException {
        assertThatExceptionOfType(FilmException.class)
                .isThrownBy(() -> Films.play(source(folder.resolve(name)), 1, _ -> {}))
                .withMessageMatching("(?s).*(there is no file|is no pattern).*").matches(FilmException::badInput);
        if (!name.contains("%")) {
            Path film = film("film.mkv", "-c:v", "ffv1");
            Path hostile = Files.move(film, folder.resolve(name));
            AtomicInteger count = new AtomicInteger();
            Films.play(source(hostile), 100, _ -> count.incrementAndGet());
            assertThat(count).hasValue(10);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("x");
        }
    }

    @Test
    void whatIsNoFilmIsToldInOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("a.mp4"), "this is no film");
        Path sound = Films.make(folder.resolve("b.mp4"), "-f", "lavfi", "-i", "sine=d=0.2");
        Path folderOnly = Files.createDirectory(folder.resolve("c.mp4"));
        for (Path each : List.of(text, sound, folderOnly)) {
            assertThatExceptionOfType(FilmException.class).isThrownBy(() -> Films.play(source(each), 1, _ -> {}))
                    .matches(FilmException::badInput).satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1)
                            .first().asString().contains(each.getFileName().toString()));
        }
        assertThatExceptionOfType(FilmException.class).isThrownBy(() -> Films.play(FilmSource.of("a\nb"), 1, _ -> {}))
                .withMessageContaining("control characters");
    }

    @Test
    void nobodyThereIsToldWithoutReconnect() {
        assertThatExceptionOfType(FilmException.class)
                .isThrownBy(() -> Films.play(FilmSource.of("tcp://127.0.0.1:1"), 1, _ -> {}))
                .withMessageContaining("nobody answers").matches(e -> !e.badInput());
    }

    @Test
    void anInterruptEndsItAndNothingIsLeft() throws InterruptedException {
        Path film = Films.make(folder.resolve("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=20", "-c:v",
                "libx264");
        String name = UniqueName.of("interrupted");
        AtomicInteger frames = new AtomicInteger();
        Thread player = Thread.ofPlatform().start(() -> {
            try (Spout spout = Spout.open();
                    FilmSender sending = FilmSender.open(Films.ffmpeg(), source(film),
                            info -> Films.sender(spout, name, info))) {
                while (sending.next()) {
                    frames.incrementAndGet();
                }
                assertThat(Thread.interrupted()).isTrue();
            }
        });
        while (frames.get() < 3) {
            Thread.onSpinWait();
        }
        player.interrupt();
        player.join(Duration.ofSeconds(10));
        assertThat(player.isAlive()).isFalse();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(film.toString()))).isEmpty();
        try (Spout spout = Spout.open()) {
            assertThat(spout.senders().find(name)).isEmpty();
        }
    }
}
