package io.github.spout4j.cli.settings;

import io.github.spout4j.Settings;
import io.github.spout4j.cli.CommandException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A setting that a user wants changed; possible in itself.
 *
 * @param make does it
 * @param note when programs will notice, for people
 */
record SettingChange(Consumer<Settings> make, String note) {
    private static final int MOST_SENDERS = 1024;

    /**
     * Understands {@code NAME=VALUE}.
     *
     * @throws CommandException where that is no change of a setting
     */
    static SettingChange of(String text) {
        int equals = text.indexOf('=');
        String value = text.substring(equals + 1);
        return switch (text.substring(0, Math.max(equals, 0)).toLowerCase(Locale.ROOT)) {
            case "framecount" -> frameCount(value);
            case "maxsenders" -> maxSenders(value);
            default -> throw CommandException.badInput("\"" + text + "\" is no setting that can be changed here; write "
                    + "framecount=on, framecount=off or maxsenders=N");
        };
    }

    /** @throws io.github.spout4j.SpoutException where the system refuses */
    void make(Settings settings) {
        make.accept(settings);
    }

    private static SettingChange frameCount(String value) {
        boolean on = switch (value.toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw CommandException.badInput(
                    "framecount=" + value + ": write framecount=on or framecount=off");
        };
        return new SettingChange(settings -> settings.frameCount(on),
                "programs read framecount when they start a sender: start senders again");
    }

    private static SettingChange maxSenders(String value) {
        int senders = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
        if (senders < 1 || senders > MOST_SENDERS) {
            throw CommandException.badInput("maxsenders=" + value + ": write a number from 1 to " + MOST_SENDERS);
        }
        return new SettingChange(settings -> settings.maxSenders(senders),
                "maxsenders counts when all Spout programs have ended");
    }
}
