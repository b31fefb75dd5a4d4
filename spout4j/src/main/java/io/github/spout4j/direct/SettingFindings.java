package io.github.spout4j.direct;

import io.github.spout4j.Finding;
import io.github.spout4j.engine.UncountedFrames;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.protocol.SpoutSettings;
import java.util.List;
import java.util.OptionalInt;

/**
 * Spout's settings, each with where its value comes from, and what it means that frames are not counted.
 *
 * @param stored      what is set
 * @param sdkPrograms whether this system has programs on the C++ SDK
 */
record SettingFindings(Settings stored, boolean sdkPrograms) {
    private static final String FRAME_COUNT = "Framecount";

    List<Finding> findings() {
        SpoutSettings typed = new SpoutSettings(stored);
        return List.of(Finding.ok("settings", stored.location()), plain("MaxSenders", typed.maxSenders()),
                frameCount(typed), plain("CPU", typed.cpu()), plain("MemoryShare", typed.memoryShare()),
                plain("DX9", typed.dx9()), plain("Buffering", typed.buffering()), plain("Buffers", typed.buffers()),
                setting("Adapter", source("Adapter", typed.adapter())));
    }

    private Finding frameCount(SpoutSettings typed) {
        String source = source(FRAME_COUNT, number(typed.frameCount()));
        if (typed.frameCount()) {
            return setting(FRAME_COUNT, source + ": senders count their frames");
        }
        if (!sdkPrograms && typed.countsFrames()) {
            return setting(FRAME_COUNT, source + ": spout4j's senders count their frames nevertheless; "
                    + "programs on the SDK, which are on Windows alone, would not");
        }
        return UncountedFrames.finding(topic(FRAME_COUNT), source + (typed.countsFrames()
                ? ": programs on the SDK do not count their frames, spout4j's senders do"
                : ": neither programs on the SDK nor spout4j's senders count their frames"));
    }

    private Finding plain(String name, boolean on) {
        return setting(name, source(name, number(on)));
    }

    private Finding plain(String name, int value) {
        return setting(name, source(name, OptionalInt.of(value)));
    }

    private static Finding setting(String name, String value) {
        return Finding.ok(topic(name), value);
    }

    private static String topic(String name) {
        return "setting " + name;
    }

    private static OptionalInt number(boolean on) {
        return OptionalInt.of(on ? 1 : 0);
    }

    /** The value that counts, and whether somebody has set it. */
    private String source(String name, OptionalInt counts) {
        OptionalInt set = stored.get(name);
        String value = counts.isPresent() ? Integer.toString(counts.getAsInt()) : "none";
        if (set.isEmpty()) {
            return value + " (default)";
        }
        return set.equals(counts)
                ? value + " (set)"
                : value + " (set to " + Integer.toUnsignedString(set.getAsInt()) + ", which means nothing)";
    }
}
