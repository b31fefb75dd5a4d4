package io.github.spout4j.media;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The installed program ffmpeg, with ffprobe beside it. It is found by the variable {@code SPOUT_FFMPEG} (the program, or the folder it is in), else in
 * PATH.
 */
public final class Ffmpeg {
    private static final String VARIABLE = "SPOUT_FFMPEG";
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+).*");
    private static final Pattern NUMBERS = Pattern.compile("n?(\\d+)\\.(\\d+).*");
    private static final long PATIENCE_SECONDS = 10;
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path program;
    private final Optional<Path> prober;
    private final String version;
    private volatile String encoders;

    private Ffmpeg(Path program, Optional<Path> prober, String version) {
        this.program = program;
        this.prober = prober;
        this.version = version;
    }

    /**
     * Finds the program.
     *
     * @return it
     * @throws FilmException where there is none; the message says how to install it on this system
     */
    public static Ffmpeg find() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return at(
                    path(named).orElseThrow(() -> FilmException.badInput(VARIABLE + " is no path: \"" + named + "\"")));
        }
        return inPath("ffmpeg").map(Ffmpeg::at).orElseThrow(() -> FilmException.badInput(
                "films, cameras and streams need the program ffmpeg, which is not in PATH; install it: "
                        + installing()));
    }

    /**
     * The program at a place.
     *
     * @param place the program itself, or the folder that it is in
     * @return it
     * @throws FilmException where there is none, or it does not run
     */
    public static Ffmpeg at(Path place) {
        Path file = Files.isDirectory(place) ? inFolder(place, "ffmpeg").orElse(place.resolve("ffmpeg")) : place;
        if (!Files.isRegularFile(file)) {
            throw FilmException
                    .badInput("there is no ffmpeg at \"" + file + "\"; correct " + VARIABLE + ", or install it: "
                            + installing());
        }
        Path absolute = file.toAbsolutePath();
        if (WINDOWS && !file.toString().toLowerCase(Locale.ROOT).endsWith(".exe")) {
            throw FilmException
                    .badInput("\"" + file + "\" is no .exe: a script would have its arguments read by a shell, which "
                            + "a film's name could misuse; name ffmpeg.exe itself");
        }
        String first = output(List.of(absolute.toString(), "-hide_banner", "-version")).lines().findFirst().orElse("");
        Matcher matcher = VERSION.matcher(first);
        if (!matcher.matches()) {
            throw FilmException.badInput("\"" + file + "\" is no ffmpeg that runs: it says \"" + first + "\"");
        }
        Optional<Path> beside = inFolder(absolute.getParent(), "ffprobe");
        return new Ffmpeg(absolute, beside.isPresent() ? beside : inPath("ffprobe"), matcher.group(1));
    }

    /** {@return where the program is} */
    public Path program() {
        return program;
    }

    /** {@return what it says of itself, such as 5.1.6} */
    public String version() {
        return version;
    }

    /** {@return what films and streams want and this ffmpeg lacks, each with what it is for; empty where there is all} */
    public List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        String protocols = output(List.of(program.toString(), "-hide_banner", "-protocols"));
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("libx264", "H.264 in mp4 and streams");
        wanted.put("ffv1", "lossless mkv");
        wanted.put("prores_ks", "ProRes");
        wanted.put("libvpx-vp9", "webm");
        wanted.forEach((name, purpose) -> {
            if (!encodes(name)) {
                lacks.add(name + " (" + purpose + ")");
            }
        });
        if (protocols.lines().noneMatch(line -> line.strip().equals("srt"))) {
            lacks.add("srt (relay)");
        }
        if (prober.isEmpty()) {
            lacks.add("ffprobe (size and rate of films)");
        }
        return lacks;
    }

    /** Whether it has that encoder. */
    boolean encodes(String name) {
        String all = encoders;
        if (all == null) {
            all = output(List.of(program.toString(), "-hide_banner", "-encoders"));
            encoders = all;
        }
        return all.contains(" " + name + " ");
    }

    /** Where ffprobe is. */
    Path prober() {
        return prober.orElseThrow(() -> FilmException.badInput(
                "there is no ffprobe beside \"" + program + "\", nor in PATH; install the whole of ffmpeg: "
                        + installing()));
    }

    /** Whether it is of that version or a later one; builds without a number are taken for new. */
    boolean isAtLeast(int major, int minor) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return true;
        }
        int itsMajor = Integer.parseInt(numbers.group(1));
        return itsMajor > major || itsMajor == major && Integer.parseInt(numbers.group(2)) >= minor;
    }

    private static String installing() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "winget install ffmpeg";
        }
        if (system.startsWith("mac")) {
            return "brew install ffmpeg";
        }
        for (Map.Entry<String, String> each : Map.of("apt-get", "sudo apt install ffmpeg", "dnf",
                "sudo dnf install ffmpeg-free", "pacman", "sudo pacman -S ffmpeg", "zypper",
                "sudo zypper install ffmpeg")
                .entrySet()) {
            if (inPath(each.getKey()).isPresent()) {
                return each.getValue();
            }
        }
        return "by your system's packages";
    }

    private static Optional<Path> inPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty()).flatMap(folder -> path(folder).stream()).filter(Path::isAbsolute)
                .flatMap(folder -> inFolder(folder, name).stream()).findFirst();
    }

    private static Optional<Path> inFolder(Path folder, String name) {
        return Optional.of(folder.resolve(WINDOWS ? name + ".exe" : name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            Thread killer = Thread.ofVirtual().start(() -> {
                try {
                    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        process.destroyForcibly();
                    }
                } catch (InterruptedException _) {
                    process.destroyForcibly();
                }
            });
            try {
                StringBuilder text = new StringBuilder();
                process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> text.append(line).append('\n'));
                return text.toString();
            } finally {
                killer.interrupt();
            }
        } catch (IOException e) {
            throw FilmException.badInput("\"" + command.getFirst() + "\" cannot be run: " + e.getMessage());
        }
    }
}
