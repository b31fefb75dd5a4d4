package io.github.spout4j.protocol;

import io.github.spout4j.Setting;
import io.github.spout4j.kernel.Settings;
import java.util.OptionalInt;

/**
 * The settings that all Spout programs of this user share, typed (docs/protocol.md: Settings). An impossible value reads as
 * the SDK reads it: a switch that is not 1 is off; of others the default counts. Always read afresh.
 */
public final class SpoutSettings {
    private final Settings settings;

    public SpoutSettings(Settings settings) {
        this.settings = settings;
    }

    /** Where they live, for people. */
    public String location() {
        return settings.location();
    }

    /** What is set. */
    public OptionalInt stored(Setting setting) {
        return settings.get(setting.key());
    }

    /** What counts for SDK programs; empty where that is nothing. */
    public OptionalInt value(Setting setting) {
        OptionalInt stored = stored(setting);
        if (stored.isEmpty() || setting.allows(stored.getAsInt())) {
            return stored.isEmpty() ? setting.standard() : stored;
        }
        return setting.onOrOff() ? OptionalInt.of(0) : setting.standard();
    }

    /** @throws IllegalArgumentException where the setting does not allow the value */
    public void set(Setting setting, int value) {
        if (!setting.allows(value)) {
            throw new IllegalArgumentException(
                    setting.key() + " must be " + setting.least() + " to " + setting.most() + ", not " + value);
        }
        settings.set(setting.key(), value);
    }

    /** So that the default counts again. */
    public void unset(Setting setting) {
        settings.remove(setting.key());
    }

    /** How many senders the directory lists. Counts when the directory is created. */
    public int maxSenders() {
        return value(Setting.MAX_SENDERS).getAsInt();
    }

    /** Whether SDK programs count frames. */
    public boolean frameCount() {
        return on(Setting.FRAME_COUNT);
    }

    /**
     * Whether our senders count frames: unless the user has said no. SDK programs count only where they were told to, but
     * nothing in them is disturbed by a sender that counts, and every receiver that looks is better off.
     */
    public boolean countsFrames() {
        return stored(Setting.FRAME_COUNT).isEmpty() || frameCount();
    }

    /** Whether programs share by memory as of version 2.006. */
    public boolean memoryShare() {
        return on(Setting.MEMORY_SHARE);
    }

    private boolean on(Setting setting) {
        return value(setting).getAsInt() == 1;
    }
}
