package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;

/**
 * A receiver's place in a ring's {@link RingControl control}: its own as long as this is open. An object says that its receiver
 * lives, so what a dead one held can be taken back (docs/protocol.md: Ring of frames).
 */
public final class RingPlace implements AutoCloseable {
    private final NamedMemory life;
    private final int number;

    private RingPlace(NamedMemory life, int number) {
        this.life = life;
        this.number = number;
    }

    /** Takes the first free place; null where there is none. */
    public static RingPlace take(KernelObjects objects, SenderName sender, RingControl control) {
        for (int number = 0; number < RingControl.MOST_RECEIVERS; number++) {
            NamedMemory life = create(objects, ObjectNames.ringReceiver(sender, number));
            if (life != null) {
                control.moveIn(number);
                return new RingPlace(life, number);
            }
        }
        return null;
    }

    /** Null where somebody has it. */
    private static NamedMemory create(KernelObjects objects, String name) {
        NamedMemory life;
        try {
            life = objects.createMemory(name, 1);
        } catch (SpoutException _) {
            return null; // something else has that name
        }
        if (life.created()) {
            return life;
        }
        life.close();
        return null;
    }

    /** Whether somebody living has that place; true where the system does not tell just now. */
    public static boolean isTaken(KernelObjects objects, SenderName sender, int number) {
        try {
            return objects.memoryExists(ObjectNames.ringReceiver(sender, number));
        } catch (SpoutException _) {
            return true;
        }
    }

    public int number() {
        return number;
    }

    @Override
    public void close() {
        life.close();
    }
}
