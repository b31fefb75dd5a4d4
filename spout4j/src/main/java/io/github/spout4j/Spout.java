package io.github.spout4j;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The way into Spout: opens senders and receivers, and shows who else is there. One is enough for a program; it is
 * thread-safe. Closing it closes everything that was opened with it; later calls throw IllegalStateException.
 *
 * <p>Names are free text of at most 255 bytes in the system's encoding (the ANSI code page on Windows, UTF-8 elsewhere; a
 * sender's at most 239 on Windows, where C++ programs cannot use longer ones), not
 * empty, without NUL, and none of the directory's own; others are an IllegalArgumentException. See docs/protocol.md, Names.
 *
 * {@snippet file="Receiving.java" region="relay"}
 */
public interface Spout extends AutoCloseable {
    /**
     * Opens Spout with the best engine that runs here.
     *
     * @return to be closed by the caller
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
     * @param engine its name, such as "direct"
     * @return to be closed by the caller
     * @throws IllegalArgumentException where there is no such engine; the message lists those that exist
     * @throws SpoutException           where it does not run here
     */
    static Spout open(String engine) {
        SpoutEngine chosen = engine(engine);
        chosen.unavailable().ifPresent(reason -> {
            throw new SpoutException("the engine \"" + engine + "\" does not run here: " + reason);
        });
        return chosen.open();
    }

    /**
     * Opens Spout with the official SpoutLibrary.dll, by the engine "library". Without a path, {@code open("library")} takes the
     * one of the property {@code spout.library}, of the variable {@code SPOUT_LIBRARY}, beside the program or in PATH.
     *
     * @param library the SpoutLibrary.dll, of any version from 2.007.011 to 2.007.017
     * @return to be closed by the caller
     * @throws SpoutException where it cannot be used; the message says why
     */
    static Spout open(Path library) {
        return engine("library").open(library);
    }

    private static SpoutEngine engine(String name) {
        List<SpoutEngine> engines = engines();
        return engines.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no engine \"" + name + "\"; there is "
                        + engines.stream().map(SpoutEngine::name).collect(Collectors.joining(", "))));
    }

    /** {@return all engines, the preferred one first, whether they run here or not} */
    static List<SpoutEngine> engines() {
        return ServiceLoader.load(SpoutEngine.class, SpoutEngine.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).sorted(Comparator.comparingInt(SpoutEngine::priority).reversed())
                .toList();
    }

    /** {@return the engine's name} */
    String engine();

    /**
     * A sender to be opened.
     *
     * @param name becomes {@code name_1}, {@code name_2}, … where a live sender has it
     * @return asks for the size, then opens it
     * @throws IllegalArgumentException where no sender can have that name
     */
    SpoutSender.Builder sender(String name);

    /** {@return a receiver to be opened, of the active sender, whichever that is at the time} */
    SpoutReceiver.Builder receiver();

    /**
     * A receiver of one sender.
     *
     * @param name the sender's exact name; it need not be there yet
     * @return opens it
     * @throws IllegalArgumentException where no sender can have that name
     */
    SpoutReceiver.Builder receiver(String name);

    /** {@return the sender directory} */
    SenderDirectory senders();

    /** {@return the graphics adapters of this machine, in the system's order; none where Direct3D is missing} */
    List<Adapter> adapters();

    /**
     * Creates the memory buffer of a name, or opens the existing one, which keeps its capacity.
     *
     * @param name     the sender's name, or any other that the programs have agreed on
     * @param capacity bytes, at least 1
     * @return to be closed by the caller
     * @throws SpoutException where the name's memory is in use for something else, such as memory share
     */
    MemoryBuffer createMemoryBuffer(String name, int capacity);

    /**
     * Opens the memory buffer of a name.
     *
     * @param name the name that its creator gave it
     * @return to be closed by the caller
     * @throws SpoutException where there is none
     */
    MemoryBuffer openMemoryBuffer(String name);

    /**
     * The frame sync event of a name, made where it does not exist.
     *
     * @param name the sender's name, or any other that the programs have agreed on
     * @return to be closed by the caller
     */
    FrameSync frameSync(String name);

    /** {@return Spout's settings of this user} */
    Settings settings();

    /** {@return what this engine finds about itself and the system: for {@code spout doctor} and bug reports} */
    List<Finding> diagnose();

    /** Closes all that was opened with it. Idempotent. */
    @Override
    void close();
}
