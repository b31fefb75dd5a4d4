package io.github.spout4j.pipewire.engine;

import io.github.spout4j.pipewire.InputFrame;
import io.github.spout4j.pipewire.VideoInput;
import io.github.spout4j.transport.Loan;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Frames that the user has on loan, as many as leave enough for those that come. Loans are used again. Lent by one thread at a time. */
final class LentFrames {
    private final VideoInput input;
    private final List<Lent> loans = new ArrayList<>();

    private final class Lent implements Loan {
        private InputFrame frame;
        private MemorySegment pixels;
        private volatile boolean free = true;

        @Override
        public MemorySegment pixels() {
            return pixels;
        }

        @Override
        public void giveBack() {
            InputFrame lent = frame;
            frame = null;
            pixels = null;
            free = true;
            input.giveBack(lent, true);
        }
    }

    LentFrames(VideoInput input) {
        this.input = input;
    }

    /** Null where no more can be lent. */
    Loan lend(InputFrame frame, MemorySegment pixels) {
        if (!input.keep()) {
            return null;
        }
        Lent loan = free();
        loan.frame = frame;
        loan.pixels = pixels;
        loan.free = false;
        return loan;
    }

    private Lent free() {
        for (int i = 0; i < loans.size(); i++) {
            if (loans.get(i).free) {
                return loans.get(i);
            }
        }
        Lent made = new Lent();
        loans.add(made);
        return made;
    }
}
