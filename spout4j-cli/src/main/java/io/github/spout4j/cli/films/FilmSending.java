package io.github.spout4j.cli.films;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.SendReport;
import io.github.spout4j.cli.SenderOrder;
import io.github.spout4j.cli.Session;
import io.github.spout4j.media.Ffmpeg;
import io.github.spout4j.media.FilmException;
import io.github.spout4j.media.FilmInfo;
import io.github.spout4j.media.FilmSender;
import io.github.spout4j.media.FilmSource;
import io.github.spout4j.media.Rate;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A film that is sent until it ends, all frames that are wanted were sent, or the user wants no more. */
public final class FilmSending {
    private final FilmSource source;
    private final SendReport report;
    private final StateLines states;
    private long limit = Long.MAX_VALUE;
    private boolean waits;

    FilmSending(FilmSource source, SendReport report) {
        this.source = source;
        this.report = report;
        states = new StateLines(report.quiet().wanted());
    }

    /**
     * The film that the user wants.
     *
     * @param fps    null for its own
     * @param format null for what holds all of it
     */
    public static FilmSending of(String film, FilmInputOptions options, Double fps, boolean loop, PixelFormat format,
            SendReport report) {
        return FilmErrors.told(() -> new FilmSending(options.source(film, fps, loop, format), report));
    }

    /** The same with so many frames at most. */
    public FilmSending limit(long most) {
        limit = most;
        return this;
    }

    /** The same, telling what is waited for. */
    FilmSending waiting() {
        waits = true;
        return this;
    }

    /** Sends it by a sender of its size and format. */
    public void run(EngineChoice engine, BiFunction<FrameSize, PixelFormat, SenderOrder> order) {
        try (Session session = Session.open(engine)) {
            FilmErrors.told(() -> {
                send(session, info -> open(session, info,
                        order.apply(new FrameSize(info.width(), info.height()), info.format())));
                return null;
            });
        }
    }

    private void send(Session session, Function<FilmInfo, SpoutSender> opening) {
        Ffmpeg ffmpeg = Ffmpeg.find();
        if (waits) {
            states.outage("waiting for " + source.film());
        }
        try (FilmSender film = FilmSender.open(ffmpeg, source, opening, states::outage);
                Progress progress = report.progress()) {
            states.progress(progress);
            states.well();
            play(session, film, progress);
        } catch (FilmException e) {
            if (!session.stopping()) {
                throw e;
            }
        }
    }

    private SpoutSender open(Session session, FilmInfo info, SenderOrder order) {
        SpoutSender sender = order.open(session.spout(), report, json -> tell(json, info));
        if (!report.quiet().wanted() && !report.json()) {
            System.out.println(text(info));
            System.out.flush();
        }
        return sender;
    }

    private void play(Session session, FilmSender film, Progress progress) {
        long began = System.nanoTime();
        try {
            while (film.frames() < limit && film.next()) {
                states.well();
                progress.show(() -> progress(film));
            }
            if (!session.stopping()) {
                film.finish();
            }
        } finally {
            progress.clear();
            double seconds = (System.nanoTime() - began) / 1e9;
            report.ended(film.frames(), film.frames() < 2 ? Double.NaN : film.frames() / seconds, film.dropped());
        }
        if (!session.stopping()) {
            film.complaint().ifPresent(words -> System.err.println("warning: " + SafeText.of(words)));
        }
    }

    private static String progress(FilmSender film) {
        String time = film.info().rate().isEmpty()
                ? ""
                : FilmTexts.time(film.position())
                        + film.info().duration().map(all -> " of " + FilmTexts.time(all)).orElse("") + ", ";
        return time + FilmTexts.frames(film.frames()) + ", " + FilmTexts.rate(film.sender().fps());
    }

    private String text(FilmInfo info) {
        String time = info.duration().map(FilmTexts::time).orElse("live");
        return SafeText.of("\"" + source.film() + "\": " + time
                + info.rate().map(rate -> " at " + rate + " fps").orElse("")
                + (info.sound() ? "; its sound is not sent, as Spout carries pictures alone" : ""));
    }

    private static void tell(JsonWriter json, FilmInfo info) {
        json.name("fps").value(info.rate().map(Rate::hz).orElse(Double.NaN));
        json.name("seconds").value(info.duration().map(Duration::toNanos).map(nanos -> nanos / 1e9).orElse(Double.NaN));
        json.name("sound").value(info.sound());
    }
}
