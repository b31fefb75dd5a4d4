package io.github.spout4j.media;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A pipe in a private folder: a child has one end as its standard stream, and this program has the other as a channel, which moves pixels to
 * and from memory without a copy through Java's heap. Closed once both have opened it, when its name is gone.
 */
final class NamedPipe implements AutoCloseable {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path folder;
    private final Path pipe;
    private final int held;

    private NamedPipe(Path folder, Path pipe, int held) {
        this.folder = folder;
        this.pipe = pipe;
        this.held = held;
    }

    /** Whether there are such pipes on this system. */
    static boolean supported() {
        return !WINDOWS;
    }

    static NamedPipe make() throws IOException {
        Leftovers.remove();
        Path folder = Files.createTempDirectory(Leftovers.PIPE);
        Path pipe = folder.resolve("pipe");
        boolean made = PosixPipes.make(pipe.toString());
        int held = made ? PosixPipes.hold(pipe.toString()) : -1;
        NamedPipe named = new NamedPipe(folder, pipe, held);
        if (held < 0) {
            named.close();
            throw new IOException("no pipe can be made in \"" + folder.getParent() + "\"");
        }
        return named;
    }

    /** The child's end. */
    File file() {
        return pipe.toFile();
    }

    FileChannel reading() throws IOException {
        return open(StandardOpenOption.READ);
    }

    FileChannel writing() throws IOException {
        return open(StandardOpenOption.WRITE);
    }

    private FileChannel open(OpenOption way) throws IOException {
        return FileChannel.open(pipe, way);
    }

    @Override
    public void close() throws IOException {
        if (held >= 0) {
            PosixPipes.close(held);
        }
        Files.deleteIfExists(pipe);
        Files.deleteIfExists(folder);
    }
}
