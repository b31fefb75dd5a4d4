package io.github.spout4j.kernel;

/** What the protocol needs of an operating system. */
public interface KernelSystem {
    /** For people: "Windows kernel objects" or "POSIX mapped files in (directory)". */
    String description();

    /** The named objects. */
    KernelObjects objects();

    /** Spout's user settings. */
    Settings settings();

    /** How names are written as bytes. */
    NameEncoding names();
}
