package io.github.spout4j.media;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes a film or stream of what a receiver receives. A film has a constant rate, a sender mostly not: frames are repeated or left out by the time when they
 * came. While the sender is gone a film stands still, and its last frame is repeated once the sender is back, so that times stay right; a stream goes
 * on with that frame. Of one thread, which calls {@link #next} again and again.
 *
 * {@snippet :
 * try (Spout spout = Spout.open();
 *         SpoutReceiver receiver = spout.receiver("Resolume").open();
 *         FilmReceiver film = FilmReceiver.open(Ffmpeg.find(), receiver, FilmTarget.of("show.mp4").frames(600))) {
 *     while (film.next()) {
 *         // until there are 600 frames
 *     }
 *     film.finish();
 * }
 * }
 */
public final class FilmReceiver implements AutoCloseable {
    private static final long LOOK_NANOS = 100_000_000;
    private static final long RETRY_NANOS = 1_000_000_000;
    private static final int STREAM_TAIL_MILLIS = 300;
    private static final Rate OF_GIF = Rate.of(20);

    private final Ffmpeg ffmpeg;
    private final SpoutReceiver receiver;
    private final FilmTarget target;
    private final OutputArguments arguments;
    private final Consumer<String> told;
    private FirstFrames first;
    private FilmOutput output;
    /** The newest frame, while a stream waits to be begun again. */
    private SpoutFrame waiting;
    private Rate rate;
    private int number;
    private long frames;
    private long repeated;
    private long leftOut;
    private long lost;
    private long lastNumber;
    private long goneSince;
    private long retryAt;
    /** What was told of a stream that is not connected; null while it is. */
    private String outage;
    private boolean resized;
    private boolean ended;

    private FilmReceiver(Ffmpeg ffmpeg, SpoutReceiver receiver, FilmTarget target, Consumer<String> told) {
        this.ffmpeg = ffmpeg;
        this.receiver = receiver;
        this.target = target;
        this.told = told;
        arguments = OutputArguments.of(ffmpeg, target);
        rate = target.rate().orElse(arguments.container() == Container.GIF ? OF_GIF : null);
    }

    /**
     * Checks what can be checked before there is a frame; waits for nobody.
     *
     * @param ffmpeg   the program
     * @param receiver stays the caller's; receive nothing else from it
     * @param target   the film
     * @return to be closed by the caller
     * @throws FilmException where such a film cannot be written
     */
    public static FilmReceiver open(Ffmpeg ffmpeg, SpoutReceiver receiver, FilmTarget target) {
        return open(ffmpeg, receiver, target, _ -> {});
    }

    /**
     * Opens a film as {@link #open(Ffmpeg, SpoutReceiver, FilmTarget)}.
     *
     * @param ffmpeg   the program
     * @param receiver stays the caller's; receive nothing else from it
     * @param target   the film
     * @param told     is called with a line where a {@link FilmTarget#reconnect} stream breaks off, and where it is well again, and where a new file
     *                 begins
     * @return to be closed by the caller
     * @throws FilmException where such a film cannot be written
     */
    public static FilmReceiver open(Ffmpeg ffmpeg, SpoutReceiver receiver, FilmTarget target, Consumer<String> told) {
        return new FilmReceiver(ffmpeg, receiver, target, told);
    }

    /**
     * Waits for a frame, 0.1 s at most, and hands it to ffmpeg.
     *
     * @return false where the film is at its end: it has all its frames, or the sender has changed size and {@link OnResize#STOP} is the rule, or
     *         this thread was interrupted, whose interrupt status stays set
     * @throws FilmException where ffmpeg failed; what is written until then can be played
     */
    public boolean next() {
        if (ended || left() <= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        long now = System.nanoTime();
        long patience = output == null ? LOOK_NANOS : Math.min(LOOK_NANOS, output.patience(now));
        Optional<SpoutFrame> received = receiver.receive(Duration.ofNanos(patience));
        now = System.nanoTime();
        if (received.isPresent()) {
            if (goneSince != 0 && output != null) {
                output.back(now);
            }
            goneSince = 0;
            take(received.get(), now);
        } else {
            look(now);
        }
        if (output == null && waiting != null && now - retryAt >= 0) {
            SpoutFrame frame = waiting;
            waiting = null;
            begin(frame, now);
        }
        watch(now);
        return !ended && left() > 0;
    }

    private void take(SpoutFrame frame, long now) {
        if (target.everyFrame() && lastNumber > 0 && frame.number() > lastNumber) {
            lost += frame.number() - lastNumber - 1;
        }
        lastNumber = frame.number();
        if (output != null) {
            hand(frame, now);
        } else if (rate == null) {
            measure(frame, now);
        } else if (now - retryAt < 0) {
            await(frame);
        } else {
            await(null);
            begin(frame, now);
        }
    }

    /** Keeps the newest frame alone. */
    private void await(SpoutFrame frame) {
        if (waiting != null) {
            lost++;
            waiting.close();
        }
        waiting = frame;
    }

    private void hand(SpoutFrame frame, long now) {
        if (output.fits(frame) || target.onResize() == OnResize.SCALE) {
            output.take(WaitingFrame.lent(frame), now, left());
            return;
        }
        if (target.onResize() == OnResize.STOP) {
            resized = true;
            ended = true;
            frame.close();
            return;
        }
        finishOutput();
        begin(frame, now);
    }

    private void measure(SpoutFrame frame, long now) {
        if (first == null) {
            first = new FirstFrames(frame, streams());
        }
        if (!first.take(frame, now)) {
            beginWithFirst();
            hand(frame, now);
        } else if (first.enough(now)) {
            beginWithFirst();
        }
    }

    private void beginWithFirst() {
        rate = first.rate();
        FirstFrames.First begun = first.next();
        if (first.backlog() != null) {
            first.backlog().limit(rate);
        }
        begin(begun.frame().lent(), first.backlog(), begun.time());
        for (FirstFrames.First next = first.next(); next != null; next = first.next()) {
            output.take(next.frame(), next.time(), left());
        }
        first = null;
    }

    private void begin(SpoutFrame frame, long now) {
        Backlog backlog = streams() ? null : new Backlog(frame);
        if (backlog != null) {
            backlog.limit(rate);
        }
        begin(frame, backlog, now);
    }

    private void begin(SpoutFrame frame, Backlog backlog, long now) {
        number++;
        while (number > 1 && arguments.location().kind() == Location.Kind.FILE && !target.overwrite()
                && java.nio.file.Files.exists(arguments.file(number))) {
            number++;
        }
        boolean begun = false;
        try {
            output = new FilmOutput(ffmpeg, arguments, number, frame, rate, target.everyFrame(), backlog, now);
            begun = true;
        } finally {
            if (!begun) {
                frame.close();
                if (backlog != null) {
                    backlog.close();
                }
            }
        }
        if (number > 1 && output.file().isPresent()) {
            told.accept("the sender is now " + frame.width() + "x" + frame.height() + ": \"" + output.file().get()
                    + "\" begins");
        }
        output.take(WaitingFrame.lent(frame), now, left());
    }

    private void look(long now) {
        if (first != null && first.enough(now)) {
            beginWithFirst();
        }
        boolean gone = receiver.info().isEmpty();
        goneSince = !gone ? 0 : goneSince == 0 ? now : goneSince;
        if (output != null && (!gone || streams())) {
            output.fill(now, left());
        }
    }

    private void watch(long now) {
        if (output == null) {
            return;
        }
        if (!output.failed()) {
            if (outage != null && output.flows()) {
                outage = null;
                told.accept("the stream is well again");
            }
            return;
        }
        boolean told = output.finish() && output.toldToEnd();
        String why = output.complaint();
        boolean flowed = output.flows();
        long written = frames();
        waiting = target.reconnect() || why.equals(Complaints.NOBODY_CALLED) ? output.last() : null;
        count();
        if (told && !target.reconnect()) {
            ended = true;
            return;
        }
        if (Complaints.hopeless(why)) {
            throw FilmException.badInput("\"" + target.film() + "\": " + why);
        }
        if (!target.reconnect() && !(streams() && why.equals(Complaints.NOBODY_CALLED))) {
            throw failed(streams() && !flowed
                    ? ""
                    : " broke off after " + written
                            + (written == 1 ? " frame" : " frames"),
                    why);
        }
        tellOutage((flowed ? "the stream broke off: " : "") + why + "; trying again each second");
        retryAt = now + RETRY_NANOS;
    }

    /** Once for each cause. */
    private void tellOutage(String line) {
        if (!line.equals(outage) && !line.startsWith(Complaints.NOBODY_CALLED)) {
            told.accept(line);
            outage = line;
        }
    }

    private boolean streams() {
        return arguments.live();
    }

    private long left() {
        long most = target.frames().orElse(Long.MAX_VALUE);
        if (target.duration().isPresent() && rate != null) {
            most = Math.min(most, Math.max(1, Math.round(target.duration().get().toNanos() / 1e9 * rate.hz())));
        }
        return most - frames();
    }

    /** {@return whether ffmpeg takes frames: false as long as a stream may still wait for its other side} */
    public boolean flows() {
        return output != null && output.flows();
    }

    /**
     * Ends the film in order, which waits until ffmpeg has written all, a minute at most. Nothing where no frame has come.
     *
     * @throws FilmException where it failed at that; what is written until then can be played
     */
    public void finish() {
        if (first != null) {
            beginWithFirst();
        }
        if (output != null) {
            if (streams()) {
                rest();
            }
            finishOutput();
        }
    }

    /** The other side of a stream gets what was sent last only if something follows it. */
    private void rest() {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + STREAM_TAIL_MILLIS * 1_000_000L;
        try {
            while (System.nanoTime() - end < 0 && !output.failed()) {
                Thread.sleep(5);
                output.fill(System.nanoTime(), left());
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void finishOutput() {
        boolean well = output.finish();
        boolean flowed = output.flows();
        String complaint = well ? null : output.complaint();
        count();
        if (!well && !target.reconnect()) {
            throw failed(streams() && !flowed ? "" : " was not written to its end", complaint);
        }
    }

    private FilmException failed(String how, String why) {
        return FilmException.failed("\"" + target.film() + "\"" + how + ": " + why);
    }

    private void count() {
        frames += output.frames();
        repeated += output.repeated();
        leftOut += output.leftOut();
        lost += output.lost();
        output.close();
        output = null;
    }

    /** {@return how many frames the film has, repeated ones too; of all files or connections together} */
    public long frames() {
        return frames + (output == null ? 0 : output.frames());
    }

    /** {@return how many of them repeat the one before} */
    public long repeated() {
        return repeated + (output == null ? 0 : output.repeated());
    }

    /** {@return how many of the sender's are not in it, since it has more than the film's rate} */
    public long leftOut() {
        return leftOut + (output == null ? 0 : output.leftOut());
    }

    /** {@return how many of the sender's are not in it, since ffmpeg is too slow for them, or a stream was not connected} */
    public long lost() {
        return lost + (output == null ? 0 : output.lost());
    }

    /** {@return frames a second of the film; empty before it has begun} */
    public Optional<Rate> rate() {
        return Optional.ofNullable(rate);
    }

    /** {@return the file that is being written; empty where none is} */
    public Optional<Path> file() {
        return output == null ? Optional.empty() : output.file();
    }

    /** {@return how long there has been no sender; zero where there is one} */
    public Duration senderGone() {
        return goneSince == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - goneSince);
    }

    /** {@return whether the film has ended since the sender changed size} */
    public boolean endedByResize() {
        return resized;
    }

    /** Ends ffmpeg at once where {@link #finish} has not; what is written until then can be played. Idempotent. */
    @Override
    public void close() {
        if (first != null) {
            first.close();
            first = null;
        }
        await(null);
        if (output != null) {
            output.close();
            output = null;
        }
    }
}
