package io.github.spout4j.sdk;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.testing.TestSystem;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The memory share of Spout 2.006: {@code NAME_map}, RGBA, under {@code NAME_map_mutex}. */
final class MemoryCanvas implements Canvas {
    private static final int RGBA = 28;
    private static final int BGRA = 87;

    private final int width;
    private final int height;
    private final NamedMemory map;
    private final NamedMutex mutex;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment[] painted = new MemorySegment[SLOTS];

    MemoryCanvas(KernelObjects objects, String name, int width, int height) {
        this.width = width;
        this.height = height;
        map = objects.createMemory(name + "_map", rowBytes() * height);
        mutex = objects.createMutex(name + "_map_mutex");
        if (map.size() < rowBytes() * height) {
            throw new IllegalStateException("somebody still holds a smaller " + map.name());
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            painted[slot] = arena.allocate(rowBytes() * height);
        }
    }

    private long rowBytes() {
        return 4L * width;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int shareHandle() {
        return 0;
    }

    /** On Windows it says BGRA though the pixels are RGBA, as 2.006 does; elsewhere the format is believed. */
    @Override
    public int format() {
        return TestSystem.WINDOWS ? BGRA : RGBA;
    }

    @Override
    public int partnerId() {
        return 0;
    }

    @Override
    public NamedMutex lock() {
        return mutex;
    }

    @Override
    public void paint(int slot, int number, Change change) {
        NumberedPicture.paint(painted[slot], rowBytes(), width, height, PixelFormat.RGBA8, number, change);
    }

    @Override
    public void land(int slot, int fromRow, int toRow) {
        long from = fromRow * rowBytes();
        MemorySegment.copy(painted[slot], from, map.segment(), from, (toRow - fromRow) * rowBytes());
    }

    @Override
    public void close() {
        map.close();
        mutex.close();
        arena.close();
    }
}
