package io.github.spout4j.cli.settings;

import io.github.spout4j.Setting;
import io.github.spout4j.cli.JsonWriter;
import java.util.List;

/** A setting, before and after a change. */
record SettingChanged(Setting setting, SettingState before, SettingState after) {
    String text() {
        return SettingChange.name(setting) + ": " + after.text(setting) + (after.set() ? "" : ", the default")
                + " (was "
                + before.text(setting) + (before.set() ? ")" : ", the default)");
    }

    /** When programs will notice. */
    String note() {
        return switch (setting) {
            case MAX_SENDERS -> "maxsenders counts when all Spout programs have ended";
            case FRAME_COUNT -> "programs read framecount when they start a sender: start senders again";
            case MEMORY_SHARE -> "programs read memoryshare when they start a sender: start senders again";
            default -> "programs on the Spout SDK read " + SettingChange.name(setting)
                    + " when they start: start them again; spout4j does not need it";
        };
    }

    static String json(List<SettingChanged> changes) {
        JsonWriter json = new JsonWriter().beginArray();
        for (SettingChanged change : changes) {
            json.beginObject().name("setting").value(SettingChange.name(change.setting));
            change.before.json(json, "before");
            change.after.json(json, "after");
            json.end();
        }
        return json.end().toString();
    }
}
