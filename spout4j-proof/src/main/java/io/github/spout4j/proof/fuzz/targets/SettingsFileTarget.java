package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.Setting;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.kernel.posix.PosixSystem;
import io.github.spout4j.protocol.SpoutSettings;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The file with settings, elsewhere than on Windows. An input is the file. */
public final class SettingsFileTarget {
    private static final WorkFile FILE = new WorkFile("settings.properties");
    private static final String PROPERTY = "spout.settings";
    private static final Logger LIBRARY = Logger.getLogger("io.github.spout4j");

    private SettingsFileTarget() {}

    /** Reads all settings, sets one and takes it away. */
    public static void fuzzerTestOneInput(byte[] data) {
        FILE.write(data);
        Level told = LIBRARY.getLevel();
        LIBRARY.setLevel(Level.OFF);
        try {
            Settings file = settings();
            SpoutSettings settings = new SpoutSettings(file);
            for (Setting setting : Setting.values()) {
                check(setting, settings);
            }
            change(file, settings);
        } finally {
            LIBRARY.setLevel(told);
        }
    }

    private static Settings settings() {
        String before = System.setProperty(PROPERTY, FILE.path().toString());
        try {
            return new PosixSystem(FILE.path().resolveSibling("objects")).settings();
        } finally {
            if (before == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, before);
            }
        }
    }

    private static void check(Setting setting, SpoutSettings settings) {
        OptionalInt value = settings.value(setting);
        Must.hold(value.isEmpty() ? setting.standard().isEmpty() : setting.allows(value.getAsInt()),
                "a setting is one that is allowed");
    }

    private static void change(Settings file, SpoutSettings settings) {
        OptionalInt other = file.get(Setting.BUFFERS.key());
        try {
            settings.set(Setting.MAX_SENDERS, 7);
        } catch (SpoutException _) {
            return; // as documented: it is no text
        }
        Must.hold(settings.maxSenders() == 7, "what is set is read");
        Must.hold(file.get(Setting.BUFFERS.key()).equals(other), "nothing else is changed");
        settings.unset(Setting.MAX_SENDERS);
        Must.hold(settings.stored(Setting.MAX_SENDERS).isEmpty(), "what is taken away is gone");
        Must.hold(file.get(Setting.BUFFERS.key()).equals(other), "nothing else is changed");
    }
}
