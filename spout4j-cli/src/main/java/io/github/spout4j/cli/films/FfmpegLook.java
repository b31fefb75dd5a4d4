package io.github.spout4j.cli.films;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.media.Ffmpeg;
import io.github.spout4j.media.FilmException;
import java.util.List;

/** Whether films can be sent and made here. */
public final class FfmpegLook {
    private static final String TOPIC = "ffmpeg";

    private FfmpegLook() {}

    /** Looks for the program; that there is none is no problem. */
    public static Finding look() {
        try {
            Ffmpeg ffmpeg = Ffmpeg.find();
            String found = ffmpeg.version() + ", " + ffmpeg.program();
            List<String> lacks = ffmpeg.lacks();
            return lacks.isEmpty()
                    ? Finding.ok(TOPIC, found)
                    : new Finding(TOPIC, found + "; it lacks " + String.join(", ", lacks), Level.WARNING,
                            "install a complete ffmpeg where you need these");
        } catch (FilmException e) {
            return new Finding(TOPIC, "none: pictures and raw video can be sent without", Level.WARNING,
                    e.getMessage());
        }
    }
}
