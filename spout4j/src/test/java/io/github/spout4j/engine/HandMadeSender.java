package io.github.spout4j.engine;

import io.github.spout4j.kernel.KernelObject;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.testing.TestSystem;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The objects of a sender with memory share, made and filled one by one, so also wrong, late or never. */
final class HandMadeSender implements AutoCloseable {
    static final int RGBA = 28;
    private static final int INFO_SIZE = 280;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 8;
    private static final int FORMAT = 12;
    private static final int SLOT = 256;

    private final KernelObjects objects = TestSystem.open().objects();
    private final List<KernelObject> held = new ArrayList<>();
    private final String name;
    private byte value = 5;
    private MemorySegment info;
    private NamedSemaphore count;

    HandMadeSender(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    private <T extends KernelObject> T hold(T object) {
        held.add(object);
        return object;
    }

    /** Alone in the directory. */
    void list() {
        MemorySegment directory = hold(objects.createMemory("SpoutSenderNames", 64 * SLOT)).segment();
        directory.fill((byte) 0);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        MemorySegment.copy(bytes, 0, directory, ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    /** Makes the info where it is not there yet, and writes it. */
    void info(int width, int height, int format) {
        if (info == null) {
            info = hold(objects.createMemory(name, INFO_SIZE)).segment();
        }
        info.set(ValueLayout.JAVA_INT_UNALIGNED, WIDTH, width);
        info.set(ValueLayout.JAVA_INT_UNALIGNED, HEIGHT, height);
        info.set(ValueLayout.JAVA_INT_UNALIGNED, FORMAT, format);
    }

    void frame() {
        if (count == null) {
            count = hold(objects.createSemaphore(name + "_Count_Semaphore", 1, Integer.MAX_VALUE));
        }
        count.release(1);
    }

    /** What all bytes of the pixels are from now on, since an equal picture is no new one. */
    void value(int newValue) {
        value = (byte) newValue;
    }

    /** Memory of so many bytes for the pixels; until closed. */
    KernelObject pixels(long bytes) {
        var memory = hold(objects.createMemory(name + "_map", bytes));
        memory.segment().fill(value);
        return memory;
    }

    /** Another object in the place of the pixels; until closed. */
    KernelObject noPixels() {
        return hold(objects.createEvent(name + "_map"));
    }

    @Override
    public void close() {
        for (KernelObject object : held) {
            object.close();
        }
    }
}
