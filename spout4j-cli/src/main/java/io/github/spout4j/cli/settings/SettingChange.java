package io.github.spout4j.cli.settings;

import io.github.spout4j.Setting;
import io.github.spout4j.Settings;
import io.github.spout4j.cli.CommandException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A setting that a user wants changed; possible in itself.
 *
 * @param value the new one; empty for the default
 */
record SettingChange(Setting setting, OptionalInt value) {
    private static final String DEFAULT = "default";

    /**
     * Understands {@code NAME=VALUE}.
     *
     * @throws CommandException where that is no change of a setting
     */
    static SettingChange of(String text) {
        int equals = text.indexOf('=');
        String name = text.substring(0, Math.max(equals, 0));
        Setting setting = Arrays.stream(Setting.values()).filter(each -> each.key().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> CommandException
                        .badInput("\"" + text + "\" is no setting that can be changed here; write NAME=VALUE with "
                                + Arrays.stream(Setting.values()).map(SettingChange::name)
                                        .collect(Collectors.joining(", "))));
        return new SettingChange(setting, value(setting, text.substring(equals + 1).toLowerCase(Locale.ROOT)));
    }

    /**
     * Does it.
     *
     * @return what changed
     * @throws io.github.spout4j.SpoutException where the system refuses
     */
    SettingChanged make(Settings settings) {
        SettingState before = SettingState.of(settings, setting);
        value.ifPresentOrElse(number -> settings.set(setting, number), () -> settings.unset(setting));
        return new SettingChanged(setting, before, SettingState.of(settings, setting));
    }

    /** Which users write. */
    static String name(Setting setting) {
        return setting.key().toLowerCase(Locale.ROOT);
    }

    private static OptionalInt value(Setting setting, String text) {
        if (text.equals(DEFAULT)) {
            return OptionalInt.empty();
        }
        int number = setting.onOrOff() ? onOrOff(text) : number(text);
        if (!setting.allows(number)) {
            throw CommandException
                    .badInput(name(setting) + "=" + text + ": write " + allowed(setting) + ", or default");
        }
        return OptionalInt.of(number);
    }

    private static int onOrOff(String text) {
        return switch (text) {
            case "on" -> 1;
            case "off" -> 0;
            default -> -1;
        };
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String allowed(Setting setting) {
        if (setting.onOrOff()) {
            return "on or off";
        }
        return setting.most() == Integer.MAX_VALUE
                ? "a number, " + setting.least() + " or more"
                : "a number from " + setting.least() + " to " + setting.most();
    }
}
