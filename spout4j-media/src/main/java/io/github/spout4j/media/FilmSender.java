package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends a film, pictures, a camera or a stream. What has a rate is sent at that rate, exactly; live pictures at once, as they come, so that they never fall
 * behind. Of one thread, which calls {@link #next} again and again.
 *
 * {@snippet :
 * try (Spout spout = Spout.open();
 *         FilmSender film = FilmSender.open(Ffmpeg.find(), FilmSource.of("film.mp4").looped(),
 *                 info -> spout.sender("Film").size(info.width(), info.height()).format(info.format()).open())) {
 *     while (film.next()) {
 *         // the next frame
 *     }
 * }
 * }
 */
public final class FilmSender implements AutoCloseable {
    private static final double SECONDS_AHEAD = 2;
    private static final long PAUSE_MILLIS = 500;

    private final Ffmpeg ffmpeg;
    private final FilmSource source;
    private final InputArguments input;
    private final Optional<Probe> probe;
    private final boolean live;
    private final Optional<Rate> rate;
    private final Consumer<String> told;
    private FfmpegProcess process;
    private FfmpegProcess following;
    private PamFrames reading;
    private boolean begun;
    private FilmInfo info;
    private SpoutSender sender;
    private SentFrames sending;
    private long frames;
    private long ofThisRound;
    private long dropped;
    /** What was told last of a film that is not there. */
    private String outage;
    private Optional<String> complaint = Optional.empty();

    private FilmSender(Ffmpeg ffmpeg, FilmSource source, Consumer<String> told) {
        this.ffmpeg = ffmpeg;
        this.source = source;
        this.told = told;
        input = InputArguments.of(source);
        probe = input.live()
                ? Optional.empty()
                : Optional.of(probe(ffmpeg, source, input));
        boolean endless = probe.filter(known -> known.duration().isEmpty()).isPresent()
                && input.location().kind() == Location.Kind.STREAM;
        live = input.live() || endless;
        rate = InputArguments.rate(source, probe, live);
    }

    /**
     * Opens a film and waits for its first frame: of an address that waits for who calls, until somebody does.
     *
     * @param ffmpeg  the program
     * @param source  the film
     * @param opening opens a sender of the film's size and format, of which this becomes the owner
     * @return to be closed by the caller
     * @throws FilmException where it cannot be opened, or this thread was interrupted, whose interrupt status stays set
     */
    public static FilmSender open(Ffmpeg ffmpeg, FilmSource source, Function<FilmInfo, SpoutSender> opening) {
        return open(ffmpeg, source, opening, _ -> {});
    }

    /**
     * Opens a film as {@link #open(Ffmpeg, FilmSource, Function)}.
     *
     * @param ffmpeg  the program
     * @param source  the film
     * @param opening opens a sender of the film's size and format, of which this becomes the owner
     * @param told    is called with a line each time that a {@link FilmSource#reconnect} film has ended, and is opened again
     * @return to be closed by the caller
     * @throws FilmException where it cannot be opened, or this thread was interrupted, whose interrupt status stays set
     */
    public static FilmSender open(Ffmpeg ffmpeg, FilmSource source, Function<FilmInfo, SpoutSender> opening,
            Consumer<String> told) {
        FilmSender film = new FilmSender(ffmpeg, source, told);
        boolean opened = false;
        try {
            film.start(opening);
            opened = true;
            return film;
        } finally {
            if (!opened) {
                film.close();
            }
        }
    }

    /** Options that the program ffmpeg alone knows make ffprobe fail: then it is asked without them. */
    private static Probe probe(Ffmpeg ffmpeg, FilmSource source, InputArguments input) {
        try {
            return Probe.of(ffmpeg, input.location(), input.beginning(), input.stdin());
        } catch (FilmException e) {
            if (source.options().isEmpty()) {
                throw e;
            }
            InputArguments plain = InputArguments.of(source.options(List.of()));
            return Probe.of(ffmpeg, plain.location(), plain.beginning(), plain.stdin());
        }
    }

    private void start(Function<FilmInfo, SpoutSender> opening) {
        begin(run());
        boolean any = read();
        while (!any && again()) {
            any = read();
        }
        if (!any) {
            throw Thread.currentThread().isInterrupted()
                    ? FilmException.failed("interrupted before the first frame of \"" + source.film() + "\"")
                    : broken("cannot be played");
        }
        begun = true;
        info = new FilmInfo(reading.width(), reading.height(), source.format().orElse(reading.format()), rate,
                length(), probe.map(Probe::sound).orElseGet(process::sound));
        sender = opening.apply(info);
        sending = new SentFrames(sender);
    }

    private FilmException broken(String what) {
        String why = process.complaint().map(words -> Complaints.of(words, input.location()))
                .orElse(beyond()
                        ? "it ends before " + source.start().toMillis() / 1000.0 + " s"
                        : "there is no picture in it");
        String message = "\"" + source.film() + "\" " + what + ": " + why;
        boolean asked = process.complaint().filter(Complaints::hopeless).isPresent()
                || input.location().kind() != Location.Kind.STREAM && frames == 0;
        return asked ? FilmException.badInput(message) : FilmException.failed(message);
    }

    private boolean beyond() {
        return probe.flatMap(Probe::duration).filter(whole -> whole.compareTo(source.start()) <= 0).isPresent();
    }

    private Optional<Duration> length() {
        return live ? source.duration() : probe.flatMap(Probe::duration).map(whole -> {
            Duration rest = whole.minus(source.start());
            Duration left = rest.isNegative() ? Duration.ZERO : rest;
            return source.duration().filter(part -> part.compareTo(left) < 0).orElse(left);
        }).or(source::duration);
    }

    /**
     * Waits until it is time for the next frame, or until there is one, and sends it.
     *
     * @return false where the film has ended, or this thread was interrupted, whose interrupt status stays set
     * @throws FilmException where ffmpeg failed within the film
     */
    public boolean next() {
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            if (begun || read()) {
                begun = false;
                if (send()) {
                    return true;
                }
            }
            if (!again()) {
                return false;
            }
        }
    }

    private boolean send() {
        if (!live && rate.isPresent()) {
            sender.holdFps(rate.get().hz());
        }
        try {
            if (!sending.send(reading)) {
                dropped++;
            }
        } catch (IOException _) {
            return false; // the film ends within the frame
        }
        frames++;
        ofThisRound++;
        lookAhead();
        return true;
    }

    /** Has the next round begin in time, so that a loop has no gap. */
    private void lookAhead() {
        if (!source.loop() || following != null || rate.isEmpty() || info.duration().isEmpty()) {
            return;
        }
        double left = info.duration().get().toNanos() / 1e9 - ofThisRound / rate.get().hz();
        if (left < SECONDS_AHEAD) {
            following = run();
        }
    }

    private FfmpegProcess run() {
        return FfmpegProcess.reading(ffmpeg, input.all(ffmpeg, probe, rate, live), input.stdin());
    }

    private void begin(FfmpegProcess next) {
        process = next;
        reading = new PamFrames(next.output());
        ofThisRound = 0;
    }

    private boolean read() {
        try {
            return reading.next();
        } catch (ClosedByInterruptException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException _) {
            return false; // what ffmpeg says tells more
        }
    }

    /** What comes after an end: another round, another connection, or nothing. */
    private boolean again() {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        boolean content = process.finish(PAUSE_MILLIS);
        complaint = process.complaint().map(words -> Complaints.of(words, input.location()));
        if (complaint.filter(Complaints::hopeless).isPresent()) {
            throw broken("cannot be played");
        }
        if (source.reconnect() || frames == 0 && complaint.filter(Complaints.NOBODY_CALLED::equals).isPresent()) {
            return reconnect();
        }
        if (frames > 0 && !content && complaint.isPresent()) {
            throw broken("broke off after " + frames + (frames == 1 ? " frame" : " frames"));
        }
        if (!source.loop() || ofThisRound == 0) {
            return false;
        }
        FfmpegProcess next = following == null ? run() : following;
        following = null;
        process.close();
        begin(next);
        return true;
    }

    private boolean reconnect() {
        String line = ofThisRound > 0
                ? "the other side has ended; waiting for it"
                : complaint.orElse("nobody is there yet") + "; trying again";
        if (ofThisRound > 0 || !line.equals(outage) && !line.startsWith(Complaints.NOBODY_CALLED)) {
            told.accept(line);
            outage = line;
        }
        process.close();
        try {
            if (ofThisRound == 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        begin(run());
        return true;
    }

    /** Lets the last frame stay for its time; then the film can be closed. */
    public void finish() {
        if (!live && rate.isPresent() && frames > 0) {
            sender.holdFps(rate.get().hz());
        }
    }

    /** {@return what the film is} */
    public FilmInfo info() {
        return info;
    }

    /** {@return the sender} */
    public SpoutSender sender() {
        return sender;
    }

    /** {@return how many frames were sent} */
    public long frames() {
        return frames;
    }

    /** {@return how many of these no receiver could get, see {@link SpoutSender#send(byte[])}} */
    public long dropped() {
        return dropped;
    }

    /** {@return whether frames come in their own time} */
    public boolean live() {
        return live;
    }

    /** {@return where in the film the last frame was; of a loop, in this round} */
    public Duration position() {
        return rate.map(known -> Duration.ofNanos(known.nanosOf(Math.max(0, ofThisRound - 1)))).orElse(Duration.ZERO);
    }

    /** {@return what ffmpeg complained of last, though the film went on or came to an end; empty where of nothing} */
    public Optional<String> complaint() {
        return complaint;
    }

    /** Ends ffmpeg and closes the sender. Idempotent. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        if (following != null) {
            following.close();
        }
        if (sender != null) {
            sender.close();
            sending.close();
        }
    }
}
