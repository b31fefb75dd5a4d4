package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The memory by which a sender and its receivers agree on who may use which frame of the ring (docs/protocol.md: Ring of
 * frames): the newest frame, and what each receiver holds. All of it changes without a lock. Allocates nothing once open;
 * thread-safe.
 */
public final class RingControl implements AutoCloseable {
    /** Receivers that a sender can have at a time. */
    public static final int MOST_RECEIVERS = 256;
    /** Frames that a receiver can hold at a time. */
    public static final int MOST_HELD = 9;

    private static final int THIS_VERSION = 1;
    private static final int BEING_MADE = 0;
    private static final int UNKNOWN_VERSION = -1;
    private static final long VERSION = 0;
    private static final long RECEIVERS = 4;
    private static final long NEWEST = 64;
    private static final long HELD = 128;
    private static final long HELD_BY_ONE = 128;
    static final long SIZE = HELD + HELD_BY_ONE * MOST_RECEIVERS;

    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle().withInvokeExactBehavior();
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle().withInvokeExactBehavior();

    private final NamedMemory memory;
    private final MemorySegment bytes;

    private RingControl(NamedMemory memory) {
        this.memory = memory;
        bytes = memory.segment();
    }

    /**
     * For the sender, who must be the only one of its name. Receivers may have kept it of an earlier one.
     *
     * @throws SpoutException where something else has the name
     */
    public static RingControl create(KernelObjects objects, SenderName sender) {
        NamedMemory memory = objects.createMemory(ObjectNames.ring(sender), SIZE);
        long size = memory.size();
        if (size < SIZE) {
            memory.close();
            throw new SpoutException("the memory \"" + memory.name() + "\" is no ring of frames: it has " + size
                    + " bytes; end the program that made it, or give the sender another name");
        }
        RingControl control = new RingControl(memory);
        INT.setVolatile(control.bytes, VERSION, THIS_VERSION);
        return control;
    }

    /**
     * For a receiver; null where there is none yet, or none any more.
     *
     * @throws SpoutException where something else has the name
     */
    public static RingControl open(KernelObjects objects, SenderName sender) {
        NamedMemory memory = objects.openMemory(ObjectNames.ring(sender)).orElse(null);
        if (memory == null) {
            return null;
        }
        int version = memory.size() < SIZE ? UNKNOWN_VERSION : (int) INT.getVolatile(memory.segment(), VERSION);
        if (version == THIS_VERSION) {
            return new RingControl(memory);
        }
        memory.close();
        if (version == BEING_MADE) {
            return null;
        }
        throw new SpoutException("its ring of frames is none that this version of spout4j knows");
    }

    /** The newest frame; {@link RingFrame#NONE} where there is none yet. */
    public long newest() {
        return (long) LONG.getVolatile(bytes, NEWEST);
    }

    /** For the sender: what was written to that frame before is what receivers read. */
    public void publish(long frame) {
        LONG.setVolatile(bytes, NEWEST, frame);
    }

    /** For a sender that ends: that frame is no longer to be had. Another's frame, who has the name by now, is left alone. */
    public void retract(long frame) {
        replaceByNone(NEWEST, frame);
    }

    /**
     * How many places for receivers have to be looked at. Not by Math.clamp, which takes a long: of reading an int as a long from memory that another program
     * has cut, Java dies (Linux on x64, Java 25).
     */
    public int receivers() {
        return Math.min(Math.max((int) INT.getVolatile(bytes, RECEIVERS), 0), MOST_RECEIVERS);
    }

    /** What a receiver holds. */
    public long held(int receiver, int at) {
        return (long) LONG.getVolatile(bytes, offset(receiver, at));
    }

    /** For the receiver: holds a frame. It has it if that is still the newest afterwards. */
    public void hold(int receiver, int at, long frame) {
        LONG.setVolatile(bytes, offset(receiver, at), frame);
    }

    /** For the receiver: what was read of the frame has been read. */
    public void release(int receiver, int at) {
        LONG.setRelease(bytes, offset(receiver, at), RingFrame.NONE);
    }

    /** Takes back what a receiver holds that is dead. */
    public void takeBack(int receiver, int at, long frame) {
        replaceByNone(offset(receiver, at), frame);
    }

    /** For a receiver that has this place now: whatever the one before held is held no more. */
    void moveIn(int receiver) {
        for (int at = 0; at < MOST_HELD; at++) {
            release(receiver, at);
        }
        for (;;) {
            int known = (int) INT.getVolatile(bytes, RECEIVERS);
            if (known > receiver || INT.compareAndSet(bytes, RECEIVERS, known, receiver + 1)) {
                return;
            }
        }
    }

    /** Reads first: of memory that another program has taken away, Java makes an error then. */
    private void replaceByNone(long offset, long frame) {
        if ((long) LONG.getVolatile(bytes, offset) == frame) {
            boolean _ = LONG.compareAndSet(bytes, offset, frame, RingFrame.NONE);
        }
    }

    private static long offset(int receiver, int at) {
        return HELD + receiver * HELD_BY_ONE + (long) at * Long.BYTES;
    }

    @Override
    public void close() {
        memory.close();
    }
}
