package io.github.spout4j.cli.settings;

import io.github.spout4j.Setting;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/** The changes of settings that have words, for shells that complete them. */
final class SettingWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Setting.values())
                .flatMap(setting -> (setting.onOrOff() ? Stream.of("on", "off", "default") : Stream.of("default"))
                        .map(value -> SettingChange.name(setting) + "=" + value))
                .iterator();
    }
}
