package io.github.spout4j.ring;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.LateErrors;
import io.github.spout4j.kernel.PausePoint;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.RingControl;
import io.github.spout4j.protocol.RingFrame;
import io.github.spout4j.protocol.RingMemory;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import io.github.spout4j.transport.PublishedInfo;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The sending side of a ring. It writes to a slot that nobody reads and publishes it by one store, so a frame is whole for
 * everybody or for nobody. Where receivers hold all slots, it makes a memory with more; it waits for none of them.
 */
public final class RingWriter implements PixelWriter {
    /** The newest frame, the one that is written, and one for each of two receivers. */
    private static final int FIRST_SLOTS = 4;
    /** After a year at 60 Hz numbers begin again, and the count stands still. */
    private static final int LARGEST_NUMBER = Integer.MAX_VALUE - 1;
    /** Where nobody keeps a frame. */
    private static final int NEEDED_SLOTS = 2;

    private final KernelObjects objects;
    private final SenderName name;
    private final PublishedInfo info;
    private final RingControl control;
    private final FrameCount count;
    private final FreeSlots free;
    private RingMemory memory;
    /** There is room for the first so many slots of it. */
    private int reserved;
    /** The newest frame's, until there is one in {@link #memory}. */
    private RingMemory former;
    private FrameShape shape;
    private int slot;
    private MemorySegment[] pixels = new MemorySegment[0];
    private long newest = RingFrame.NONE;
    private int last;
    private int nextMemory;
    private boolean closed;

    private RingWriter(KernelObjects objects, SenderName name, PublishedInfo info, RingControl control,
            FrameCount count) {
        this.objects = objects;
        this.name = name;
        this.info = info;
        this.control = control;
        this.count = count;
        free = new FreeSlots(objects, name, control);
    }

    /**
     * For the only sender of that name.
     *
     * @throws SpoutException where something else has one of the names that the ring needs
     */
    public static RingWriter open(KernelObjects objects, SenderName name, PublishedInfo info) {
        RingControl control = RingControl.create(objects, name);
        FrameCount count;
        try {
            count = FrameCount.ofSender(objects, name);
        } catch (RuntimeException | Error e) {
            control.close();
            throw e;
        }
        RingWriter writer = new RingWriter(objects, name, info, control, count);
        writer.forgetOldFrames();
        return writer;
    }

    /** What a former sender of this name has left is no frame of this one, and its number none that this one may use. */
    private void forgetOldFrames() {
        long left = control.newest();
        control.publish(RingFrame.NONE);
        last = Math.max(RingFrame.number(left), count.frame());
        nextMemory = RingFrame.memory(left) + 1;
    }

    @Override
    public Transport transport() {
        return Transport.MEMORY;
    }

    @Override
    public PixelFormat writtenFormat(PixelFormat published) {
        return published;
    }

    @Override
    public Optional<Adapter> adapter() {
        return Optional.empty();
    }

    @Override
    public long rowPitch() {
        return shape.rowBytes();
    }

    @Override
    public MemorySegment begin(FrameShape wanted, long timeoutMillis) {
        if (!wanted.equals(shape)) {
            shape = null;
            info.publish(wanted, 0);
            if (memory == null || memory.slotBytes() < wanted.bytes()) {
                replace(FIRST_SLOTS, wanted.bytes());
            }
            divide(wanted.bytes());
            shape = wanted;
        }
        slot = free.find(memory, newest);
        boolean found = slot >= 0 && reserve() || makeRoom();
        PausePoint.RING_SLOT_FOUND.pass();
        return found ? pixels[slot] : null;
    }

    /** False where the system has no memory for one more frame than receivers keep. */
    private boolean reserve() {
        if (slot < reserved) {
            return true;
        }
        try {
            memory.reserve(slot);
        } catch (SpoutException _) {
            return false;
        }
        reserved = slot + 1;
        return true;
    }

    /** False where the system has no memory for more slots: until receivers give some back, frames are dropped. */
    private boolean makeRoom() {
        int most = Math.min(free.takeBack(newest), RingMemory.MOST_SLOTS);
        slot = free.find(memory, newest);
        if (slot >= 0) {
            return reserve();
        }
        try {
            replace(Math.clamp(memory.slots() * 2L, 1, Math.max(most, FIRST_SLOTS)), memory.slotBytes());
        } catch (SpoutException _) {
            return false;
        }
        divide(shape.bytes());
        slot = free.find(memory, newest);
        return slot >= 0;
    }

    private void replace(int slots, long slotBytes) {
        RingMemory larger = RingMemory.create(objects, name, nextMemory, slots, slotBytes);
        try {
            for (int i = 0; i < NEEDED_SLOTS; i++) {
                larger.reserve(i);
            }
        } catch (RuntimeException | Error e) {
            larger.close();
            throw e;
        }
        PausePoint.RING_GROWN.pass();
        nextMemory = larger.number() + 1;
        if (former == null) {
            former = memory;
        } else if (memory != null) {
            memory.close();
        }
        memory = larger;
        reserved = NEEDED_SLOTS;
    }

    private void divide(long bytes) {
        pixels = new MemorySegment[memory.slots()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = memory.pixels(i, bytes);
        }
    }

    @Override
    public long number() {
        return last;
    }

    @Override
    public long publish() {
        int number = last < LARGEST_NUMBER ? last + 1 : 1;
        memory.describe(slot, number, shape.width(), shape.height(), shape.format().dxgiFormat(), shape.rowBytes());
        newest = RingFrame.of(number, memory.number(), slot);
        PausePoint.RING_FRAME_WRITTEN.pass();
        control.publish(newest);
        PausePoint.RING_FRAME_PUBLISHED.pass();
        last = number;
        int counted = count.countFrame(number);
        if (counted > number && counted < LARGEST_NUMBER) {
            last = counted;
        }
        if (former != null) {
            former.close();
            former = null;
        }
        return number;
    }

    @Override
    public FrameShape publish(Foreign kind, long reference, long timeoutMillis) {
        throw takesNone();
    }

    @Override
    public RenderTexture renderTexture(FrameShape drawn) {
        throw takesNone();
    }

    private SpoutException takesNone() {
        return new SpoutException("the sender \"" + name + "\" uses memory share, which takes no textures");
    }

    @Override
    public void abort() {
        // nobody has seen what was begun
    }

    /** Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (count; control) {
            control.retract(newest);
            LateErrors.await();
        } finally {
            PausePoint.RING_RETRACTED.pass();
            if (former != null) {
                former.close();
            }
            if (memory != null) {
                memory.close();
            }
        }
    }
}
