package io.github.spout4j.cli.films;

import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.SendReport;
import io.github.spout4j.media.FilmReceiver;
import io.github.spout4j.media.FilmTarget;
import io.github.spout4j.media.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of a film that is made. */
final class FilmReport {
    private final String out;
    private final boolean json;
    private final Quiet quiet;
    private final StateLines states;
    private final Set<Path> files = new LinkedHashSet<>();

    FilmReport(String out, boolean json, Quiet quiet) {
        this.out = out;
        this.json = json;
        this.quiet = quiet;
        states = new StateLines(quiet.wanted());
    }

    FilmReport(String out, SendReport report) {
        this(out, report.json(), report.quiet());
    }

    StateLines states() {
        return states;
    }

    Progress progress() {
        return quiet.progress();
    }

    void coming(FilmReceiver film, Progress progress) {
        film.file().ifPresent(files::add);
        if (film.frames() > 0) {
            progress.show(() -> FilmTexts.time(length(film)) + ", " + FilmTexts.frames(film.frames()) + " at "
                    + rate(film) + " fps" + size() + (film.lost() == 0 ? "" : ", " + film.lost() + " lost")
                    + (film.repeated() == 0 ? "" : ", " + film.repeated() + " repeated"));
        }
    }

    void ended(FilmReceiver film) {
        if (json) {
            json(film);
        } else if (!quiet.wanted()) {
            System.out.println(SafeText.of((streams() ? "sent to " : "wrote ") + names()) + ": "
                    + FilmTexts.time(length(film)) + ", " + FilmTexts.frames(film.frames()) + " at " + rate(film)
                    + " fps" + size() + "; " + film.repeated() + " repeated, " + film.leftOut() + " left out, "
                    + film.lost() + " lost");
        } else if (!streams()) {
            written().forEach(System.out::println);
        }
        System.out.flush();
    }

    private void json(FilmReceiver film) {
        JsonWriter object = new JsonWriter().beginObject();
        if (streams()) {
            object.name("address").value(out);
        } else {
            object.name("files").beginArray();
            written().forEach(file -> object.value(file.toString()));
            object.end().name("bytes").value(bytes());
        }
        object.name("seconds").value(length(film).toNanos() / 1e9).name("frames").value(film.frames());
        object.name("fps").value(film.rate().map(Rate::hz).orElse(Double.NaN)).name("repeated").value(film.repeated());
        System.out.println(object.name("leftOut").value(film.leftOut()).name("lost").value(film.lost()).end());
    }

    private Set<Path> written() {
        return files.isEmpty() ? Set.of(Path.of(out)) : files;
    }

    private String names() {
        return streams() ? out : written().stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private boolean streams() {
        return FilmTarget.isLive(out);
    }

    private String size() {
        return streams() ? "" : ", " + FilmTexts.bytes(bytes());
    }

    private long bytes() {
        long bytes = 0;
        for (Path file : written()) {
            try {
                bytes += Files.size(file);
            } catch (IOException _) {
                // it has not begun yet, or somebody took it away
            }
        }
        return bytes;
    }

    private static String rate(FilmReceiver film) {
        return film.rate().map(Rate::toString).orElse("?");
    }

    private static Duration length(FilmReceiver film) {
        return film.rate().map(rate -> Duration.ofNanos(Math.round(film.frames() / rate.hz() * 1e9)))
                .orElse(Duration.ZERO);
    }
}
