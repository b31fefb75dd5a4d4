package io.github.spout4j.ring;

import io.github.spout4j.kernel.LateErrors;
import io.github.spout4j.kernel.PausePoint;
import io.github.spout4j.protocol.RingControl;
import io.github.spout4j.protocol.RingPlace;
import io.github.spout4j.transport.Loan;
import java.lang.foreign.MemorySegment;

/**
 * What one receiver holds of a ring: the frame that it looks at, and those that it has lent to its user. Stays open until both
 * the reader has closed and the last loan was given back. Loans may be given back by any thread, the rest is for one at a time;
 * allocates nothing, and locks nothing while frames come and go.
 */
final class RingLoans {
    /** How many frames can be lent at a time: one place stays, to look at the next. */
    static final int MOST = RingControl.MOST_HELD - 1;

    private final RingControl control;
    private final RingPlace place;
    private final Held[] all = new Held[RingControl.MOST_HELD];
    private volatile boolean closing;
    private boolean closed;

    RingLoans(RingControl control, RingPlace place) {
        this.control = control;
        this.place = place;
        for (int at = 0; at < all.length; at++) {
            all[at] = new Held(at);
        }
    }

    RingControl control() {
        return control;
    }

    /** Somewhere to hold a frame. */
    Held free() {
        for (Held held : all) {
            if (held.memory == null) {
                return held;
            }
        }
        throw new AssertionError("the last one is never lent");
    }

    /** The reader is done with a memory. */
    void leave(LentMemory memory) {
        memory.leave();
        closeUnlessLent(memory);
    }

    void close() {
        closing = true;
        closeUnlessLent(null);
    }

    /** Closes a memory that was left, or everything, where nothing of it is lent any more. */
    private synchronized void closeUnlessLent(LentMemory left) {
        boolean any = false;
        boolean fromLeft = false;
        for (Held held : all) {
            LentMemory from = held.memory;
            any |= from != null;
            fromLeft |= from != null && from == left;
        }
        if (left != null && !fromLeft) {
            left.close();
        }
        if (closing && !any && !closed) {
            closed = true;
            try (control) {
                place.close();
            }
        }
    }

    /** A place for one frame. */
    final class Held implements Loan {
        private final int at;
        /** Null where it is not lent. */
        private volatile LentMemory memory;
        private MemorySegment pixels;

        private Held(int at) {
            this.at = at;
        }

        /** Whether this receiver has the frame now: it was the newest, and the sender leaves it alone. */
        boolean hold(long frame) {
            control.hold(place.number(), at, frame);
            PausePoint.RING_FRAME_CLAIMED.pass();
            if (control.newest() == frame) {
                PausePoint.RING_FRAME_HELD.pass();
                return true;
            }
            release();
            return false;
        }

        void release() {
            control.release(place.number(), at);
        }

        /** Whether this is the place that is not to be lent. */
        boolean isLast() {
            return at == MOST;
        }

        Loan lend(LentMemory from, MemorySegment lentPixels) {
            pixels = lentPixels;
            memory = from;
            return this;
        }

        @Override
        public MemorySegment pixels() {
            return pixels;
        }

        /** Whoever leaves a memory, or closes, looks at what is lent afterwards: one of the two sees the other. */
        @Override
        public void giveBack() {
            LentMemory from = memory;
            pixels = null;
            try {
                release();
                LateErrors.await();
            } catch (InternalError _) {
                // another program has taken away the memory in which it was held
            }
            memory = null;
            if (from.left() || closing) {
                closeUnlessLent(from.left() ? from : null);
            }
        }
    }
}
