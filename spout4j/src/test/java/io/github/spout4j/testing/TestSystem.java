package io.github.spout4j.testing;

import io.github.spout4j.kernel.KernelSystem;

/** The system under test: that of the machine. Its classes are named as text, as one system's do not load on the other. */
public final class TestSystem {
    public static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final String NAME = WINDOWS
            ? "io.github.spout4j.kernel.win32.Win32System"
            : "io.github.spout4j.kernel.posix.PosixSystem";

    private TestSystem() {}

    public static KernelSystem open() {
        try {
            return (KernelSystem) Class.forName(NAME).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no " + NAME, e);
        }
    }
}
