package io.github.spout4j.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.LateErrors;
import java.util.function.Supplier;

/**
 * Memory that other programs have taken away while this one used it (docs/architecture.md: Memory that is taken away): what Java's error for
 * that becomes, at the border to the user. Thread-safe.
 *
 * @param objects where it is
 */
public record LostMemory(KernelObjects objects) {
    private static final int MOST_LOOKS = 3;

    /** Of an engine that shares no such memory: errors stay what they are. */
    static final LostMemory NONE = new LostMemory(null);

    /**
     * Lets go of what is lost.
     *
     * @return what to tell the user
     * @throws InternalError where that is another error
     */
    public SpoutException told(InternalError error) {
        if (objects == null) {
            throw error;
        }
        return objects.lost(error);
    }

    /** Looks, and where that ends in such an error looks again, without what is lost. */
    public <R> R look(Supplier<R> look) {
        for (int looks = 1;; looks++) {
            try {
                R seen = look.get();
                LateErrors.await();
                return seen;
            } catch (InternalError e) {
                SpoutException told = told(e);
                if (looks == MOST_LOOKS) {
                    throw told;
                }
            }
        }
    }

    /** As {@link #look}. */
    public void run(Runnable work) {
        look(() -> {
            work.run();
            return null;
        });
    }

    /** How often objects of this process were lost so far. */
    int losses() {
        return objects == null ? 0 : objects.losses();
    }

    /** How often objects of one sender were lost so far, or of one whose name begins as its name does. */
    int losses(String sender) {
        return objects == null ? 0 : objects.losses(sender);
    }
}
