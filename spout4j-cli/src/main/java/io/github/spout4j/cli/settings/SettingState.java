package io.github.spout4j.cli.settings;

import io.github.spout4j.Setting;
import io.github.spout4j.Settings;
import io.github.spout4j.cli.JsonWriter;
import java.util.OptionalInt;

/**
 * How a setting stands at a time.
 *
 * @param value the one that counts; empty for none
 * @param set   whether somebody has set it, so that it is not the default
 */
record SettingState(OptionalInt value, boolean set) {
    static SettingState of(Settings settings, Setting setting) {
        return new SettingState(settings.value(setting), settings.stored(setting).isPresent());
    }

    String text(Setting setting) {
        if (value.isEmpty()) {
            return "none";
        }
        int number = value.getAsInt();
        return setting.onOrOff() ? number == 1 ? "on" : "off" : Integer.toString(number);
    }

    void json(JsonWriter json, String name) {
        json.name(name).beginObject().name("value");
        value.ifPresentOrElse(json::value, json::nothing);
        json.name("set").value(set).end();
    }
}
