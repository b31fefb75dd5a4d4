package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/** Where libpipewire-0.3 is, and whether it can be used. */
@SuppressWarnings("restricted")
public final class LibraryFile {
    private static final String NAME = "libpipewire-0.3.so.0";
    /** Of 0.3.50 and later. */
    private static final String NEEDED = "pw_stream_get_time_n";

    private static SymbolLookup found;
    private static String missing;

    private LibraryFile() {}

    /** Why PipeWire cannot be used here, in a line for people; empty where it can. */
    public static synchronized Optional<String> unavailable() {
        if (!isOfThisSystem()) {
            return Optional.of("PipeWire is on Linux alone");
        }
        if (!System.getProperty("sun.arch.data.model", "64").equals("64")) {
            return Optional.of("it needs a 64-bit Java");
        }
        if (found == null && missing == null) {
            look();
        }
        return Optional.ofNullable(missing);
    }

    /** Whether PipeWire exists on this system at all. */
    public static boolean isOfThisSystem() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private static void look() {
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(NAME, Arena.global());
            if (symbols.find(NEEDED).isPresent()) {
                found = symbols;
            } else {
                missing = NAME + " is older than 0.3.50; update PipeWire";
            }
        } catch (IllegalArgumentException _) {
            missing = NAME + " is not installed (Debian: libpipewire-0.3-0)";
        }
    }

    /** The library's own word; for where it can be used. */
    public static String version() {
        return LibPipeWire.version();
    }

    static boolean isAtLeast(int major, int minor, int micro) {
        String[] numbers = (version() + "...").split("[^0-9]", -1);
        int[] needed = {major, minor, micro};
        for (int i = 0; i < needed.length; i++) {
            int number = numbers[i].isEmpty() ? 0 : Integer.parseInt(numbers[i]);
            if (number != needed[i]) {
                return number > needed[i];
            }
        }
        return true;
    }

    static synchronized SymbolLookup symbols() {
        unavailable().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return found;
    }
}
