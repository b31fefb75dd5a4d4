package io.github.spout4j.kernel.posix;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.Settings;
import java.nio.file.Path;

/**
 * Named objects on Linux and macOS, shared by the processes of one user. They live in a private directory: that of the
 * system property {@code spout.directory}, else {@code spout4j-<uid>} in /dev/shm or the temporary directory.
 */
public final class PosixSystem implements KernelSystem {
    private final NameEncoding names = new Utf8Names();
    private final Settings settings = new SettingsFile(SettingsFile.standard());
    private final ObjectDirectory directory;
    private final KernelObjects objects;

    public PosixSystem() {
        this(PrivateDirectory.standard());
    }

    /**
     * Uses {@code directory}, and makes it where it is missing.
     *
     * @throws io.github.spout4j.SpoutException where others could reach into it
     */
    public PosixSystem(Path directory) {
        this.directory = ObjectDirectory.at(directory.toAbsolutePath());
        this.objects = new PosixObjects(this.directory, names);
    }

    @Override
    public String description() {
        return "POSIX mapped files in " + directory.path();
    }

    @Override
    public KernelObjects objects() {
        return objects;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public NameEncoding names() {
        return names;
    }
}
