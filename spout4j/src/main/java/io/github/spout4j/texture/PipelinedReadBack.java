package io.github.spout4j.texture;

import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.d3d11.Texture;
import java.lang.foreign.MemorySegment;

/**
 * Gives frames that were fetched before, as soon as they are there. The sender waits for a copy within the graphics card
 * alone; the slow way to the CPU goes on while the user works.
 */
final class PipelinedReadBack implements ReadBack {
    private static final int DEPTH = 3;

    private final OpenedTexture source;
    private final Texture own;
    private final StagingTexture[] ring = new StagingTexture[DEPTH];
    private final EventQuery[] copied = new EventQuery[DEPTH];
    private final long[] numbers = new long[DEPTH];
    private long fetched;
    private long given;
    private int current;
    private MemorySegment pixels;

    PipelinedReadBack(OpenedTexture source) {
        this.source = source;
        own = Texture.shared(source.device(), source.shape().width(), source.shape().height(), source.format(),
                Texture.Sharing.NONE);
        try {
            for (int i = 0; i < DEPTH; i++) {
                ring[i] = new StagingTexture(source.device(), source.shape().width(), source.shape().height(),
                        source.format(), StagingTexture.Purpose.READ);
                copied[i] = new EventQuery(source.device());
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public void fetch(long number) {
        source.copyTo(own);
        int slot = (int) (fetched % DEPTH);
        source.device().copy(own, ring[slot].texture(), copied[slot]);
        numbers[slot] = number;
        fetched++;
        given = Math.max(given, fetched - DEPTH + 1);
    }

    @Override
    public boolean isPending() {
        return fetched > given;
    }

    @Override
    public void awaitPending(long timeoutMillis) {
        copied[(int) (given % DEPTH)].await(timeoutMillis);
    }

    /** The oldest that was not given, if it is there. */
    @Override
    public boolean give() {
        int oldest = (int) (given % DEPTH);
        if (given == fetched || !copied[oldest].isOver()) {
            return false;
        }
        current = oldest;
        pixels = ring[current].map();
        given++;
        return true;
    }

    @Override
    public long number() {
        return numbers[current];
    }

    @Override
    public MemorySegment pixels() {
        return pixels;
    }

    @Override
    public long rowPitch() {
        return ring[current].rowPitch();
    }

    @Override
    public void end() {
        ring[current].unmap();
    }

    @Override
    public void giveBack() {
        end();
        given--;
    }

    @Override
    public void close() {
        for (int i = 0; i < DEPTH; i++) {
            if (ring[i] != null) {
                ring[i].close();
            }
            if (copied[i] != null) {
                copied[i].close();
            }
        }
        own.close();
    }
}
