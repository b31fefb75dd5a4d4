package io.github.spout4j.sdk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.IntStream;

/** What a receiver got, held against what the sender sent. Times in ms. */
public final class Findings {
    private static final double MILLI = 1e6;
    /** Before a torn frame was got, it was looked at; nothing that ended earlier than this has to do with it. */
    private static final long LOOK_NANOS = 60_000_000;
    /** Whatever was complete so long before the end should have come. */
    private static final long LATEST_NANOS = 60_000_000;

    private final List<FrameLedger.Entry> entries;
    private final NavigableMap<Integer, SentFrames.Times> sent;
    private final Set<Integer> seen = new HashSet<>();
    private final long opened;
    private final long ended;
    private final long cpuNanos;
    private final double fps;
    private final double[] latencies;
    private int repeats;

    Findings(List<FrameLedger.Entry> entries, NavigableMap<Integer, SentFrames.Times> sent, long opened, long ended,
            long cpuNanos, double fps) {
        this.entries = List.copyOf(entries);
        this.sent = sent;
        this.opened = opened;
        this.ended = ended;
        this.cpuNanos = cpuNanos;
        this.fps = fps;
        int newest = 0;
        for (FrameLedger.Entry entry : entries) {
            if (!entry.isTorn()) {
                repeats += entry.number() <= newest ? 1 : 0;
                newest = Math.max(newest, entry.number());
                seen.add(entry.number());
            }
        }
        latencies = this.entries.stream().skip(1).filter(entry -> sent.containsKey(entry.number()))
                .mapToDouble(entry -> Math.max(0, entry.got() - sent.get(entry.number()).complete()) / MILLI).sorted()
                .toArray();
    }

    /** Pictures that came at least once. */
    public int distinct() {
        return seen.size();
    }

    /** Whole frames that were had before, or are older than one that was. */
    public int repeats() {
        return repeats;
    }

    public int torn() {
        return (int) entries.stream().filter(FrameLedger.Entry::isTorn).count();
    }

    /**
     * Without those that came while parts of some frame could be seen for longer than this without any change: the sender was held
     * up, and nobody can tell that from a whole frame.
     */
    public int torn(Duration tooLong) {
        return (int) entries.stream().filter(FrameLedger.Entry::isTorn)
                .filter(entry -> sent.values().stream()
                        .noneMatch(times -> times.stood() > tooLong.toNanos()
                                && times.began() < entry.got() && times.complete() > entry.got() - LOOK_NANOS))
                .count();
    }

    /** Pictures that should have come and did not: from the first that came to the last that was complete in time, or that came. */
    public int missed() {
        return missed(Duration.ZERO);
    }

    /** Of those, the ones that could be seen for so long, from their last pixel until the next frame's first. */
    public int missed(Duration visible) {
        return (int) wanted(visible).filter(number -> !seen.contains(number)).count();
    }

    /** Pictures that should have come, if they could be seen for so long. */
    public int due(Duration visible) {
        return (int) wanted(visible).count();
    }

    private IntStream wanted(Duration visible) {
        int first = seen.stream().mapToInt(Integer::intValue).min().orElse(1);
        int last = sent.entrySet().stream().filter(frame -> frame.getValue().complete() < ended - LATEST_NANOS)
                .mapToInt(Map.Entry::getKey).max().orElse(0);
        return IntStream.rangeClosed(first, Math.max(last, newest()))
                .filter(number -> visibleNanos(number) >= visible.toNanos());
    }

    /** Frames a second that the sender sent meanwhile; NaN where nothing is known of it. */
    public double sentRate() {
        long frames = sent.values().stream().filter(times -> times.issued() > opened && times.issued() < ended).count();
        return sent.isEmpty() ? Double.NaN : frames * 1e9 / (ended - opened);
    }

    /** How long frames took to land, from the first pixel to the last. */
    public double landingMillis(double quantile) {
        return quantile(sent.values().stream().mapToDouble(times -> (times.complete() - times.began()) / MILLI).sorted()
                .toArray(), quantile);
    }

    private long visibleNanos(int number) {
        SentFrames.Times times = sent.get(number);
        Map.Entry<Integer, SentFrames.Times> next = sent.higherEntry(number);
        if (times == null) {
            return sent.isEmpty() ? Long.MAX_VALUE : -1; // never sent, as in between two senders
        }
        return next == null ? Long.MAX_VALUE : next.getValue().began() - times.complete();
    }

    /** From the opening of the receiver to the first frame; NaN without one. */
    public double firstMillis() {
        return entries.isEmpty() ? Double.NaN : (entries.getFirst().got() - opened) / MILLI;
    }

    /** From a frame's last pixel to its receiver; NaN where nothing is known of the sender's side. */
    public double latencyMillis(double quantile) {
        return quantile(latencies, quantile);
    }

    private static double quantile(double[] sorted, double quantile) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))];
    }

    /** How much of a processor the receiving thread took, without looking at the pixels. */
    public double cpuPercent() {
        return 100.0 * cpuNanos / (ended - opened);
    }

    /** What the receiver says. */
    public double fps() {
        return fps;
    }

    /** Whether the library's numbers of the frames are each greater than the one before. */
    public boolean numbersRise() {
        long[] numbers = entries.stream().mapToLong(FrameLedger.Entry::counted).toArray();
        return Arrays.stream(numbers, 0, numbers.length).distinct().count() == numbers.length
                && Arrays.equals(numbers, Arrays.stream(numbers).sorted().toArray());
    }

    /** The number of the picture that came last; 0 without one. */
    public int newest() {
        return seen.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Whether the sender's side is known up to the picture that came last. */
    boolean complete() {
        return sent.containsKey(newest());
    }

    /** What came, and how, for whoever looks for the reason: number, ms since the opening, ms after it was complete. */
    public String story() {
        List<String> lines = new ArrayList<>();
        for (FrameLedger.Entry entry : entries) {
            SentFrames.Times times = sent.get(entry.number());
            lines.add(String.format(Locale.ROOT, "%s at %.2f ms, library's number %d%s",
                    entry.isTorn() ? "torn at row " + entry.tornRow() : "frame " + entry.number(),
                    (entry.got() - opened) / MILLI, entry.counted(),
                    times == null
                            ? ""
                            : String.format(Locale.ROOT, ", complete %.2f ms before; parts of it stood for %.2f ms",
                                    (entry.got() - times.complete()) / MILLI, times.stood() / MILLI)));
        }
        return String.join("\n", lines);
    }

    /** One line of JSON; what is not known is null. */
    @Override
    public String toString() {
        double seconds = (ended - opened) / 1e9;
        return "{\"seconds\":" + number(seconds) + ",\"new\":" + distinct() + ",\"new_per_second\":"
                + number(distinct() / seconds) + ",\"repeats\":" + repeats + ",\"missed\":" + missed() + ",\"torn\":"
                + torn() + ",\"first_ms\":" + number(firstMillis()) + ",\"latency_p50_ms\":"
                + number(latencyMillis(0.5)) + ",\"latency_p99_ms\":" + number(latencyMillis(0.99))
                + ",\"latency_max_ms\":" + number(latencyMillis(1)) + ",\"fps\":" + number(fps)
                + ",\"sent_per_second\":" + number(sentRate())
                + ",\"landing_p75_ms\":" + number(landingMillis(0.75)) + ",\"numbers_rise\":"
                + numbersRise() + ",\"cpu_percent\":" + number(cpuPercent()) + "}";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.2f", value);
    }
}
