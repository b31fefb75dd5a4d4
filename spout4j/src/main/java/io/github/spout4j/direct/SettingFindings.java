package io.github.spout4j.direct;

import io.github.spout4j.Finding;
import io.github.spout4j.Setting;
import io.github.spout4j.engine.UncountedFrames;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.protocol.SpoutSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Spout's settings, each with where its value comes from, and what it means that frames are not counted.
 *
 * @param settings    what is set
 * @param sdkPrograms whether this system has programs on the C++ SDK
 */
record SettingFindings(SpoutSettings settings, boolean sdkPrograms) {
    SettingFindings(Settings stored, boolean sdkPrograms) {
        this(new SpoutSettings(stored), sdkPrograms);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("settings", settings.location()));
        for (Setting setting : Setting.values()) {
            findings.add(setting == Setting.FRAME_COUNT
                    ? frameCount()
                    : Finding.ok(topic(setting), source(setting)));
        }
        return findings;
    }

    private Finding frameCount() {
        String topic = topic(Setting.FRAME_COUNT);
        String source = source(Setting.FRAME_COUNT);
        if (settings.frameCount()) {
            return Finding.ok(topic, source + ": senders count their frames");
        }
        if (!sdkPrograms && settings.countsFrames()) {
            return Finding.ok(topic, source + ": spout4j's senders count their frames nevertheless; "
                    + "programs on the SDK, which are on Windows alone, would not");
        }
        return UncountedFrames.finding(topic, source + (settings.countsFrames()
                ? ": programs on the SDK do not count their frames, spout4j's senders do"
                : ": neither programs on the SDK nor spout4j's senders count their frames"));
    }

    private static String topic(Setting setting) {
        return "setting " + setting.key();
    }

    /** The value that counts, and whether somebody has set it. */
    private String source(Setting setting) {
        OptionalInt counts = settings.value(setting);
        OptionalInt set = settings.stored(setting);
        String value = counts.isPresent() ? Integer.toString(counts.getAsInt()) : "none";
        if (set.isEmpty()) {
            return value + " (default)";
        }
        return set.equals(counts)
                ? value + " (set)"
                : value + " (set to " + Integer.toUnsignedString(set.getAsInt()) + ", which means nothing)";
    }
}
