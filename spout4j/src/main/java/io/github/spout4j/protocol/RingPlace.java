package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.kernel.PausePoint;

/**
 * A receiver's place in a ring's {@link RingControl control}: its own as long as this is open. An object says that its receiver
 * lives, so what a dead one held can be taken back (docs/protocol.md: Ring of frames).
 */
public final class RingPlace implements AutoCloseable {
    private static final int MOST_REFUSED = 3;

    private final NamedMemory life;
    private final int number;

    private RingPlace(NamedMemory life, int number) {
        this.life = life;
        this.number = number;
    }

    /**
     * Takes the first free place; null where there is none.
     *
     * @throws NotNowException where nobody can tell just now
     * @throws SpoutException  where the system refuses
     */
    public static RingPlace take(KernelObjects objects, SenderName sender, RingControl control) {
        int refused = 0;
        for (int number = 0; number < RingControl.MOST_RECEIVERS; number++) {
            try {
                NamedMemory life = objects.createMemory(ObjectNames.ringReceiver(sender, number), 1);
                if (life.created()) {
                    PausePoint.RING_PLACE_TAKEN.pass();
                    control.moveIn(number);
                    return new RingPlace(life, number);
                }
                life.close();
            } catch (NotNowException e) {
                throw e;
            } catch (SpoutException e) { // something else has that name, or the system has no room
                refused++;
                if (refused == MOST_REFUSED) {
                    throw e;
                }
            }
        }
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
