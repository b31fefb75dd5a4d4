package io.github.spout4j.proof.chaos;

import io.github.spout4j.proof.measure.ThreadTime;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a program has counted and written down, in a mapped file: a kill loses nothing of it, nor what was just going on. */
final class Ledger implements AutoCloseable {
    /** What is counted. */
    enum Count {
        SENT, RECEIVED, FRAME_CALLS, DIRECTORY_CALLS, TORN, BACKWARDS, LISTS, STRANGE_NAMES, BEGUN_AT, PAUSED_AT,
        PAUSED_WHERE, CONTINUED_AT, SPANS
    }

    /**
     * Something that took long, or failed.
     *
     * @param kind     what
     * @param sender   of which sender; 0 where of none
     * @param begin    by {@link System#nanoTime}
     * @param end      by the same
     * @param patience ns that it may take in any case
     * @param spent    ns of it that its thread ran, or wanted to and got no processor
     * @param threw    whether it ended by an exception
     */
    record Span(Kind kind, int sender, long begin, long end, long patience, long spent, boolean threw) {}

    private static final long COUNTS = 32;
    private static final int OPEN = 64;
    private static final int MOST_SPANS = 1 << 16;
    private static final long SPAN = 8;
    private static final long LONGS = COUNTS + (OPEN + MOST_SPANS) * SPAN;
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private final Arena arena = Arena.ofShared();
    private final MemorySegment longs;

    private Ledger(FileChannel file) throws IOException {
        longs = file.map(FileChannel.MapMode.READ_WRITE, 0, LONGS * Long.BYTES, arena);
    }

    /** Makes the file where it is missing. */
    static Ledger at(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return new Ledger(file);
        }
    }

    long get(Count count) {
        return get(count.ordinal());
    }

    void set(Count count, long value) {
        set(count.ordinal(), value);
    }

    void add(Count count) {
        long _ = (long) LONG.getAndAdd(longs, (long) count.ordinal() * Long.BYTES, 1L);
    }

    /** Something begins; for the thread that {@code place} belongs to. */
    void begin(int place, Kind kind, int sender, long patience, long thread, long spent) {
        long at = COUNTS + place * SPAN;
        set(at + 6, spent);
        set(at + 7, thread);
        set(at + 1, sender);
        set(at + 2, System.nanoTime());
        set(at + 4, patience);
        set(at, kind.ordinal() + 1L);
    }

    /** It has ended, and is written down where it took {@code least} ns beyond its patience. */
    void end(int place, long least, boolean threw, long spent) {
        long at = COUNTS + place * SPAN;
        long now = System.nanoTime();
        if (get(at) != 0 && (threw || now - get(at + 2) - get(at + 4) >= least)) {
            write(new Span(Kind.values()[(int) get(at) - 1], (int) get(at + 1), get(at + 2), now, get(at + 4),
                    spent - get(at + 6), threw));
        }
        set(at, 0);
    }

    void write(Span span) {
        long number = (long) LONG.getAndAdd(longs, Count.SPANS.ordinal() * (long) Long.BYTES, 1L);
        if (number < MOST_SPANS) {
            long at = COUNTS + (OPEN + number) * SPAN;
            set(at + 1, span.sender());
            set(at + 2, span.begin());
            set(at + 3, span.end());
            set(at + 4, span.patience());
            set(at + 5, span.threw() ? 1 : 0);
            set(at + 6, span.spent());
            set(at, span.kind().ordinal() + 1L);
        }
    }

    /** Whether more was to be written down than there is place for. */
    boolean full() {
        return get(Count.SPANS) > MOST_SPANS;
    }

    /** Says of what is going on in a process, which is about to end, how much of it its threads have spent. */
    void spent(long process) {
        for (int place = 0; place < OPEN; place++) {
            long at = COUNTS + place * SPAN;
            if (get(at) != 0 && get(at + 7) != 0) {
                ThreadTime time = ThreadTime.of(process, get(at + 7));
                set(at + 6, Math.max(0, time.nanos() - get(at + 6)));
                time.close();
            }
        }
    }

    /** All that was written down, and what was going on at the end. */
    List<Span> spans(long end) {
        int written = (int) Math.min(get(Count.SPANS), MOST_SPANS);
        return Stream.concat(
                IntStream.range(0, OPEN).mapToObj(place -> span(COUNTS + place * SPAN, end)),
                IntStream.range(OPEN, OPEN + written).mapToObj(place -> span(COUNTS + place * SPAN, 0)))
                .flatMap(List::stream).toList();
    }

    private List<Span> span(long at, long end) {
        List<Span> spans = new ArrayList<>();
        if (get(at) != 0) {
            spans.add(new Span(Kind.values()[(int) get(at) - 1], (int) get(at + 1), get(at + 2),
                    end == 0 ? get(at + 3) : end, get(at + 4), get(at + 6),
                    end == 0 && get(at + 5) != 0));
        }
        return spans;
    }

    private long get(long at) {
        return (long) LONG.getVolatile(longs, at * Long.BYTES);
    }

    private void set(long at, long value) {
        LONG.setVolatile(longs, at * Long.BYTES, value);
    }

    /** Idempotent. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
