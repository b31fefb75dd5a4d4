package io.github.spout4j;

import java.nio.file.Path;
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

    /**
     * Opens it with a given library of native code.
     *
     * @param library the library's file
     * @return to be closed by the caller
     * @throws SpoutException where that fails, or the engine uses no library
     */
    default Spout open(Path library) {
        throw new SpoutException("the engine \"" + name() + "\" uses no library, such as " + library);
    }
}
