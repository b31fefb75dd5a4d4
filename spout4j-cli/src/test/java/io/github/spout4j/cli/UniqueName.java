package io.github.spout4j.cli;

import java.util.UUID;

/** Names that no other run, test or program uses. */
public final class UniqueName {
    private UniqueName() {}

    public static String of(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
