package io.github.spout4j.testing;

import io.github.spout4j.kernel.Settings;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Settings that are kept nowhere. Thread-safe. */
public final class MapSettings implements Settings {
    private final Map<String, Integer> values;

    /** @param values what is set at first; copied */
    public MapSettings(Map<String, Integer> values) {
        this.values = new ConcurrentHashMap<>(values);
    }

    @Override
    public String location() {
        return "settings of a test";
    }

    @Override
    public OptionalInt get(String name) {
        Integer value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    @Override
    public void set(String name, int value) {
        values.put(name, value);
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }
}
