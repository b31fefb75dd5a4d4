package io.github.spout4j.pipewire.engine;

import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.protocol.SenderName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Nodes by their names as senders: what people call a node, else what programs do. Of several with one name all but the oldest have their id
 * behind it.
 */
final class NamedNodes {
    private final Map<SenderName, VideoNode> named = new TreeMap<>();
    private int unreadable;

    /** @param nodes the oldest first; those of which nobody knows what they give are left out */
    NamedNodes(List<VideoNode> nodes, NameEncoding encoding) {
        for (VideoNode node : nodes) {
            if (ReceivedFormat.of(node).isPresent()) {
                name(node, encoding);
            }
        }
    }

    private void name(VideoNode node, NameEncoding encoding) {
        String base = node.description().or(node::name).orElse("node " + node.id());
        try {
            SenderName name = SenderName.of(base, encoding);
            named.put(named.containsKey(name) ? SenderName.of(base + " [" + node.id() + "]", encoding) : name, node);
        } catch (IllegalArgumentException _) {
            unreadable++;
        }
    }

    /** By name. */
    Map<SenderName, VideoNode> all() {
        return named;
    }

    int unreadable() {
        return unreadable;
    }

    /** That of a name; or of an id, where no node has that for a name, or of what programs call it. */
    Optional<VideoNode> find(SenderName name) {
        VideoNode node = named.get(name);
        return node != null
                ? Optional.of(node)
                : named.values().stream().filter(each -> Integer.toString(each.id()).equals(name.text())
                        || each.name().filter(name.text()::equals).isPresent()).findFirst();
    }

    /** The name of a node. */
    Optional<SenderName> nameOf(VideoNode node) {
        return named.entrySet().stream().filter(entry -> entry.getValue().serial() == node.serial())
                .map(Map.Entry::getKey).findFirst();
    }
}
