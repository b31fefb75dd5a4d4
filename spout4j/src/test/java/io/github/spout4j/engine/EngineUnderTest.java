package io.github.spout4j.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.LegacySharedHandles;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import io.github.spout4j.texture.TextureSystem;

/**
 * The engine that these tests are about: that of the system property {@code spout.engine}, "direct" where it is not set. On
 * POSIX it has a directory of its own, so that nobody else's senders are seen; so has "pipewire" a {@link DaemonUnderTest}.
 */
final class EngineUnderTest {
    /** Long enough for a busy machine; nothing waits that long where all is well. */
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Duration SHORT = Duration.ofMillis(100);
    static final List<PixelFormat> FORMATS = List.of(PixelFormat.RGBA8, PixelFormat.BGRA8);
    static final List<Size> SIZES = List.of(new Size(1, 1), new Size(2, 3), new Size(17, 9), new Size(639, 361),
            new Size(1920, 1080), new Size(3840, 2160));
    static final List<Size> SMALL_SIZES = SIZES.subList(0, 4);

    private static final boolean PIPEWIRE = engine().equals("pipewire");
    private static final Path DIRECTORY = TestSystem.WINDOWS ? null : privateDirectory();

    private static Transport transport;

    static {
        if (PIPEWIRE) {
            DaemonUnderTest.start();
        }
    }

    private EngineUnderTest() {}

    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    static Spout open() {
        return Spout.open(engine());
    }

    private static String engine() {
        return System.getProperty("spout.engine", "direct");
    }

    /** Whether its directory tells how many frames a sender has counted. */
    static boolean counts() {
        return !PIPEWIRE;
    }

    /** Whether it has memory buffers and frame sync. */
    static boolean hasData() {
        return !PIPEWIRE;
    }

    /** Whether senders, their locks and who they are are objects that programs find by name. */
    static boolean namesObjects() {
        return !PIPEWIRE;
    }

    /** Whether the newest sender becomes the active one when that leaves; else the first in the list. */
    static boolean newestIsActive() {
        return PIPEWIRE;
    }

    /** The way of pixels that its senders choose by themselves. */
    static synchronized Transport transport() {
        if (transport == null) {
            try (Spout spout = open(); SpoutSender sender = spout.sender(UniqueName.of("way")).size(1, 1).open()) {
                transport = sender.transport();
            }
        }
        return transport;
    }

    static boolean sharesTextures() {
        return transport() == Transport.TEXTURE;
    }

    /** Whether its senders write to a ring of frames: no reader holds the sender up, nor is what was sent before ever taken away. */
    static boolean rings() {
        return !TestSystem.WINDOWS && !PIPEWIRE;
    }

    /** Whether a reader has memory of its own or the sender's, so that it holds nobody up. */
    static boolean lends() {
        return rings() || PIPEWIRE;
    }

    /** How many received frames may be in use: of PipeWire's, one is lent and the others are copies. */
    static int mostOut() {
        return PIPEWIRE ? 9 : 8;
    }

    /** Whether a frame that was begun and is never done leaves the one before for those who have not had it. */
    static boolean keepsTheFrameBefore() {
        return sharesTextures() || lends();
    }

    /** Why its senders share no textures; empty where they do. */
    static Optional<String> texturesMissing() {
        if (sharesTextures()) {
            return Optional.empty();
        }
        if (PIPEWIRE) {
            return Optional.of("PipeWire has no Direct3D textures");
        }
        return Optional.of(TestSystem.WINDOWS
                ? new TextureSystem(new LegacySharedHandles()).unavailable()
                        .orElse("Spout's settings ask for memory share")
                : "Direct3D 11 is on Windows alone");
    }

    /** Why its pixels do not reach other processes; empty where they do. */
    static Optional<String> confined() {
        return engine().equals("textures-in-process")
                ? Optional.of("the textures of the engine " + engine() + " are shared within one process alone")
                : Optional.empty();
    }

    /** What is left of shared objects, by file name, or of nodes; nothing on Windows, which cannot list them. */
    static List<String> leftovers() {
        if (PIPEWIRE) {
            return DaemonUnderTest.leftovers();
        }
        if (DIRECTORY == null) {
            return List.of();
        }
        TestSystem.open(); // which removes what killed processes have left
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path privateDirectory() {
        String known = System.getProperty("spout.directory");
        if (known != null) {
            return Path.of(known);
        }
        try {
            Path memory = Path.of("/dev/shm");
            Path directory = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "spout4j-test")
                    : Files.createTempDirectory("spout4j-test");
            System.setProperty("spout.directory", directory.toString());
            System.setProperty("spout.settings", directory + ".settings");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException _) {
            // somebody still uses it, or did so already
        }
    }
}
