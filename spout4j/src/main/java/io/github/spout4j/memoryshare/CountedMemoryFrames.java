package io.github.spout4j.memoryshare;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.NewFrames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/** The frames of a sender that counts each one when it is complete: the count tells which are new. They are read in place. */
final class CountedMemoryFrames implements MemoryFrames {
    private final NewFrames frames;
    private MemorySegment pixels;

    CountedMemoryFrames(KernelObjects objects, SenderName name) {
        frames = new NewFrames(objects, name);
    }

    @Override
    public boolean isLookDue(long timeoutMillis) {
        return frames.newest() != NewFrames.NONE;
    }

    @Override
    public boolean take(MemorySegment map, FrameShape shape) {
        long newest = frames.newest();
        if (newest == NewFrames.NONE) {
            return false;
        }
        frames.take(newest);
        pixels = map;
        return true;
    }

    @Override
    public boolean mayHaveNoMap() {
        return false; // what was counted must be somewhere
    }

    @Override
    public void abandoned(MemorySegment map, FrameShape shape) {
        frames.restart();
    }

    @Override
    public MemorySegment pixels() {
        return pixels;
    }

    @Override
    public boolean areInPlace() {
        return true;
    }

    @Override
    public long number() {
        return frames.number();
    }

    @Override
    public void giveBack() {
        frames.giveBack();
    }

    @Override
    public boolean takeKept() {
        return false;
    }

    @Override
    public boolean await(long timeoutMillis) {
        return frames.await(timeoutMillis);
    }

    @Override
    public void rest() {
        frames.rest();
    }

    @Override
    public void close() {
        frames.close();
    }
}
