package io.github.spout4j.library.engine;

import io.github.spout4j.Setting;
import io.github.spout4j.Settings;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SpoutSettings;
import java.util.OptionalInt;

/**
 * The settings of this user.
 *
 * @param library reads and writes two of them
 * @param all     the same, and those that the DLL only reads
 */
record LibrarySettings(SpoutLibrary library, SpoutSettings all) implements Settings {

    @Override
    public String location() {
        return all.location();
    }

    @Override
    public int maxSenders() {
        return library.getMaxSenders();
    }

    @Override
    public void maxSenders(int senders) {
        if (!Setting.MAX_SENDERS.allows(senders)) {
            throw new IllegalArgumentException("the most senders are " + senders + "; that must be "
                    + Setting.MAX_SENDERS.least() + " to " + Setting.MAX_SENDERS.most());
        }
        library.setMaxSenders(senders);
    }

    @Override
    public boolean frameCount() {
        return library.isFrameCountEnabled();
    }

    @Override
    public void frameCount(boolean count) {
        library.setFrameCount(count);
    }

    @Override
    public OptionalInt stored(Setting setting) {
        return all.stored(setting);
    }

    @Override
    public OptionalInt value(Setting setting) {
        return all.value(setting);
    }

    @Override
    public void set(Setting setting, int value) {
        all.set(setting, value);
    }

    @Override
    public void unset(Setting setting) {
        all.unset(setting);
    }
}
