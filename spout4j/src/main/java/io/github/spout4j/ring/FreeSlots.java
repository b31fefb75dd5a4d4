package io.github.spout4j.ring;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.RingControl;
import io.github.spout4j.protocol.RingFrame;
import io.github.spout4j.protocol.RingMemory;
import io.github.spout4j.protocol.RingPlace;
import io.github.spout4j.protocol.SenderName;
import java.util.Arrays;

/** Finds a slot to write to: one that is neither the newest frame's nor held by a receiver. For the sender alone. */
final class FreeSlots {
    private final KernelObjects objects;
    private final SenderName sender;
    private final RingControl control;
    private long[] taken = new long[1];

    FreeSlots(KernelObjects objects, SenderName sender, RingControl control) {
        this.objects = objects;
        this.sender = sender;
        this.control = control;
    }

    /** The first free slot; -1 where there is none. */
    int find(RingMemory memory, long newest) {
        int words = Math.ceilDiv(memory.slots(), Long.SIZE);
        if (taken.length < words) {
            taken = new long[words];
        }
        Arrays.fill(taken, 0);
        take(memory, newest);
        int receivers = control.receivers();
        for (int receiver = 0; receiver < receivers; receiver++) {
            for (int at = 0; at < RingControl.MOST_HELD; at++) {
                take(memory, control.held(receiver, at));
            }
        }
        for (int word = 0; word < words; word++) {
            if (taken[word] != -1) {
                int slot = word * Long.SIZE + Long.numberOfTrailingZeros(~taken[word]);
                return slot < memory.slots() ? slot : -1;
            }
        }
        return -1;
    }

    private void take(RingMemory memory, long frame) {
        int slot = RingFrame.slot(frame);
        if (frame != RingFrame.NONE && RingFrame.memory(frame) == memory.number() && slot < memory.slots()) {
            taken[slot / Long.SIZE] |= 1L << slot;
        }
    }

    /**
     * Takes back what dead receivers hold; how many slots there must be at least for those that live. The newest frame is left alone: it is
     * the only one that a new receiver may have got at a dead one's place since it was looked at.
     */
    int takeBack(long newest) {
        int living = 0;
        int receivers = control.receivers();
        for (int receiver = 0; receiver < receivers; receiver++) {
            if (RingPlace.isTaken(objects, sender, receiver)) {
                living++;
                continue;
            }
            for (int at = 0; at < RingControl.MOST_HELD; at++) {
                long frame = control.held(receiver, at);
                if (frame != RingFrame.NONE && frame != newest) {
                    control.takeBack(receiver, at, frame);
                }
            }
        }
        return living * RingControl.MOST_HELD + 2;
    }
}
