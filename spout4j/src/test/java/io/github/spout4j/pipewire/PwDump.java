package io.github.spout4j.pipewire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is on a daemon's graph, as {@code pw-dump} tells it at one moment. */
public final class PwDump {
    private static final int MOST_TRIES = 20;

    private final List<Map<String, Object>> objects;

    private PwDump(List<Map<String, Object>> objects) {
        this.objects = objects;
    }

    /** Asks the daemon; nothing is there while it does not run. Where the graph changes meanwhile, pw-dump tells what changed in a second array. */
    public static PwDump of(PrivatePipeWire pipewire) {
        for (int tries = 1;; tries++) {
            String text = pipewire.output("pw-dump");
            try {
                return new PwDump(text.isBlank() ? List.of() : maps(Json.parse(text)));
            } catch (IllegalArgumentException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** All nodes. */
    public List<PwNode> nodes() {
        return of("Node").map(PwDump::node).toList();
    }

    /** The node that has this description, or no description and this name. */
    public Optional<PwNode> node(String name) {
        return nodes().stream().filter(node -> name.equals(node.name())).findFirst();
    }

    /** Whether the node has said which buffers it wants, so that it can be linked. */
    boolean hasBuffers(PwNode node) {
        return of("Port")
                .filter(port -> String.valueOf(node.id()).equals(texts(info(port).get("props")).get("node.id")))
                .anyMatch(port -> !params(port, "Buffers").isEmpty());
    }

    /** How many links there are from or to the node. */
    public long links(PwNode node) {
        String id = String.valueOf(node.id());
        return of("Link").map(link -> texts(link.get("info")))
                .filter(link -> id.equals(link.get("output-node-id")) || id.equals(link.get("input-node-id"))).count();
    }

    private Stream<Map<String, Object>> of(String type) {
        return objects.stream().filter(object -> ("PipeWire:Interface:" + type).equals(object.get("type")))
                .filter(object -> object.get("info") != null);
    }

    private static PwNode node(Map<String, Object> object) {
        Map<String, Object> info = info(object);
        return new PwNode(Integer.parseInt(Json.text(object.get("id"))), Json.text(info.get("state")),
                texts(info.get("props")), params(object, "EnumFormat"), params(object, "Format").stream().findFirst());
    }

    private static Map<String, Object> info(Map<String, Object> object) {
        return map(object.get("info"));
    }

    private static List<Map<String, Object>> params(Map<String, Object> object, String name) {
        Object values = map(info(object).get("params")).get(name);
        return values == null ? List.of() : maps(values);
    }

    private static Map<String, String> texts(Object object) {
        Map<String, String> texts = new TreeMap<>();
        map(object).forEach((key, value) -> texts.put(key, Json.text(value)));
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return object == null ? Map.of() : (Map<String, Object>) object;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object object) {
        return (List<Map<String, Object>>) object;
    }
}
