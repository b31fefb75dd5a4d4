package io.github.spout4j.sdk;

import io.github.spout4j.Transport;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an {@link SdkSender} sends, given as words {@code key=value}; times are ms:
 *
 * <pre>
 * name=NAME           the sender's name; as it is, never numbered
 * transport=MEMORY    memory share of 2.006; or TEXTURE
 * size=320x180        pixels
 * hz=60               frames a second
 * counted=false       whether frames are counted
 * late=0              pixels land so long after the frame is counted; or 0..8, each frame another time. 0: before it is
 * blocks=2            late pixels land in so many blocks of rows, outside of the lock
 * gap=0.5             from one block to the next
 * jitter=0            each frame early or late by this at most
 * pause=0             nothing comes in the last so many ms of each second
 * burst=1x0           3x4: three frames 4 ms apart, then nothing until the next three are due
 * change=ALL          or SMALL, NONE
 * lock=true           whether it takes the lock: the SDK takes none any more once a program has switched counting off
 * first=1             the number of the first frame
 * seed=1              of all that is random
 * </pre>
 */
public final class SdkSenderOptions {
    private static final double MILLI = 1e6;
    private static final Set<String> KEYS = Set.of("name", "transport", "size", "hz", "counted", "late", "blocks",
            "gap", "jitter", "pause", "burst", "change", "lock", "first", "seed");

    private final Map<String, String> values;

    private SdkSenderOptions(Map<String, String> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException where a word is none of those above */
    public static SdkSenderOptions of(String... words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || !KEYS.contains(word.substring(0, equals))) {
                throw new IllegalArgumentException("\"" + word + "\" is no KEY=VALUE with a key of " + KEYS);
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new SdkSenderOptions(values);
    }

    /** These, and others where they say more or something else. */
    public SdkSenderOptions with(String... words) {
        Map<String, String> both = new LinkedHashMap<>(values);
        both.putAll(of(words).values);
        return new SdkSenderOptions(both);
    }

    static boolean isOption(String word) {
        return KEYS.contains(word.split("=", 2)[0]);
    }

    public String name() {
        return Optional.ofNullable(values.get("name"))
                .orElseThrow(() -> new IllegalArgumentException("name=NAME is missing"));
    }

    public Transport transport() {
        return Transport.valueOf(values.getOrDefault("transport", "MEMORY"));
    }

    public int width() {
        return pair("size", "320x180")[0];
    }

    public int height() {
        return pair("size", "320x180")[1];
    }

    public boolean counted() {
        return Boolean.parseBoolean(values.getOrDefault("counted", "false"));
    }

    public Change change() {
        return Change.valueOf(values.getOrDefault("change", "ALL"));
    }

    boolean locks() {
        return Boolean.parseBoolean(values.getOrDefault("lock", "true"));
    }

    int first() {
        return Integer.parseInt(values.getOrDefault("first", "1"));
    }

    public double hertz() {
        return Double.parseDouble(values.getOrDefault("hz", "60"));
    }

    /** Frames a second, pauses included. */
    public double meanHertz() {
        return hertz() * (1 - nanos("pause", "0") / (1000 * MILLI));
    }

    Rhythm rhythm() {
        String[] burst = values.getOrDefault("burst", "1x0").split("x");
        return new Rhythm(hertz(), nanos("jitter", "0"), nanos("pause", "0"), Integer.parseInt(burst[0]),
                nanos(burst[1]), seed());
    }

    Lateness lateness() {
        String[] late = values.getOrDefault("late", "0").split("\\.\\.");
        return new Lateness(nanos(late[0]), nanos(late[late.length - 1]),
                Integer.parseInt(values.getOrDefault("blocks", "2")), nanos("gap", "0.5"), seed());
    }

    private long seed() {
        return Long.parseLong(values.getOrDefault("seed", "1"));
    }

    private int[] pair(String key, String otherwise) {
        return Arrays.stream(values.getOrDefault(key, otherwise).split("x")).mapToInt(Integer::parseInt).toArray();
    }

    private long nanos(String key, String otherwise) {
        return nanos(values.getOrDefault(key, otherwise));
    }

    private static long nanos(String millis) {
        return Math.round(Double.parseDouble(millis) * MILLI);
    }

    /** The words again. */
    public String[] words() {
        return values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return values.entrySet().stream().filter(entry -> !entry.getKey().equals("name"))
                .map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(" "));
    }
}
