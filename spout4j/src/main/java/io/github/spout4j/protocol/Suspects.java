package io.github.spout4j.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names that seem dead, and since when: believed when they still do after {@link Patience#DOUBT_NANOS}. Too long between two
 * looks, and a sender may have come and gone: then doubt begins anew. Thread-safe.
 */
final class Suspects {
    private static final long MEMORY_NANOS = 2_000_000_000;

    private final Map<NameBytes, Long> since = new HashMap<>();

    /** Notes which of the names seem dead now, and tells which have seemed so for long enough. */
    synchronized Set<NameBytes> look(Set<NameBytes> names, Predicate<NameBytes> dead, long now) {
        Set<NameBytes> confirmed = new HashSet<>();
        for (NameBytes name : names) {
            if (!dead.test(name)) {
                since.remove(name);
                continue;
            }
            long age = now - since.computeIfAbsent(name, _ -> now);
            if (age > MEMORY_NANOS) {
                since.put(name, now);
            } else if (age >= Patience.DOUBT_NANOS) {
                confirmed.add(name);
            }
        }
        return confirmed;
    }

    /** Forgets all other names. */
    synchronized void retain(Set<NameBytes> names) {
        since.keySet().retainAll(names);
    }

    /** Whether the name seems dead, for however long. */
    synchronized boolean contains(NameBytes name) {
        return since.containsKey(name);
    }

    /** Whether any name seems dead, for however long. */
    synchronized boolean any() {
        return !since.isEmpty();
    }
}
