package io.github.spout4j.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names that seem dead, and since when: believed only after {@link Patience#DOUBT_NANOS}. Guarded by the caller. */
final class Suspects {
    private final Map<NameBytes, Long> since = new HashMap<>();

    /** Notes which of the names seem dead now, and tells which have seemed so for long enough. */
    Set<NameBytes> look(Set<NameBytes> names, Predicate<NameBytes> dead, long now) {
        since.keySet().retainAll(names);
        for (NameBytes name : names) {
            if (dead.test(name)) {
                since.putIfAbsent(name, now);
            } else {
                since.remove(name);
            }
        }
        return since.entrySet().stream().filter(entry -> now - entry.getValue() >= Patience.DOUBT_NANOS)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Whether the name seems dead, for however long. */
    boolean contains(NameBytes name) {
        return since.containsKey(name);
    }

    /** Whether any name seems dead, for however long. */
    boolean any() {
        return !since.isEmpty();
    }
}
