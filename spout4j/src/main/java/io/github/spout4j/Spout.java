package io.github.spout4j;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The way into Spout: opens senders and receivers, and shows who else is there. One is enough for a program; it is
 * thread-safe. Closing it closes everything that was opened with it; later calls throw IllegalStateException.
 */
public interface Spout extends AutoCloseable {
    /**
     * Opens Spout with the best engine that runs here.
     *
     * @throws SpoutException where none does; the message says why
     */
    static Spout open() {
        List<SpoutEngine> engines = engines();
        return engines.stream().filter(engine -> engine.unavailable().isEmpty()).findFirst()
                .orElseThrow(() -> new SpoutException("no Spout engine runs here: " + engines.stream()
                        .map(engine -> engine.name() + ": " + engine.unavailable().orElseThrow())
                        .collect(Collectors.joining("; "))))
                .open();
    }

    /**
     * Opens Spout with the engine of that name.
     *
     * @throws IllegalArgumentException where there is no such engine; the message lists those that exist
     * @throws SpoutException           where it does not run here
     */
    static Spout open(String engine) {
        List<SpoutEngine> engines = engines();
        SpoutEngine chosen = engines.stream().filter(each -> each.name().equals(engine)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no engine \"" + engine + "\"; there is "
                        + engines.stream().map(SpoutEngine::name).collect(Collectors.joining(", "))));
        chosen.unavailable().ifPresent(reason -> {
            throw new SpoutException("the engine \"" + engine + "\" does not run here: " + reason);
        });
        return chosen.open();
    }

    /** All engines, the preferred one first, whether they run here or not. */
    static List<SpoutEngine> engines() {
        return ServiceLoader.load(SpoutEngine.class, SpoutEngine.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).sorted(Comparator.comparingInt(SpoutEngine::priority).reversed())
                .toList();
    }

    /** The engine's name. */
    String engine();

    /**
     * A sender to be opened. The name is free text of at most 255 bytes in the system's encoding (the ANSI code page on
     * Windows); it becomes {@code name_1} where a live sender has it.
     */
    SpoutSender.Builder sender(String name);

    /** A receiver of the active sender, whichever that is at the time. */
    SpoutReceiver.Builder receiver();

    /** A receiver of the sender of that name, there or not yet. */
    SpoutReceiver.Builder receiver(String name);

    /** The sender directory. */
    SenderDirectory senders();

    /**
     * Creates the data buffer of a name, or opens the existing one, which keeps its capacity.
     *
     * @param capacity bytes, at least 1
     * @throws SpoutException where the name's memory is in use for something else, such as memory share
     */
    DataBuffer createDataBuffer(String name, int capacity);

    /**
     * Opens the data buffer of a name.
     *
     * @throws SpoutException where there is none
     */
    DataBuffer openDataBuffer(String name);

    /** The frame sync event of a name, made where it does not exist. */
    FrameSync frameSync(String name);

    /** Spout's settings of this user. */
    Settings settings();

    /** What this engine finds about itself and the system: for {@code spout doctor} and bug reports. */
    List<Finding> diagnose();

    /** Closes all that was opened with it. Idempotent. */
    @Override
    void close();
}
