package io.github.spout4j.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.protocol.SenderName;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The sender that a receiver is for: the one that was asked for, or whichever is active. */
final class SoughtSender {
    private static final long ACTIVE_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final SenderName wanted;
    private final Finder finder;
    private SenderName active;
    private long activeLookedAt;

    /** @param wanted null for the active sender */
    SoughtSender(SenderName wanted, Finder finder) {
        this.wanted = wanted;
        this.finder = finder;
    }

    /** The sender asked for; empty for the active one. */
    Optional<String> name() {
        return Optional.ofNullable(wanted).map(SenderName::text);
    }

    /** Whether {@link #current} may be another one each time. */
    boolean changes() {
        return wanted == null;
    }

    /** The sender to receive from, alive or not; null where there is no active one. One thread at a time. */
    SenderName current() {
        if (wanted != null) {
            return wanted;
        }
        long now = System.nanoTime();
        if (active == null || now - activeLookedAt > ACTIVE_AGE_NANOS) {
            active = finder.active().orElse(null);
            activeLookedAt = now;
        }
        return active;
    }

    /** Whether it is that one, looked up afresh. One thread at a time. */
    boolean isStill(SenderName name) {
        active = null;
        return Objects.equals(current(), name);
    }

    /** The sender as it is now. */
    Optional<SenderInfo> info() {
        return (wanted == null ? finder.active() : Optional.of(wanted)).flatMap(finder::info);
    }
}
