package io.github.spout4j.sdk;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What a receiver got, held against what the sender sent. Times in ms. */
public final class Findings {
    private static final double MILLI = 1e6;
    /** Before a torn frame was got, it was looked at; nothing that ended earlier than this has to do with it. */
    private static final long LOOK_NANOS = 60_000_000;

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

    /** Without those that came while some frame took this much longer to land than it should: the sender's machine was at fault. */
    public int torn(Duration tooLong) {
        return (int) entries.stream().filter(FrameLedger.Entry::isTorn)
                .filter(entry -> sent.values().stream()
                        .noneMatch(times -> times.complete() - times.began() > tooLong.toNanos()
                                && times.began() < entry.got() && times.complete() > entry.got() - LOOK_NANOS))
                .count();
    }

    /** Pictures between the first and the last that came which did not. */
    public int missed() {
        return missed(Duration.ZERO);
    }

    /** Of those, the ones that could be seen for so long, from their last pixel until the next frame's first. */
    public int missed(Duration visible) {
        return (int) between().filter(number -> !seen.contains(number) && visibleNanos(number) >= visible.toNanos())
                .count();
    }

    /** Pictures that should have come: from the first to the last that did, if they could be seen for so long. */
    public int due(Duration visible) {
        return (int) between().filter(number -> visibleNanos(number) >= visible.toNanos()).count();
    }

    private java.util.stream.IntStream between() {
        int first = seen.stream().mapToInt(Integer::intValue).min().orElse(1);
        int last = seen.stream().mapToInt(Integer::intValue).max().orElse(0);
        return java.util.stream.IntStream.rangeClosed(first, last);
    }

    private long visibleNanos(int number) {
        SentFrames.Times times = sent.get(number);
        Map.Entry<Integer, SentFrames.Times> next = sent.higherEntry(number);
        return times == null || next == null ? Long.MAX_VALUE : next.getValue().began() - times.complete();
    }

    /** From the opening of the receiver to the first frame; NaN without one. */
    public double firstMillis() {
        return entries.isEmpty() ? Double.NaN : (entries.getFirst().got() - opened) / MILLI;
    }

    /** From a frame's last pixel to its receiver; NaN where nothing is known of the sender's side. */
    public double latencyMillis(double quantile) {
        return latencies.length == 0
                ? Double.NaN
                : latencies[(int) Math.min(latencies.length - 1, Math.floor(quantile * latencies.length))];
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
        Map<Integer, String> lines = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            FrameLedger.Entry entry = entries.get(i);
            SentFrames.Times times = sent.get(entry.number());
            lines.put(i, String.format(Locale.ROOT, "%s at %.2f ms, library's number %d%s",
                    entry.isTorn() ? "torn at row " + entry.tornRow() : "frame " + entry.number(),
                    (entry.got() - opened) / MILLI, entry.counted(),
                    times == null
                            ? ""
                            : String.format(Locale.ROOT, ", complete %.2f ms before",
                                    (entry.got() - times.complete()) / MILLI)));
        }
        return String.join("\n", lines.values());
    }

    /** One line of JSON; what is not known is null. */
    @Override
    public String toString() {
        double seconds = (ended - opened) / 1e9;
        return "{\"seconds\":" + number(seconds) + ",\"new\":" + distinct() + ",\"new_per_second\":"
                + number(distinct() / seconds) + ",\"repeats\":" + repeats + ",\"missed\":" + missed() + ",\"torn\":"
                + torn() + ",\"first_ms\":" + number(firstMillis()) + ",\"latency_p50_ms\":"
                + number(latencyMillis(0.5)) + ",\"latency_p99_ms\":" + number(latencyMillis(0.99))
                + ",\"latency_max_ms\":" + number(latencyMillis(1)) + ",\"fps\":" + number(fps) + ",\"numbers_rise\":"
                + numbersRise() + ",\"cpu_percent\":" + number(cpuPercent()) + "}";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.2f", value);
    }
}
