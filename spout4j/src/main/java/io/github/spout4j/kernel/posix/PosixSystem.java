package io.github.spout4j.kernel.posix;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.kernel.Utf8Names;
import java.nio.file.Path;
import java.util.List;

/**
 * Named objects on Linux and macOS, shared by the processes of one user. They live in a private directory: that of the
 * system property {@code spout.directory}, else {@code spout4j-<uid>} in /dev/shm or the temporary directory.
 */
public record PosixSystem(String description, KernelObjects objects, Settings settings, NameEncoding names,
        Path directory)
        implements
            KernelSystem {
    public PosixSystem() {
        this(PrivateDirectory.standard());
    }

    /**
     * Uses {@code directory}, and makes it where it is missing.
     *
     * @throws io.github.spout4j.SpoutException where others could reach into it
     */
    public PosixSystem(Path directory) {
        this(new SettingsFile(SettingsFile.standard()), ObjectDirectory.at(directory.toAbsolutePath()),
                new Utf8Names());
    }

    private PosixSystem(Settings settings, ObjectDirectory directory, NameEncoding names) {
        this("POSIX mapped files in " + directory.path(), new PosixObjects(directory, names), settings, names,
                directory.path());
    }

    @Override
    public List<Finding> elsewhere() {
        return PrivateDirectory.others(directory).stream().map(PosixSystem::anotherUser).toList();
    }

    private static Finding anotherUser(Path place) {
        return new Finding("another user", place + ": programs that meet there are not seen here", Level.OK,
                "a sender that is missing may be one of these: run it as the same user, with the same -Dspout.directory");
    }
}
