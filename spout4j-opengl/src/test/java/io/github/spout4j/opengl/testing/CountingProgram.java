package io.github.spout4j.opengl.testing;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.BitSet;

/**
 * A receiver in a process of its own: {@code NAME}. Says "ready", and when the frame {@link #END} has come "new" and how many different ones came before, {@link #WARM_UP} left out. A frame's number is in its last row's
 * first pixel, where OpenGL has its origin.
 */
public final class CountingProgram {
    /** The number of frames that don't count. */
    public static final int WARM_UP = 0;
    /** The number of the last frame. */
    public static final int END = 0xFFFF;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private CountingProgram() {}

    public static void main(String[] arguments) {
        BitSet numbers = new BitSet();
        try (Spout spout = Spout.open(); SpoutReceiver receiver = spout.receiver(arguments[0]).open()) {
            System.out.println("ready");
            while (!numbers.get(END)) {
                if (!receiver.receive(PATIENCE, frame -> numbers.set(number(frame)))) {
                    throw new AssertionError("no frame came");
                }
            }
        }
        numbers.clear(WARM_UP);
        numbers.clear(END);
        System.out.println("new " + numbers.cardinality());
    }

    private static int number(SpoutFrame frame) {
        int rgba = frame.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, (frame.height() - 1) * frame.rowPitch());
        return rgba >> 8 & 0xFFFF;
    }
}
