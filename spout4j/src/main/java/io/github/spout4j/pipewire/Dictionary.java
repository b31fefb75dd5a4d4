package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;

/** Names and values, as PipeWire passes properties (struct spa_dict). */
@SuppressWarnings("restricted")
final class Dictionary {
    private static final long BYTES = 16;
    private static final long COUNT = 4;
    private static final long ITEMS = 8;
    private static final int MOST_ITEMS = 4096;

    private Dictionary() {}

    static MemorySegment allocate(Arena arena, Map<String, String> properties) {
        MemorySegment items = arena.allocate(Math.max(1, 2L * properties.size()) * Long.BYTES, Long.BYTES);
        long at = 0;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            items.set(ValueLayout.JAVA_LONG, at, arena.allocateFrom(property.getKey()).address());
            items.set(ValueLayout.JAVA_LONG, at + Long.BYTES, arena.allocateFrom(property.getValue()).address());
            at += 2 * Long.BYTES;
        }
        MemorySegment dictionary = arena.allocate(BYTES, Long.BYTES);
        dictionary.set(ValueLayout.JAVA_INT, COUNT, properties.size());
        dictionary.set(ValueLayout.JAVA_LONG, ITEMS, items.address());
        return dictionary;
    }

    /** New properties of PipeWire's (struct pw_properties), for a function that takes them over. */
    static long newProperties(Map<String, String> properties) {
        try (Arena arena = Arena.ofConfined()) {
            return LibPipeWire.propertiesNewDict(allocate(arena, properties));
        }
    }

    /** What is in that at an address; empty where that is 0. */
    static Map<String, String> read(long address) {
        if (address == 0) {
            return Map.of();
        }
        MemorySegment dictionary = MemorySegment.ofAddress(address).reinterpret(BYTES);
        int count = Math.clamp(dictionary.get(ValueLayout.JAVA_INT, COUNT), 0, MOST_ITEMS);
        MemorySegment items = MemorySegment.ofAddress(dictionary.get(ValueLayout.JAVA_LONG, ITEMS))
                .reinterpret(2L * count * Long.BYTES);
        Map<String, String> properties = new HashMap<>();
        for (long i = 0; i < count; i++) {
            String key = NativeText.read(items.getAtIndex(ValueLayout.JAVA_LONG, 2 * i));
            String value = NativeText.read(items.getAtIndex(ValueLayout.JAVA_LONG, 2 * i + 1));
            if (key != null && value != null) {
                properties.put(key, value);
            }
        }
        return properties;
    }
}
