package io.github.spout4j.ring;

import io.github.spout4j.protocol.RingControl;
import io.github.spout4j.protocol.RingPlace;
import io.github.spout4j.transport.Loan;
import java.lang.foreign.MemorySegment;

/**
 * What one receiver holds of a ring: the frame that it looks at, and those that it has lent to its user. Stays open until both
 * the reader has closed and the last loan was given back. Thread-safe; allocates nothing.
 */
final class RingLoans {
    private final RingControl control;
    private final RingPlace place;
    private final Held[] all = new Held[RingControl.MOST_HELD];
    private int lent;
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

    /** Somewhere to hold a frame; null where as many are lent as a receiver can hold. */
    synchronized Held free() {
        for (Held held : all) {
            if (held.memory == null) {
                return held;
            }
        }
        return null;
    }

    synchronized void leave(LentMemory memory) {
        memory.leave();
    }

    synchronized void close() {
        closed = true;
        endUnlessLent();
    }

    private void endUnlessLent() {
        if (closed && lent == 0) {
            place.close();
            control.close();
        }
    }

    /** A place for one frame. */
    final class Held implements Loan {
        private final int at;
        /** Null where it is not lent. */
        private LentMemory memory;
        private MemorySegment pixels;

        private Held(int at) {
            this.at = at;
        }

        /** Whether this receiver has the frame now: it was the newest, and the sender leaves it alone. */
        boolean hold(long frame) {
            control.hold(place.number(), at, frame);
            if (control.newest() == frame) {
                return true;
            }
            release();
            return false;
        }

        void release() {
            control.release(place.number(), at);
        }

        Loan lend(LentMemory from, MemorySegment lentPixels) {
            synchronized (RingLoans.this) {
                from.use();
                memory = from;
                pixels = lentPixels;
                lent++;
            }
            return this;
        }

        @Override
        public MemorySegment pixels() {
            return pixels;
        }

        @Override
        public void giveBack() {
            synchronized (RingLoans.this) {
                release();
                LentMemory from = memory;
                memory = null;
                pixels = null;
                lent--;
                from.leave();
                endUnlessLent();
            }
        }
    }
}
