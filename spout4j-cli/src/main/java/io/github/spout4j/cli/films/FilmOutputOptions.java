package io.github.spout4j.cli.films;

import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FpsConverter;
import io.github.spout4j.media.FilmTarget;
import io.github.spout4j.media.FilmSource;
import io.github.spout4j.media.OnResize;
import io.github.spout4j.media.Rate;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What is asked of a film that is to be made. */
public final class FilmOutputOptions extends FfmpegOptions {
    @Option(names = "--codec", paramLabel = "CODEC", description = "h264, hevc, av1, ffv1, prores, vp9, gif or raw, or ffmpeg's name of an encoder; "
            + "default: h264 in mp4, m4v, ts and streams, ffv1 (lossless) in mkv, prores in mov, vp9 in webm.")
    private String codec;

    @Option(names = "--quality", paramLabel = "Q", converter = QualityConverter.class, description = "0 to 100, more is better and larger; default: 75.")
    private Integer quality;

    @Option(names = "--fps", paramLabel = "F", converter = FpsConverter.class, description = "Frames a second of the film, such as 60 or 30000/1001; default: the sender's.")
    private Double fps;

    @Option(names = "--every-frame", description = "Each of the sender's frames once, whatever their times.")
    private boolean everyFrame;

    @Option(names = "--duration", paramLabel = "TIME", converter = LengthConverter.class, description = "End when the film is that long: seconds, or 1:02:03.5.")
    private Duration duration;

    @Option(names = "--lossless", description = "A stream without loss, with alpha and all bits: FFV1 in NUT.")
    private boolean lossless;

    @Option(names = "--on-resize", paramLabel = "RULE", converter = OnResizeConverter.class, completionCandidates = OnResizeConverter.class, description = "When the sender changes size: scale to the first one, stop, or begin a new-file; default: scale.")
    private OnResize onResize;

    @Option(names = "--overwrite", description = "Replace a file that is there.")
    private boolean overwrite;

    /** Whether a film is made there; else it must be a picture. */
    public static boolean isFilm(String out) {
        String small = out.toLowerCase(Locale.ROOT);
        return FilmTarget.isLive(out)
                || FilmTarget.endings().stream().anyMatch(ending -> small.endsWith("." + ending));
    }

    /** What may be written, for people. */
    public static String endings() {
        return FilmTarget.endings().stream().map(ending -> "." + ending).collect(Collectors.joining(", "));
    }

    /**
     * The film that is wanted.
     *
     * @param frames how many at most; null for no limit
     * @param every  whether all frames are wanted, though --every-frame is not given
     */
    FilmTarget target(String out, Long frames, boolean every) {
        check(out);
        FilmTarget target = FilmTarget.of(out).options(ffmpeg().words());
        target = codec == null ? target : target.codec(codec);
        target = quality == null ? target : target.quality(quality);
        target = fps == null ? target : target.rate(Rate.of(fps));
        target = duration == null ? target : target.duration(duration);
        target = frames == null ? target : target.frames(frames);
        target = everyFrame || every ? target.withEveryFrame() : target;
        target = lossless ? target.withoutLoss() : target;
        target = onResize == null ? target : target.onResize(onResize);
        target = overwrite ? target.overwriting() : target;
        target = reconnect() ? target.reconnecting() : target;
        return passphrase(out).map(target::passphrase).orElse(target);
    }

    private void check(String out) {
        if (FilmSource.isAddress(out)) {
            return;
        }
        if (lossless) {
            throw CommandException.badInput("--lossless is for streams; of files, .mkv is lossless by itself");
        }
        if (reconnect()) {
            throw CommandException.badInput("--reconnect is for streams; \"" + out + "\" is none");
        }
    }
}
