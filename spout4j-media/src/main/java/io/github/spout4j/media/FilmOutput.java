package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutFrame;
import java.nio.file.Path;
import java.util.Optional;

/** One file, or one connection of a stream, that is being written. */
final class FilmOutput implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 30_000;
    /** For a stream of which nothing was taken yet, as nobody has called. */
    private static final long SHORT_PATIENCE_MILLIS = 3_000;
    /** After that, ffmpeg has read its options, though nobody may have called yet. */
    private static final long READ_NANOS = 20_000_000_000L;
    private static final double SECONDS_BEHIND = 2;
    /** More than any pipe holds: what follows, ffmpeg has read, and its options before; of a stream, it is connected then. */
    private static final long SURELY_READ = 2 << 20;

    private final OutputArguments arguments;
    private final int number;
    private final int width;
    private final int height;
    private final SecretFile secret;
    private final FfmpegProcess process;
    private final FilmWriter writer;
    private final ConstantRate clock;
    private final boolean everyFrame;
    private final boolean live;
    private final long began;
    private long frames;
    private long repeated;
    private long leftOut;
    private long lost;
    /** How many seconds of places that could not be filled are filled later; of a stream none, as that would make it late. */
    private double behind;

    /**
     * @param first   tells size and format; stays the caller's
     * @param backlog where frames wait beside those on loan, of a file; becomes this object's
     * @param now     when its first frame came, in ns
     */
    FilmOutput(Ffmpeg ffmpeg, OutputArguments arguments, int number, SpoutFrame first, Rate rate, boolean everyFrame,
            Backlog backlog, long now) {
        this.arguments = arguments;
        this.number = number;
        this.everyFrame = everyFrame;
        width = first.width();
        height = first.height();
        PixelFormat sent = first.format();
        PipeFormat pipe = PipeFormat.of(sent);
        secret = SecretFile.of(arguments.secret());
        process = FfmpegProcess.writing(ffmpeg,
                arguments.all(number, sent, pipe, width, height, rate, secret));
        live = arguments.live();
        FrameConversion conversion = new FrameConversion(pipe, width, height);
        writer = live ? FilmWriter.ofStream(process, conversion) : FilmWriter.ofFile(process, conversion, backlog);
        behind = live ? 0 : SECONDS_BEHIND;
        began = System.nanoTime();
        clock = new ConstantRate(rate);
        clock.begin(now);
    }

    boolean fits(SpoutFrame frame) {
        return frame.width() == width && frame.height() == height;
    }

    /** Takes note that the sender is back: what it was away may be filled at leisure. */
    void back(long now) {
        if (!live) {
            behind = SECONDS_BEHIND + clock.missing(now) / clock.rate().hz();
        }
    }

    /** Takes a frame that came at that time over, and at most so many places of the film. */
    void take(WaitingFrame frame, long now, long most) {
        if (most <= 0) {
            frame.close();
            return;
        }
        long before = everyFrame ? 0 : clock.missing(now);
        if (before < 0) {
            leftOut++;
            frame.close();
            return;
        }
        long filling = Math.min(before, most - 1);
        if (writer.offer(frame, filling, everyFrame)) {
            filled(filling + 1);
            repeated += filling;
            behind = live ? 0 : filling == 0 ? SECONDS_BEHIND : behind;
        } else {
            lost++;
            clock.giveUp(now, behind);
        }
    }

    /** Repeats the last frame where its successor is overdue. */
    void fill(long now, long most) {
        long places = everyFrame ? 0 : Math.min(clock.missing(now), most);
        if (places > 0) {
            if (writer.repeat(places)) {
                filled(places);
                repeated += places;
            } else {
                clock.giveUp(now, behind);
            }
        }
    }

    private void filled(long places) {
        clock.filled(places);
        frames += places;
    }

    /** How long to wait for a frame, in ns, before one is missing. */
    long patience(long now) {
        return everyFrame ? Long.MAX_VALUE : clock.patience(now);
    }

    Optional<Path> file() {
        return arguments.location().kind() == Location.Kind.FILE
                ? Optional.of(arguments.file(number))
                : Optional.empty();
    }

    long frames() {
        return frames - writer.discarded() - writer.repeatsDiscarded();
    }

    long repeated() {
        return repeated - writer.repeatsDiscarded();
    }

    long leftOut() {
        return leftOut;
    }

    long lost() {
        return lost + writer.discarded();
    }

    /** Whether ffmpeg takes frames; false as long as a stream may wait for its other side. */
    boolean flows() {
        return writer.bytesWritten() > SURELY_READ;
    }

    /** Whether ffmpeg has stopped. */
    boolean failed() {
        if (flows() || System.nanoTime() - began > READ_NANOS) {
            secret.close();
        }
        return writer.failed() || !process.isAlive();
    }

    /** Why it stopped. */
    String complaint() {
        return process.complaint().map(
                words -> live && !flows() && words.equals(FfmpegProcess.LATE)
                        ? Complaints.NOBODY_CALLED
                        : Complaints.of(words, arguments.location()))
                .orElse("ffmpeg ended");
    }

    /** Whether somebody told ffmpeg to end, as Ctrl-C does on systems where it reaches all programs: the film is whole then. */
    boolean toldToEnd() {
        return process.toldToEnd();
    }

    /** Writes what waits, and has ffmpeg end; false where it fails at that. */
    boolean finish() {
        long patience = live && !flows() ? SHORT_PATIENCE_MILLIS : PATIENCE_MILLIS;
        boolean written = writer.finish(patience);
        boolean ended = process.finish(patience);
        secret.close();
        return written && ended || process.toldToEnd();
    }

    /** Of a stream that is finished, the frame that was written last, for the caller to close; null where there is none. */
    SpoutFrame last() {
        return writer.last();
    }

    @Override
    public void close() {
        process.close();
        writer.close();
        secret.close();
    }
}
