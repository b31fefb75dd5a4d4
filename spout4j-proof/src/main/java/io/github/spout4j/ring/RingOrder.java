package io.github.spout4j.ring;

import io.github.spout4j.proof.order.PlainObjects;
import io.github.spout4j.protocol.RingControl;
import io.github.spout4j.protocol.RingFrame;
import io.github.spout4j.protocol.RingMemory;
import io.github.spout4j.protocol.RingPlace;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Where a ring depends on the order in which another processor sees what is written (docs/protocol.md: Ring of frames). The
 * sender has two slots: the first frame is in one, with {@link #OLD} for its pixel, the second goes to the other.
 */
public final class RingOrder {
    private static final int OLD = 1;
    private static final int NEW = 2;
    private static final int SLOTS = 2;
    private static final long FIRST = RingFrame.of(1, 0, 0);
    private static final long SECOND = RingFrame.of(2, 0, 1);

    private RingOrder() {}

    /** A ring with its first frame. */
    static class Ring {
        final PlainObjects objects = new PlainObjects();
        final RingControl control = RingControl.create(objects, PlainObjects.SENDER);
        final RingMemory memory = RingMemory.create(objects, PlainObjects.SENDER, 0, SLOTS, 1);
        final FreeSlots free = new FreeSlots(objects, PlainObjects.SENDER, control);
        final MemorySegment pixel = MemorySegment.ofArray(new long[1]);

        Ring() {
            pixel.set(ValueLayout.JAVA_INT, 0, OLD);
            control.publish(FIRST);
        }

        final RingLoans receiver() {
            return new RingLoans(control,
                    Objects.requireNonNull(RingPlace.take(objects, PlainObjects.SENDER, control)));
        }

        final int pixel() {
            return pixel.get(ValueLayout.JAVA_INT, 0);
        }

        final void write() {
            pixel.set(ValueLayout.JAVA_INT, 0, NEW);
        }

        /** As the sender does with its third frame: the first one's slot is written to if nobody holds that. */
        final void reuse() {
            if (free.find(memory, SECOND) == RingFrame.slot(FIRST)) {
                write();
            }
        }

        /** The first frame's pixel as a receiver sees it, if it has that frame. */
        final void receive(RingLoans receiver, I_Result seen) {
            if (receiver.free().hold(FIRST)) {
                seen.r1 = pixel();
            }
        }
    }

    /** A receiver holds the newest frame, while the sender publishes the next one and looks for a slot. */
    @JCStressTest
    @Description("a frame that a receiver holds is not written to")
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "the frame was no longer the newest")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the receiver has the frame")
    @Outcome(id = "2", expect = Expect.FORBIDDEN, desc = "the sender wrote to what the receiver has")
    @State
    public static class HoldWhileReused extends Ring {
        private final RingLoans receiver = receiver();

        @Actor
        public void send() {
            control.publish(SECOND);
            reuse();
        }

        @Actor
        public void receive(I_Result seen) {
            receive(receiver, seen);
        }
    }

    /** The same, with a receiver that has only just got its place. */
    @JCStressTest
    @Description("nor where the receiver has only just come")
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "the frame was no longer the newest")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the receiver has the frame")
    @Outcome(id = "2", expect = Expect.FORBIDDEN, desc = "the sender wrote to what the receiver has")
    @State
    public static class ComeWhileReused extends Ring {
        @Actor
        public void send() {
            control.publish(SECOND);
            reuse();
        }

        @Actor
        public void receive(I_Result seen) {
            receive(receiver(), seen);
        }
    }

    /** A receiver reads the last of a frame and lets it go, while the sender looks for a slot. */
    @JCStressTest
    @Description("a frame is written to only after it was read")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the frame as it was")
    @Outcome(id = "2", expect = Expect.FORBIDDEN, desc = "the sender wrote to what the receiver had")
    @State
    public static class ReuseWhatWasLetGo extends Ring {
        private final RingLoans.Held held = receiver().free();

        public ReuseWhatWasLetGo() {
            held.hold(FIRST);
            control.publish(SECOND);
        }

        @Actor
        public void send() {
            reuse();
        }

        @Actor
        public void receive(I_Result seen) {
            seen.r1 = pixel();
            held.release();
        }
    }

    /** Whoever sees that a frame is the newest sees its pixels, and what is said of it. */
    @JCStressTest
    @Description("who sees a frame published sees its pixels")
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "not yet published")
    @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "the new frame")
    @Outcome(expect = Expect.FORBIDDEN, desc = "published before it was written")
    @State
    public static class Publish extends Ring {
        private final RingLoans receiver = receiver();

        @Actor
        public void send() {
            write();
            memory.describe(RingFrame.slot(SECOND), RingFrame.number(SECOND), 1, 1, 0, 0);
            control.publish(SECOND);
        }

        @Actor
        public void receive(II_Result seen) {
            long newest = control.newest();
            if (newest == SECOND && receiver.free().hold(newest)) {
                seen.r1 = pixel();
                seen.r2 = memory.number(RingFrame.slot(newest));
            }
        }
    }
}
