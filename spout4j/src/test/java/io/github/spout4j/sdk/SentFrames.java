package io.github.spout4j.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** When each frame of a sender was issued, and when its pixels began to land and were complete. Thread-safe. */
public final class SentFrames {
    private final TreeMap<Integer, Times> frames = new TreeMap<>();

    /** Points of {@link System#nanoTime()}, which is one clock for all processes of a machine. */
    public record Times(long issued, long began, long complete) {}

    synchronized void add(int number, Times times) {
        frames.put(number, times);
    }

    /** By frame number. */
    public synchronized TreeMap<Integer, Times> all() {
        return new TreeMap<>(frames);
    }

    /** One line. */
    public synchronized String text() {
        return frames.entrySet().stream().map(SentFrames::text).collect(Collectors.joining(" "));
    }

    private static String text(Map.Entry<Integer, Times> frame) {
        Times times = frame.getValue();
        return frame.getKey() + ":" + times.issued + ":" + times.began + ":" + times.complete;
    }

    public static SentFrames parse(String text) {
        SentFrames sent = new SentFrames();
        for (String frame : text.split(" ")) {
            if (!frame.isBlank()) {
                long[] numbers = Arrays.stream(frame.strip().split(":")).mapToLong(Long::parseLong).toArray();
                sent.add((int) numbers[0], new Times(numbers[1], numbers[2], numbers[3]));
            }
        }
        return sent;
    }

    /** Readers see this or what was there before, never half of it. */
    void save(Path file) {
        try {
            Path part = Path.of(file + ".part");
            Files.writeString(part, text());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where there is no such file. */
    static SentFrames load(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            return new SentFrames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
