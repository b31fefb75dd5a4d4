package io.github.spout4j;

import java.util.Optional;

/** A way to speak Spout, found as a service. For those who add one; users call {@link Spout#open()}. */
public interface SpoutEngine {
    /** {@return a short name, such as "direct"} */
    String name();

    /** {@return a number: {@link Spout#open()} takes the available engine with the highest} */
    int priority();

    /** {@return why it cannot run here, in a line for people; empty where it can} */
    Optional<String> unavailable();

    /**
     * Opens it.
     *
     * @return to be closed by the caller
     * @throws SpoutException where that fails
     */
    Spout open();
}
