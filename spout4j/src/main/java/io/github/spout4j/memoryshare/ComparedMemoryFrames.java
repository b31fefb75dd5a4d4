package io.github.spout4j.memoryshare;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.pixels.PixelDifference;
import io.github.spout4j.pixels.SampledRows;
import io.github.spout4j.protocol.SeenFrames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Look;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;

/**
 * The frames of a sender that does not count them: what differs from the last frame is new. Some rows are compared at each
 * look, all of them once a period. A frame is copied while the guard is held, so it is whole, and read from the copy, which stays
 * to be compared with the next. Of a sender that counts, though it promises nothing, nobody knows what it does under the guard:
 * its frames are given when a second look agrees.
 */
final class ComparedMemoryFrames implements MemoryFrames {
    private static final long ALIGNMENT = 64;

    private static final long SHORTEST_SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final boolean complete;
    private final SeenFrames seen;
    private FrameShape shape;
    private SampledRows rows;
    private MemorySegment room = MemorySegment.NULL;
    private MemorySegment last;
    private MemorySegment lastToRead;
    /** Whether the last change was not to be seen in the rows that are compared at each look. */
    private boolean subtle;
    /** Whether {@link #last} is what was given last, or passed over. */
    private boolean given;
    /** Whether it is to be looked at once more before it is given, and since when. */
    private boolean candidate;
    private long lookedAt;
    private boolean kept;

    ComparedMemoryFrames(KernelObjects objects, SenderName name, SenderTraits traits) {
        complete = traits.complete();
        seen = new SeenFrames(objects, name);
    }

    @Override
    public boolean isLookDue(long timeoutMillis) {
        return seen.isDue(timeoutMillis);
    }

    @Override
    public Look take(MemorySegment map, FrameShape newShape) {
        if (!newShape.equals(shape)) {
            fit(newShape);
        }
        if (candidate && isSame(map)) {
            return accept(true);
        }
        if (candidate) {
            seen.unsettled();
        } else if (!hasChanged(map)) {
            seen.unchanged();
            return Look.NOTHING;
        }
        lookedAt = System.nanoTime();
        MemorySegment.copy(map, 0, last, 0, shape.bytes());
        candidate = true;
        boolean whole = complete || !seen.counts();
        return whole || seen.isRestless() ? accept(whole) : Look.AGAIN;
    }

    private Look accept(boolean whole) {
        candidate = false;
        given = true;
        kept = false;
        seen.changed(lookedAt, whole);
        return Look.FRAME;
    }

    @Override
    public long settlingNanos() {
        return Math.max(seen.settlingNanos(), SHORTEST_SETTLING_NANOS);
    }

    @Override
    public void leaveUnsettled() {
        if (candidate) {
            candidate = false;
            given = false;
            seen.unsettled();
        }
    }

    private void fit(FrameShape newShape) {
        shape = newShape;
        rows = new SampledRows(newShape.height());
        if (room.byteSize() < newShape.bytes()) {
            room = Arena.ofAuto().allocate(newShape.bytes(), ALIGNMENT);
        }
        last = room.asSlice(0, newShape.bytes());
        lastToRead = last.asReadOnly();
        kept = false;
        candidate = false;
        given = false;
        seen.begin();
    }

    private boolean hasChanged(MemorySegment map) {
        if (!given) {
            seen.whole();
            return !(seen.isTooEarlyForBlank()
                    && PixelDifference.isBlank(map, shape.rowBytes(), shape.rowBytes(), shape.height()));
        }
        if (haveRowsChanged(map)) {
            subtle = false;
            return true;
        }
        if (!seen.isWholeDue(subtle)) {
            return false;
        }
        seen.whole();
        subtle = !isSame(map);
        return subtle;
    }

    private boolean isSame(MemorySegment map) {
        return PixelDifference.same(map, shape.rowBytes(), last, shape.rowBytes(), shape.rowBytes(), shape.height());
    }

    private boolean haveRowsChanged(MemorySegment map) {
        for (int i = 0; i < rows.count(); i++) {
            long at = rows.row(i) * shape.rowBytes();
            if (!PixelDifference.sameRow(map, at, last, at, shape.rowBytes())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean mayHaveNoMap() {
        boolean may = !seen.counts();
        if (may) {
            seen.unchanged();
        }
        return may;
    }

    /** What is there may be half-written, and is never completed. */
    @Override
    public void abandoned(MemorySegment map, FrameShape newShape) {
        if (map != null) {
            if (!newShape.equals(shape)) {
                fit(newShape);
            }
            MemorySegment.copy(map, 0, last, 0, shape.bytes());
            given = true;
        }
        candidate = false;
        seen.skip();
    }

    @Override
    public MemorySegment pixels() {
        return lastToRead;
    }

    @Override
    public boolean areInPlace() {
        return false;
    }

    @Override
    public long number() {
        return seen.number();
    }

    @Override
    public void giveBack() {
        kept = true;
    }

    @Override
    public boolean takeKept() {
        boolean there = kept;
        kept = false;
        return there;
    }

    @Override
    public boolean await(long timeoutMillis) {
        return seen.await(timeoutMillis);
    }

    @Override
    public void rest() {
        // what was seen last is what was given last, however long ago
    }

    @Override
    public void close() {
        seen.close();
    }
}
