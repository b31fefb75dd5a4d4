package io.github.spout4j.direct;

import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.LegacySharedHandles;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NativeAccess;
import io.github.spout4j.kernel.posix.PosixSystem;
import io.github.spout4j.kernel.win32.Win32System;
import io.github.spout4j.memoryshare.ByteFormat;
import io.github.spout4j.texture.TextureSystem;
import java.util.Locale;
import java.util.Optional;

/** The system that this JVM runs on. */
record LocalSystem(KernelSystem kernel, ByteFormat memoryShareBytes, Optional<TextureSystem> textures) {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private static LocalSystem shared;

    /** Windows, with another way to hand textures on; for tests on systems that lack Windows' own. */
    static LocalSystem windows(SharedHandles handles) {
        return new LocalSystem(new Win32System(), ByteFormat.RGBA_ALWAYS, Optional.of(new TextureSystem(handles)));
    }

    /** Whether this system has programs on the C++ SDK: they share textures. */
    boolean sdkPrograms() {
        return textures.isPresent();
    }

    /** Whether memory share goes by a ring of frames: where no program reads that of 2.006. */
    boolean rings() {
        return memoryShareBytes == ByteFormat.AS_PUBLISHED;
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
        return NativeAccess.missing();
    }

    /**
     * One for the whole process: its objects are shared by all that is opened.
     *
     * @throws SpoutException where it cannot be used now; the next call tries again
     */
    static synchronized LocalSystem get() {
        if (shared == null) {
            shared = open();
        }
        return shared;
    }

    private static LocalSystem open() {
        try {
            return windows()
                    ? windows(new LegacySharedHandles())
                    : new LocalSystem(new PosixSystem(), ByteFormat.AS_PUBLISHED, Optional.empty());
        } catch (LinkageError e) {
            throw new SpoutException("the system's own libraries cannot be called: " + e, e);
        }
    }

    private static boolean windows() {
        return OS.startsWith("windows");
    }
}
