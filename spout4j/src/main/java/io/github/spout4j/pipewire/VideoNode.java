package io.github.spout4j.pipewire;

import java.util.Map;
import java.util.Optional;

/**
 * A node that gives frames, as the daemon tells of it.
 *
 * @param id         while it lives, then perhaps another's
 * @param serial     never another's; the newest node has the highest
 * @param properties of the node
 * @param format     what it gives, or would give first; empty while nobody knows
 */
public record VideoNode(int id, long serial, Map<String, String> properties, Optional<StreamFormat> format) {
    /** The class of sources: cameras, and senders of spout4j. */
    public static final String SOURCE = "Video/Source";
    /** The class of programs that give frames. */
    public static final String OUTPUT = "Stream/Output/Video";

    /** What people call it. */
    public Optional<String> description() {
        return Optional.ofNullable(properties.get(Properties.NODE_DESCRIPTION)).filter(text -> !text.isEmpty());
    }

    /** What programs call it. */
    public Optional<String> name() {
        return Optional.ofNullable(properties.get(Properties.NODE_NAME)).filter(text -> !text.isEmpty());
    }

    public Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key));
    }
}
