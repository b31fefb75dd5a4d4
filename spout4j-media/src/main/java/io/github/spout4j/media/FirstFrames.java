package io.github.spout4j.media;

import io.github.spout4j.SpoutFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The first frames of a film whose rate is not given. They tell it, and wait meanwhile; those of a stream are too old then, but the newest one. Of one
 * thread.
 */
final class FirstFrames implements AutoCloseable {
    private static final long MEASURED_NANOS = 600_000_000;
    private static final int LENT = 4;
    private static final double STUMBLE = 4;
    private static final Rate OF_STILL = Rate.of(30);

    private final int width;
    private final int height;
    private final Backlog backlog;
    private final Deque<First> frames = new ArrayDeque<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    /** One of them, and when it came, in ns. */
    record First(WaitingFrame frame, long time) {}

    private record Arrival(long number, long time) {}

    /** @param live whether they are those of a stream */
    FirstFrames(SpoutFrame first, boolean live) {
        width = first.width();
        height = first.height();
        backlog = live ? null : new Backlog(first);
    }

    /** Takes a frame over; false where there is no room for it, or it has another size: then the film is to begin. */
    boolean take(SpoutFrame frame, long now) {
        if (frame.width() != width || frame.height() != height) {
            return false;
        }
        WaitingFrame waiting = WaitingFrame.lent(frame);
        if (backlog == null) {
            frames.forEach(each -> each.frame().close());
            frames.clear();
        } else if (frames.size() >= LENT) {
            waiting = backlog.copy(frame);
            if (waiting == null) {
                return false;
            }
        }
        arrivals.add(new Arrival(frame.number(), now));
        frames.add(new First(waiting, now));
        if (waiting.lent() == null) {
            frame.close();
        }
        return true;
    }

    boolean enough(long now) {
        return now - arrivals.getFirst().time() > MEASURED_NANOS;
    }

    /**
     * The usual rate that is nearest to theirs: by the line through their times, from which the first frame, which may have been there for long, is
     * left out, and times in which the sender stumbled.
     */
    Rate rate() {
        int from = arrivals.size() > 2 ? 1 : 0;
        int count = arrivals.size() - from;
        double[] times = new double[count];
        double[] numbers = new double[count];
        double usual = (double) (arrivals.getLast().time() - arrivals.get(from).time()) / Math.max(1, count - 1);
        for (int i = 1; i < count; i++) {
            Arrival before = arrivals.get(from + i - 1);
            Arrival after = arrivals.get(from + i);
            boolean stumbled = after.time() - before.time() > STUMBLE * usual;
            times[i] = times[i - 1] + (stumbled ? 0 : after.time() - before.time());
            numbers[i] = numbers[i - 1] + (stumbled ? 0 : after.number() - before.number());
        }
        double slope = slope(numbers, times);
        return slope > 0 ? Rate.usual(1e9 / slope) : OF_STILL;
    }

    private static double slope(double[] x, double[] y) {
        double middleX = Arrays.stream(x).average().orElse(0);
        double middleY = Arrays.stream(y).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - middleX) * (y[i] - middleY);
            squares += (x[i] - middleX) * (x[i] - middleX);
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** The one that the film begins with, which is on loan; null where all are taken. */
    First next() {
        return frames.poll();
    }

    /** What has their copies, and more; becomes the caller's. Null of a stream. */
    Backlog backlog() {
        return backlog;
    }

    /** Gives them back, where no film has begun. */
    @Override
    public void close() {
        frames.forEach(each -> each.frame().close());
        frames.clear();
        if (backlog != null) {
            backlog.close();
        }
    }
}
