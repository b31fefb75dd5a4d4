package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;
import java.nio.ByteOrder;

/**
 * The memory with a ring's frames (docs/protocol.md: Ring of frames): slots of one size, and for each what is in it.
 * Receivers have it for reading alone. Every value is as the sender wrote it: {@link #pixels} alone checks.
 */
public final class RingMemory implements AutoCloseable {
    /** Slots that a memory can have. */
    public static final int MOST_SLOTS = RingControl.MOST_RECEIVERS * RingControl.MOST_HELD + 2;

    /** Names that the system may refuse, one after the other. */
    private static final int MOST_REFUSED = 3;

    private static final OfInt U32 = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final OfLong U64 = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long SLOTS = 0;
    private static final long FIRST = 8;
    private static final long STRIDE = 16;
    private static final long HEADS = 64;
    private static final long HEAD = 64;
    private static final long NUMBER = 0;
    private static final long WIDTH = 4;
    private static final long HEIGHT = 8;
    private static final long FORMAT = 12;
    private static final long ROW_PITCH = 16;
    private static final long PAGE = 4096;

    private final NamedMemory memory;
    private final MemorySegment bytes;
    private final int number;
    private final int slots;
    private final long first;
    private final long stride;

    private RingMemory(NamedMemory memory, int number) {
        this.memory = memory;
        this.number = number;
        bytes = memory.segment();
        slots = bytes.get(U32, SLOTS);
        first = bytes.get(U64, FIRST);
        stride = bytes.get(U64, STRIDE);
    }

    /**
     * For the sender: new memory, no slot of it {@linkplain #reserve reserved}, under the first free number from {@code number} on.
     *
     * @param slotBytes of each slot, at least
     * @throws SpoutException where the system has no room for it
     */
    public static RingMemory create(KernelObjects objects, SenderName sender, int number, int slots, long slotBytes) {
        long stride = pages(slotBytes);
        long first = pages(HEADS + slots * HEAD);
        int refused = 0;
        for (int tries = 0; tries < RingFrame.MEMORIES; tries++) {
            int tried = (number + tries) % RingFrame.MEMORIES;
            NamedMemory memory;
            try {
                memory = objects.createMemory(ObjectNames.ringMemory(sender, tried), first + slots * stride, first);
            } catch (SpoutException e) { // something else has that name, or the system has no room
                refused++;
                if (refused == MOST_REFUSED) {
                    throw e;
                }
                continue;
            }
            if (memory.created()) {
                MemorySegment bytes = memory.segment();
                bytes.set(U32, SLOTS, slots);
                bytes.set(U64, FIRST, first);
                bytes.set(U64, STRIDE, stride);
                return new RingMemory(memory, tried);
            }
            memory.close();
        }
        throw new SpoutException("receivers keep all memory that the sender \"" + sender + "\" can have");
    }

    private static long pages(long bytes) {
        return Math.ceilDiv(bytes, PAGE) * PAGE;
    }

    /** For a receiver; null where it is no more. */
    public static RingMemory open(KernelObjects objects, SenderName sender, int number) {
        NamedMemory memory = objects.openMemoryToRead(ObjectNames.ringMemory(sender, number)).orElse(null);
        if (memory == null) {
            return null;
        }
        if (memory.size() < HEADS) {
            memory.close();
            throw new SpoutException("its memory \"" + memory.name() + "\" is no ring of frames");
        }
        return new RingMemory(memory, number);
    }

    public int number() {
        return number;
    }

    public int slots() {
        return slots;
    }

    /** Bytes that a frame can have. */
    public long slotBytes() {
        return stride;
    }

    /** The number of the frame in a slot. */
    public int number(int slot) {
        return bytes.get(U32, head(slot) + NUMBER);
    }

    public int width(int slot) {
        return bytes.get(U32, head(slot) + WIDTH);
    }

    public int height(int slot) {
        return bytes.get(U32, head(slot) + HEIGHT);
    }

    /** See {@link DxgiFormat}. */
    public int format(int slot) {
        return bytes.get(U32, head(slot) + FORMAT);
    }

    /** Bytes from one row to the next. */
    public long rowPitch(int slot) {
        return Integer.toUnsignedLong(bytes.get(U32, head(slot) + ROW_PITCH));
    }

    /**
     * For the sender: sees to it that a slot can be written to.
     *
     * @throws SpoutException where the system has no room for it
     */
    public void reserve(int slot) {
        memory.reserve(first + slot * stride, stride);
    }

    /** For the sender: says what is in a slot, before the frame is published. */
    public void describe(int slot, int frame, int width, int height, int format, long rowPitch) {
        long head = head(slot);
        bytes.set(U32, head + NUMBER, frame);
        bytes.set(U32, head + WIDTH, width);
        bytes.set(U32, head + HEIGHT, height);
        bytes.set(U32, head + FORMAT, format);
        bytes.set(U32, head + ROW_PITCH, (int) rowPitch);
    }

    /** Whether there is a slot of that number with what it should tell: otherwise nothing of it can be read. */
    public boolean has(int slot) {
        return slot < slots && HEADS + (slot + 1) * HEAD <= bytes.byteSize();
    }

    /** The first {@code length} bytes of a slot; null where the memory does not have them. */
    public MemorySegment pixels(int slot, long length) {
        long size = bytes.byteSize();
        if (first < 0 || first > size || stride < length || stride > size
                || first + slot * stride > size - length) {
            return null;
        }
        return bytes.asSlice(first + slot * stride, length);
    }

    private static long head(int slot) {
        return HEADS + slot * HEAD;
    }

    @Override
    public void close() {
        memory.close();
    }
}
