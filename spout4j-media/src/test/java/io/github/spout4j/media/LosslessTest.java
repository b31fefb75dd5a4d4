package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames into a lossless film and out of it again. */
class LosslessTest {
    private static final int WIDTH = 67;
    private static final int HEIGHT = 41;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsFfmpeg() {
        Films.ffmpeg();
    }

    @Test
    void everyPixelAndEveryTimeOf300FramesIsEqual() {
        Path film = folder.resolve("film.mkv");
        Films.record(FilmTarget.of(film.toString()).rate(Rate.of(50)), PixelFormat.RGBA8, WIDTH, HEIGHT, 300);

        List<Double> times = Films.times(film);
        assertThat(times).hasSize(300);
        for (int i = 0; i < times.size(); i++) {
            assertThat(times.get(i)).isEqualTo(i / 50.0);
        }
        AtomicInteger number = new AtomicInteger();
        FilmInfo info = Films.play(FilmSource.of(film.toString()), 1000,
                frame -> assertThat(Films.bytes(frame)).as("frame %s", number.get())
                        .isEqualTo(Films.picture(number.incrementAndGet(), WIDTH, HEIGHT, PixelFormat.RGBA8)));
        assertThat(number).hasValue(300);
        assertThat(info.rate()).contains(Rate.of(50));
    }

    @ParameterizedTest
    @EnumSource(names = {"RGBA8", "BGRA8", "RGBA8_SRGB", "R8", "R16", "RGBA16", "RGB10A2"})
    void everyFormatThatFfmpegHolds(PixelFormat format) {
        Path film = folder.resolve("film.mkv");
        Films.record(FilmTarget.of(film.toString()).rate(Rate.of(100)), format, WIDTH, HEIGHT, 10);
        AtomicInteger number = new AtomicInteger();
        Films.play(FilmSource.of(film.toString()).format(format), 1000,
                frame -> assertThat(Films.bytes(frame)).as("frame %s", number.get())
                        .isEqualTo(Films.picture(number.incrementAndGet(), WIDTH, HEIGHT, format)));
        assertThat(number).hasValue(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"RGBA16", "RGB10A2", "R16"})
    void moreThan8BitsAreNoticed(PixelFormat format) {
        Path film = folder.resolve("film.mkv");
        Films.record(FilmTarget.of(film.toString()).rate(Rate.of(100)), format, WIDTH, HEIGHT, 2);
        assertThat(Films.play(FilmSource.of(film.toString()), 2, _ -> {}).format()).isEqualTo(PixelFormat.RGBA16);
    }

    @Test
    void rawFilmsAreEqualToo() {
        Path film = folder.resolve("film.nut");
        Films.record(FilmTarget.of(film.toString()).rate(Rate.of(100)), PixelFormat.RGBA8, WIDTH, HEIGHT, 10);
        AtomicInteger number = new AtomicInteger();
        Films.play(FilmSource.of(film.toString()), 1000, frame -> assertThat(Films.bytes(frame))
                .isEqualTo(Films.picture(number.incrementAndGet(), WIDTH, HEIGHT, PixelFormat.RGBA8)));
        assertThat(number).hasValue(10);
    }
}
