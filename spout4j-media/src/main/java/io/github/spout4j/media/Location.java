package io.github.spout4j.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a film comes from or goes to, in ffmpeg's words, which no file's name can turn into anything else.
 *
 * @param kind     what it is
 * @param text     what was written
 * @param argument what ffmpeg is told
 */
record Location(Kind kind, String text, String argument) {
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z]+://([^/?#]*).*");
    private static final Pattern PORT = Pattern.compile("(?:.*@)?(\\[[^]]*]|[^:]*):(\\d{1,5})");
    private static final Pattern NUMBERED = Pattern.compile("([^%]*)%(0\\d)?d([^%]*)");
    private static final String FILE_URL = "file://";
    private static final int HIGHEST_PORT = 65535;

    enum Kind {
        FILE, PICTURES, STREAM, DEVICE
    }

    /** @param format ffmpeg's name of a device or format; null where it is to find out */
    static Location ofInput(String text, String format) {
        requirePlain(text);
        if (text.regionMatches(true, 0, FILE_URL, 0, FILE_URL.length())) {
            return ofInput(path(text).toString(), format);
        }
        if (URL.matcher(text).matches()) {
            return stream(text);
        }
        if (format != null && Device.is(format)) {
            return new Location(Kind.DEVICE, text, text);
        }
        if (NUMBERED.matcher(text).matches() && !Files.exists(path(text))) {
            Path pattern = path(text).toAbsolutePath();
            return new Location(Kind.PICTURES, text,
                    "file:" + pattern.resolveSibling("x").toString().replace("%", "%%").replaceFirst("x$", "")
                            + pattern.getFileName());
        }
        return new Location(Kind.FILE, text, file(path(text)));
    }

    static Location ofOutput(String text) {
        requirePlain(text);
        if (URL.matcher(text).matches()) {
            return stream(text);
        }
        if (isOutputDevice(text)) {
            return new Location(Kind.DEVICE, text, text);
        }
        return new Location(Kind.FILE, text, file(path(text)));
    }

    /** Whether it is called as devices are that can be written to. */
    static boolean isOutputDevice(String text) {
        return text.startsWith("/dev/video");
    }

    /** Whether it looks like an address of a stream. */
    static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    /** Of a stream, such as "srt"; else empty. */
    String scheme() {
        Matcher matcher = URL.matcher(text);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    Path path() {
        return path(text);
    }

    /** The number of the first of the pictures. */
    long firstNumber() {
        Path pattern = path().toAbsolutePath();
        Matcher matcher = NUMBERED.matcher(pattern.getFileName().toString());
        if (!matcher.matches()) {
            throw FilmException.badInput(
                    "\"" + text + "\" is no pattern: one %d or %04d, in the file's name, stands for the number");
        }
        Pattern name = Pattern
                .compile(Pattern.quote(matcher.group(1)) + "(\\d{1,9})" + Pattern.quote(matcher.group(3)));
        try (Stream<Path> files = Files.list(pattern.getParent())) {
            OptionalLong first = files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches).mapToLong(match -> Long.parseLong(match.group(1))).min();
            return first.orElseThrow(() -> FilmException.badInput("there is no picture \"" + text
                    + "\", with whatever number"));
        } catch (IOException e) {
            throw FilmException.badInput("the folder of \"" + text + "\" cannot be read: " + reason(e));
        }
    }

    /** Checks what can be checked without ffmpeg. */
    Location requireReadable() {
        switch (kind) {
            case FILE -> {
                if (!Files.exists(path())) {
                    throw FilmException.badInput("there is no file \"" + text + "\"");
                }
                if (Files.isDirectory(path())) {
                    throw FilmException.badInput("\"" + text + "\" is a folder; name a film in it");
                }
                if (!Files.isReadable(path())) {
                    throw FilmException.badInput("\"" + text + "\" may not be read by you");
                }
            }
            case PICTURES -> firstNumber();
            case STREAM -> requirePort();
            default -> {
                // ffmpeg knows its devices
            }
        }
        return this;
    }

    /** Checks that it has a port where there is no usual one. */
    Location requirePort() {
        if (!scheme().equals("srt") && !scheme().equals("udp") && !scheme().equals("tcp")) {
            return this;
        }
        Matcher authority = AUTHORITY.matcher(text);
        Matcher port = PORT.matcher(authority.matches() ? authority.group(1) : "");
        if (!port.matches() || Integer.parseInt(port.group(2)) < 1 || Integer.parseInt(port.group(2)) > HIGHEST_PORT) {
            throw FilmException.badInput("\"" + text + "\" lacks a port: write " + scheme() + "://HOST:PORT, such as "
                    + scheme() + "://192.168.1.20:9000");
        }
        return this;
    }

    private static Location stream(String text) {
        return new Location(Kind.STREAM, text, text);
    }

    private static void requirePlain(String text) {
        if (text.isBlank()) {
            throw FilmException.badInput("a film's name cannot be empty");
        }
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw FilmException.badInput("\"" + text + "\" has control characters, which no film's name has here");
        }
    }

    private static Path path(String text) {
        try {
            return text.regionMatches(true, 0, FILE_URL, 0, FILE_URL.length())
                    ? Path.of(URI.create(text))
                    : Path.of(text);
        } catch (InvalidPathException e) {
            throw FilmException.badInput("\"" + text + "\" can be no file's name: " + e.getReason());
        } catch (IllegalArgumentException e) {
            throw FilmException.badInput("\"" + text + "\" can be no file's name: " + e.getMessage());
        }
    }

    private static String file(Path path) {
        return "file:" + path.toAbsolutePath();
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "there is none" : e.getMessage();
    }
}
