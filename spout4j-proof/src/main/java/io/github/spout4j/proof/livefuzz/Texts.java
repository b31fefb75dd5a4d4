package io.github.spout4j.proof.livefuzz;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each text came. Thread-safe. */
final class Texts {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** A text without names and numbers. */
    static String plain(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).replaceAll("/[^ ,:;]+", "FILE").replaceAll("\"[^\"]*\"", "NAME")
                .replaceAll("\\d+", "N").replaceAll("\\S*N-N\\S*", "NAME");
    }

    void add(String text) {
        counts.merge(text, 1L, Long::sum);
    }

    void most(String text, long value) {
        counts.merge(text, value, Math::max);
    }

    Map<String, Long> all() {
        return Map.copyOf(counts);
    }
}
