package io.github.spout4j.cli.films;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.media.FilmSource;
import io.github.spout4j.media.Rate;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is asked of a film that is to be sent. */
public final class FilmInputOptions extends FfmpegOptions {
    private static final Pattern NUMBERED = Pattern.compile("[^%]*%(0\\d)?d[^%]*");

    @Option(names = "--input-format", paramLabel = "FORMAT", description = "A device or format by ffmpeg's name: v4l2, x11grab, dshow, gdigrab, avfoundation, lavfi …")
    private String inputFormat;

    @Option(names = "--start", paramLabel = "TIME", converter = TimeConverter.class, description = "Begin there: seconds, or 1:02:03.5.")
    private Duration start;

    @Option(names = "--duration", paramLabel = "TIME", converter = LengthConverter.class, description = "Send no more than this.")
    private Duration duration;

    @Option(names = "--hwaccel", paramLabel = "WAY", description = "Decode by hardware: auto, vaapi, cuda, d3d11va, videotoolbox …")
    private String hardware;

    /**
     * Whether that is a film: an address, a device, pictures by a pattern, or a file that is no picture.
     *
     * @param picture whether its name is that of a picture
     */
    public boolean concern(String file, BooleanSupplier picture) {
        return inputFormat != null || FilmSource.isAddress(file) || pattern(file)
                || there(file) && !picture.getAsBoolean();
    }

    FilmSource source(String film, Double fps, boolean loop, PixelFormat format) {
        FilmSource source = FilmSource.of(film).options(ffmpeg().words());
        source = inputFormat == null ? source : source.inputFormat(inputFormat);
        source = start == null ? source : source.start(start);
        source = duration == null ? source : source.duration(duration);
        source = hardware == null ? source : source.hardware(hardware);
        source = fps == null ? source : source.rate(Rate.of(fps));
        source = format == null ? source : source.format(format);
        source = loop ? source.looped() : source;
        source = reconnect() ? source.reconnecting() : source;
        return passphrase(film).map(source::passphrase).orElse(source);
    }

    private static boolean pattern(String file) {
        return NUMBERED.matcher(file).matches() && !there(file);
    }

    private static boolean there(String file) {
        try {
            Path path = Path.of(file);
            return Files.exists(path) && !Files.isDirectory(path);
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
