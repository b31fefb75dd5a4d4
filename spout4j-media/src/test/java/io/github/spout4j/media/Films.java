package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Films by the real ffmpeg, and the pictures in them. */
final class Films {
    private static final Optional<Ffmpeg> FFMPEG = look();

    private Films() {}

    private static Optional<Ffmpeg> look() {
        try {
            return Optional.of(Ffmpeg.find());
        } catch (FilmException _) {
            return Optional.empty();
        }
    }

    /** Skips the test where there is none. */
    static Ffmpeg ffmpeg() {
        assumeTrue(FFMPEG.isPresent(), "there is no ffmpeg here");
        return FFMPEG.get();
    }

    /** Makes a film: the arguments after the usual ones. */
    static Path make(Path film, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(ffmpeg().program().toString(), "-hide_banner", "-loglevel", "error",
                        "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        command.add("file:" + film);
        run(command);
        return film;
    }

    /** What ffprobe says of a film's picture, one "name=value" a line; its frames counted. */
    static String probe(Path film, String entries) {
        return run(
                List.of(ffmpeg().prober().toString(), "-loglevel", "error", "-count_frames", "-select_streams", "v:0",
                        "-show_entries", "stream=" + entries, "-of", "default=noprint_wrappers=1", "file:" + film))
                .strip();
    }

    /** The times of all frames, in the unit that ffprobe prints: seconds. */
    static List<Double> times(Path film) {
        return run(
                List.of(ffmpeg().prober().toString(), "-loglevel", "error", "-select_streams", "v:0", "-show_entries",
                        "frame=pts_time", "-of", "csv=p=0", "file:" + film))
                .lines()
                .map(line -> Double.parseDouble(line.replace(",", ""))).toList();
    }

    /** All pixels of a film, in one format of ffmpeg's. */
    static byte[] pixels(Path film, String format) {
        return bytes(List.of(ffmpeg().program().toString(), "-hide_banner", "-loglevel", "error", "-nostdin", "-i",
                "file:" + film, "-f", "rawvideo", "-pix_fmt", format, "-"));
    }

    static String run(List<String> command) {
        return new String(bytes(command), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).as("exit code of %s", command).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A picture that no other number has. */
    static byte[] picture(long number, int width, int height, PixelFormat format) {
        byte[] bytes = new byte[width * height * format.bytesPerPixel()];
        SplittableRandom random = new SplittableRandom(number * 31 + format.ordinal());
        random.nextBytes(bytes);
        return bytes;
    }

    static byte[] bytes(SpoutFrame frame) {
        byte[] bytes = new byte[frame.width() * frame.height() * frame.format().bytesPerPixel()];
        int row = frame.width() * frame.format().bytesPerPixel();
        for (int y = 0; y < frame.height(); y++) {
            MemorySegment.copy(frame.pixels(), ValueLayout.JAVA_BYTE, y * frame.rowPitch(), bytes, y * row, row);
        }
        return bytes;
    }

    /** Plays a film, each frame of which is received and given to {@code look}; the source's film with a sender of its own. */
    static FilmInfo play(FilmSource source, int most, Consumer<SpoutFrame> look) {
        String name = UniqueName.of("film");
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = spout.receiver(name).open();
                FilmSender film = FilmSender.open(ffmpeg(), source, info -> sender(spout, name, info))) {
            for (int i = 0; i < most && film.next(); i++) {
                try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
                    look.accept(frame);
                }
            }
            return film.info();
        }
    }

    static SpoutSender sender(Spout spout, String name, FilmInfo info) {
        return spout.sender(name).size(info.width(), info.height()).format(info.format()).open();
    }

    /** Makes a film of pictures, each of which is in it once. */
    static void record(FilmTarget target, PixelFormat format, int width, int height, int count) {
        String name = UniqueName.of("recorded");
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(name).size(width, height).format(format).open();
                SpoutReceiver receiver = spout.receiver(name).open();
                FilmReceiver film = FilmReceiver.open(ffmpeg(), receiver, target.withEveryFrame())) {
            for (int i = 1; i <= count; i++) {
                sender.send(picture(i, width, height, format));
                film.next();
            }
            film.finish();
            assertThat(film.frames()).isEqualTo(count);
            assertThat(film.lost()).isZero();
        }
    }
}
