package io.github.spout4j.direct;

import io.github.spout4j.Setting;
import io.github.spout4j.Settings;
import io.github.spout4j.protocol.SpoutSettings;
import java.util.OptionalInt;

/** Spout's settings, as they are stored. */
record DirectSettings(SpoutSettings all) implements Settings {
    @Override
    public String location() {
        return all.location();
    }

    @Override
    public int maxSenders() {
        return all.maxSenders();
    }

    @Override
    public void maxSenders(int senders) {
        all.set(Setting.MAX_SENDERS, senders);
    }

    @Override
    public boolean frameCount() {
        return all.countsFrames();
    }

    @Override
    public void frameCount(boolean count) {
        all.set(Setting.FRAME_COUNT, count ? 1 : 0);
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
