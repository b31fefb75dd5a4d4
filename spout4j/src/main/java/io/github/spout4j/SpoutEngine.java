package io.github.spout4j;

import java.util.Optional;

/** A way to speak Spout, found as a service. For those who add one; users call {@link Spout#open()}. */
public interface SpoutEngine {
    /** A short name, such as "direct". */
    String name();

    /** Which engine {@link Spout#open()} takes: the available one with the highest number. */
    int priority();

    /** Why it cannot run here, in a line for people; empty where it can. */
    Optional<String> unavailable();

    /** Opens it. */
    Spout open();
}
