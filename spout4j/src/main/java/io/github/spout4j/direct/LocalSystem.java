package io.github.spout4j.direct;

import io.github.spout4j.d3d11.LegacySharedHandles;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.posix.PosixSystem;
import io.github.spout4j.kernel.win32.Win32System;
import io.github.spout4j.memoryshare.ByteFormat;
import io.github.spout4j.texture.TextureSystem;
import java.util.Locale;
import java.util.Optional;

/** The system that this JVM runs on. */
record LocalSystem(KernelSystem kernel, ByteFormat memoryShareBytes, Optional<TextureSystem> textures) {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private static final class Holder {
        static final LocalSystem SYSTEM = windows()
                ? windows(new LegacySharedHandles())
                : new LocalSystem(new PosixSystem(), ByteFormat.AS_PUBLISHED, Optional.empty());
    }

    /** Windows, with another way to hand textures on; for tests on systems that lack Windows' own. */
    static LocalSystem windows(SharedHandles handles) {
        return new LocalSystem(new Win32System(), ByteFormat.RGBA_ALWAYS, Optional.of(new TextureSystem(handles)));
    }

    /** Why textures cannot be shared here; empty where they can. */
    Optional<String> texturesUnavailable() {
        return textures.isEmpty() ? Optional.of("Direct3D 11 is on Windows alone") : textures.get().unavailable();
    }

    /** Why spout4j does not run here; empty where it does. */
    static Optional<String> unsupported() {
        if (!windows() && !OS.contains("linux") && !OS.contains("mac")) {
            return Optional.of("it runs on Windows, Linux and macOS, not on " + System.getProperty("os.name"));
        }
        if (!System.getProperty("sun.arch.data.model", "64").equals("64")) {
            return Optional.of("it needs a 64-bit Java");
        }
        return Optional.empty();
    }

    /** One for the whole process: its objects are shared by all that is opened. */
    static LocalSystem get() {
        return Holder.SYSTEM;
    }

    private static boolean windows() {
        return OS.startsWith("windows");
    }
}
