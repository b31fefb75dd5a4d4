package io.github.spout4j.library.engine;

import io.github.spout4j.Settings;
import io.github.spout4j.library.SpoutLibrary;

/** The settings of this user, as the DLL reads and writes them. */
record LibrarySettings(SpoutLibrary library) implements Settings {
    private static final int MOST_SENDERS = 1024;

    @Override
    public String location() {
        return "HKEY_CURRENT_USER\\Software\\Leading Edge\\Spout";
    }

    @Override
    public int maxSenders() {
        return library.getMaxSenders();
    }

    @Override
    public void maxSenders(int senders) {
        if (senders < 1 || senders > MOST_SENDERS) {
            throw new IllegalArgumentException(
                    "the most senders are " + senders + "; that must be 1 to " + MOST_SENDERS);
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
}
