package io.github.spout4j.memoryshare;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.pixels.PixelDifference;
import io.github.spout4j.pixels.SampledRows;
import io.github.spout4j.protocol.SeenFrames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The frames of a sender that does not count them: what differs from the last frame is new. Some rows are compared at each
 * look, all of them once a period. A frame is copied while the guard is held, so it is whole, and read from the copy, which stays
 * to be compared with the next.
 */
final class ComparedMemoryFrames implements MemoryFrames {
    private static final long ALIGNMENT = 64;

    private final SeenFrames seen;
    private FrameShape shape;
    private SampledRows rows;
    private MemorySegment room = MemorySegment.NULL;
    private MemorySegment last;
    private MemorySegment lastToRead;
    /** Whether the last change was not to be seen in the rows that are compared at each look. */
    private boolean subtle;
    private boolean kept;

    ComparedMemoryFrames(KernelObjects objects, SenderName name) {
        seen = new SeenFrames(objects, name);
    }

    @Override
    public boolean isLookDue(long timeoutMillis) {
        return seen.isDue(timeoutMillis);
    }

    @Override
    public boolean take(MemorySegment map, FrameShape newShape) {
        long began = System.nanoTime();
        if (!newShape.equals(shape)) {
            fit(newShape);
        }
        if (!hasChanged(map)) {
            seen.unchanged();
            return false;
        }
        MemorySegment.copy(map, 0, last, 0, shape.bytes());
        kept = false;
        seen.changed(began);
        return true;
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
        seen.begin();
    }

    private boolean hasChanged(MemorySegment map) {
        if (seen.isFirst()) {
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
        subtle = !PixelDifference.same(map, shape.rowBytes(), last, shape.rowBytes(), shape.rowBytes(), shape.height());
        return subtle;
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
        }
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
