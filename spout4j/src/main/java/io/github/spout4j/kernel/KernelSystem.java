package io.github.spout4j.kernel;

import io.github.spout4j.Finding;
import java.util.List;

/** What the protocol needs of an operating system. */
public interface KernelSystem {
    /** For people: "Windows kernel objects" or "POSIX mapped files in (directory)". */
    String description();

    /** Where else on this machine programs may meet, which are not seen from here. */
    default List<Finding> elsewhere() {
        return List.of();
    }

    /** The named objects. */
    KernelObjects objects();

    /** Spout's user settings. */
    Settings settings();

    /** How names are written as bytes. */
    NameEncoding names();
}
