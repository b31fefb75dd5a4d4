package io.github.spout4j.transport;

import java.lang.foreign.MemorySegment;

/** A frame's pixels where the sender has written them, which it leaves alone until they are given back. */
public interface Loan {
    /** {@link PixelReader#rowPitch} × height bytes, to be read alone. */
    MemorySegment pixels();

    /** Gives them back; once, from any thread, also after the reader has closed. */
    void giveBack();
}
