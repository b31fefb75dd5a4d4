package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Settings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Lines {@code name=value}, the value an unsigned decimal of 32 bits; other lines are kept as they are. */
final class SettingsFile implements Settings {
    static final String PROPERTY = "spout.settings";
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    private final Path file;
    private final Map<String, String> complained = new ConcurrentHashMap<>();

    SettingsFile(Path file) {
        this.file = file;
    }

    /** Where this system's users expect settings. */
    static Path standard() {
        return GivenPath.ofProperty(PROPERTY)
                .orElseGet(() -> usual().resolve("spout4j").resolve("settings.properties"));
    }

    private static Path usual() {
        return LibC.LINUX
                ? Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                        .map(set -> GivenPath.of(set, "the variable XDG_CONFIG_HOME")).filter(Path::isAbsolute)
                        .orElseGet(() -> home().resolve(".config"))
                : home().resolve("Library", "Application Support");
    }

    private static Path home() {
        return GivenPath.of(System.getProperty("user.home"), "the property user.home");
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public OptionalInt get(String name) {
        requireName(name);
        try {
            for (String line : lines()) {
                if (name.equals(nameIn(line))) {
                    return number(name, line.substring(line.indexOf('=') + 1).strip());
                }
            }
        } catch (IOException e) {
            complain("", e.toString());
        }
        return OptionalInt.empty();
    }

    @Override
    public void set(String name, int value) {
        change(name, List.of(name + "=" + Integer.toUnsignedString(value)));
    }

    @Override
    public void remove(String name) {
        if (Files.exists(file)) {
            change(name, List.of());
        }
    }

    private void change(String name, List<String> instead) {
        requireName(name);
        try {
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            try (DirectoryLock _ = DirectoryLock.take(directory.toRealPath())) {
                List<String> lines = new ArrayList<>(lines());
                lines.removeIf(line -> name.equals(nameIn(line)));
                lines.addAll(instead);
                replace(lines);
            }
        } catch (IOException e) {
            throw new SpoutException("cannot write the setting " + name + " to " + file + ": " + e, e);
        }
    }

    private void replace(List<String> lines) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        Path fresh = Files.createTempFile(target.toAbsolutePath().getParent(), "settings", ".new");
        try {
            Files.write(fresh, lines);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private static String nameIn(String line) {
        int equals = line.indexOf('=');
        return equals < 0 ? "" : line.substring(0, equals).strip();
    }

    private OptionalInt number(String name, String text) {
        try {
            int value = Integer.parseUnsignedInt(text);
            complained.remove(name);
            return OptionalInt.of(value);
        } catch (NumberFormatException _) {
            complain(name, name + "=" + text + " is not a number of 32 bits");
            return OptionalInt.empty();
        }
    }

    /** Logs, but not the same thing at every frame. */
    private void complain(String about, String what) {
        if (!what.equals(complained.put(about, what))) {
            LOG.log(Level.WARNING, "settings file {0}: {1}", file, what);
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a setting's name");
        }
    }
}
