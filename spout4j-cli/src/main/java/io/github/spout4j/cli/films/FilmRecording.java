package io.github.spout4j.cli.films;

import io.github.spout4j.FrameSync;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.MissingFrames;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Session;
import io.github.spout4j.media.Ffmpeg;
import io.github.spout4j.media.FilmException;
import io.github.spout4j.media.FilmReceiver;
import io.github.spout4j.media.FilmTarget;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A film that is made of what a sender shows, until it has all that is wanted, the sender is gone, or the user wants no more. */
public final class FilmRecording {
    /** How long a film may take to end in order: as long as the library waits for it, and a little. */
    private static final Duration TO_END = Duration.ofSeconds(65);

    private static final Duration GONE = Duration.ofSeconds(1);

    private final FilmTarget target;
    private final Long limit;
    private final MissingFrames missing;
    private final Optional<Duration> timeout;
    private final FilmReport report;
    private final StateLines states;
    private FrameSync request;
    private boolean relayed;
    private boolean begun;
    private boolean gone;

    /** @param timeout how long to wait for the sender; empty for as long as it takes */
    FilmRecording(FilmTarget target, String name, Optional<Duration> timeout, FilmReport report) {
        this.timeout = timeout;
        this.report = report;
        this.target = target;
        limit = target.frames().orElse(null);
        missing = new MissingFrames(name, timeout.orElse(Duration.ZERO));
        states = report.states();
    }

    /**
     * The film that the user wants.
     *
     * @param frames  how many at most; null for no limit
     * @param sync    whether each frame is asked for, and so none is left out
     * @param name    the sender; null for the active one
     * @param timeout how long to wait for the sender
     */
    public static FilmRecording of(String out, FilmOutputOptions options, Long frames, boolean sync, String name,
            Duration timeout, boolean json, Quiet quiet) {
        return FilmErrors.told(() -> new FilmRecording(options.target(out, frames, sync), name,
                Optional.of(timeout), new FilmReport(out, json, quiet)));
    }

    /** The same, telling what is waited for. */
    FilmRecording relayed() {
        relayed = true;
        return this;
    }

    /**
     * Makes it.
     *
     * @param opening opens the receiver
     * @param syncing opens what frames are asked for by; gives null where they are not
     */
    public void run(EngineChoice engine, Function<Spout, SpoutReceiver> opening,
            Function<Spout, FrameSync> syncing) {
        try (Session session = Session.open(engine);
                SpoutReceiver receiver = opening.apply(session.spout());
                FrameSync asked = syncing.apply(session.spout())) {
            request = asked;
            FilmErrors.told(() -> {
                record(session, receiver);
                return null;
            });
        }
    }

    private void record(Session session, SpoutReceiver receiver) {
        try (Progress progress = report.progress();
                FilmReceiver film = FilmReceiver.open(Ffmpeg.find(), receiver, target, states::say)) {
            states.progress(progress);
            session.waitToEnd(TO_END);
            boolean whole = receive(session, receiver, film, progress);
            finish(session, film, progress);
            progress.clear();
            if (film.frames() > 0) {
                report.ended(film);
            }
            if (!whole && !session.stopping() && limit != null && film.frames() < limit) {
                throw missing.only(film.frames(), limit, receiver);
            }
        }
    }

    /** After Ctrl-C the process ends by itself, so that what went wrong is told here. */
    private void finish(Session session, FilmReceiver film, Progress progress) {
        try {
            film.finish();
        } catch (FilmException e) {
            if (!session.stopping()) {
                throw e;
            }
            progress.clear();
            System.err.println("warning: " + SafeText.of(e.getMessage()));
        }
    }

    /** Whether the film came to its end; false where the sender is gone. */
    private boolean receive(Session session, SpoutReceiver receiver, FilmReceiver film, Progress progress) {
        long began = System.nanoTime();
        long had = 0;
        ask();
        tellState(film);
        while (film.next()) {
            long came = film.frames() + film.lost();
            if (came > had || film.rate().isEmpty()) {
                ask();
            }
            had = came;
            report.coming(film, progress);
            tellState(film);
            if (goneTooLong(session, receiver, film, System.nanoTime() - began)) {
                return false;
            }
        }
        return true;
    }

    private boolean goneTooLong(Session session, SpoutReceiver receiver, FilmReceiver film, long nanos) {
        if (timeout.isEmpty()) {
            return false;
        }
        if (film.frames() > 0) {
            return film.senderGone().compareTo(timeout.get()) > 0;
        }
        if (nanos > timeout.get().toNanos() && !session.stopping()) {
            film.finish(); // a first frame may have come just now
            if (film.frames() == 0) {
                throw missing.none(session.spout(), receiver);
            }
            return true;
        }
        return false;
    }

    /** Of a relay, which goes on whatever happens. */
    private void tellState(FilmReceiver film) {
        if (!relayed) {
            return;
        }
        if (film.frames() == 0) {
            states.say("waiting for the sender " + sender());
        } else if (film.senderGone().compareTo(GONE) > 0) {
            gone = true;
            states.say(sender() + " is gone; its last picture stays until it is back");
        } else if (gone || !begun && film.flows()) {
            states.say(sender() + (gone ? " is back" : " goes to " + target.film()));
            gone = false;
            begun = true;
        }
    }

    private String sender() {
        return "\"" + missing.name() + "\"";
    }

    private void ask() {
        if (request != null) {
            request.signal();
        }
    }

}
