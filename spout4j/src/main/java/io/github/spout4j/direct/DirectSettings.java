package io.github.spout4j.direct;

import io.github.spout4j.Settings;
import io.github.spout4j.protocol.SpoutSettings;

/** The settings that matter to users of spout4j. */
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
        all.maxSenders(senders);
    }

    @Override
    public boolean frameCount() {
        return all.countsFrames();
    }

    @Override
    public void frameCount(boolean count) {
        all.frameCount(count);
    }
}
