package io.github.spout4j.pipewire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the graph.
 *
 * @param state      "suspended", "idle", "running" …
 * @param properties as text; numbers and truth values as pw-dump writes them
 * @param formats    those it offers, as pw-dump writes them: "format", "size" and so on; a choice is a map
 * @param format     the one in use
 */
public record PwNode(int id, String state, Map<String, String> properties, List<Map<String, Object>> formats,
        Optional<Map<String, Object>> format) {
    /** Its description, else its name; that by which receivers know it. */
    public String name() {
        return properties.getOrDefault("node.description", properties.get("node.name"));
    }

    /** The number that no other object of this daemon ever has. */
    public String serial() {
        return properties.get("object.serial");
    }
}
