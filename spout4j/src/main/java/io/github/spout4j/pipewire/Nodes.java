package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The nodes of video that the daemon tells of, and the source that somebody chose. What is read is as of the last word. Thread-safe. */
public final class Nodes {
    private static final String NODE = "PipeWire:Interface:Node";
    private static final String METADATA = "PipeWire:Interface:Metadata";
    private static final String CLIENT = "PipeWire:Interface:Client";
    private static final String LINK = "PipeWire:Interface:Link";
    private static final int ADD_LISTENER = 0;
    private static final int BIND = 1;
    private static final int INTERFACE_VERSION = 3;
    private static final long PATIENCE_MILLIS = 1000;

    private final Daemon daemon;
    private final long registry;
    private final Arena arena = Arena.ofShared();
    private final long listener;
    /** By id; these are used with the loop locked. */
    private final Map<Integer, BoundNode> bound = new TreeMap<>();
    private final Map<Integer, Long> processes = new HashMap<>();
    private final Map<Integer, Integer> links = new HashMap<>();
    private DefaultSource chosen;
    private int chosenId;
    private final Waiters waiters = new Waiters();
    private volatile Seen seen = new Seen(List.of(), Map.of(), Map.of());

    private record Seen(List<VideoNode> nodes, Map<Integer, Long> processes, Map<Integer, Integer> links) {}

    private final class Hearing implements RegistryEvents {
        @Override
        public void added(int id, String type, Map<String, String> properties) {
            switch (type) {
                case NODE -> addNode(id, properties);
                case METADATA -> addMetadata(id, properties);
                case CLIENT -> number(properties.get(Properties.CLIENT_PROCESS)).ifPresent(process -> {
                    processes.put(id, process);
                    tell();
                });
                case LINK -> number(properties.get(Properties.LINK_OUTPUT_NODE)).ifPresent(node -> {
                    links.merge(node.intValue(), 1, Integer::sum);
                    tell();
                });
                default -> {
                    // nothing of ours
                }
            }
        }

        @Override
        public void removed(int id) {
            BoundNode node = bound.remove(id);
            if (node != null) {
                node.close();
                links.remove(id);
                tell();
            } else if (processes.remove(id) != null) {
                tell();
            } else if (chosen != null && chosenId == id) {
                chosen.close();
                chosen = null;
            }
        }
    }

    /** Locked. */
    Nodes(Daemon daemon, long registry) {
        this.daemon = daemon;
        this.registry = registry;
        listener = RegistryEvents.Functions.LISTENERS.add(new Hearing());
        listen(registry, EventTable.hook(arena), RegistryEvents.Functions.TABLE, listener);
    }

    static void listen(long object, MemorySegment hook, MemorySegment table, long listener) {
        SpaInterface.call(object, ADD_LISTENER, hook.address(), table.address(), listener, 0, 0);
    }

    private long bind(int id, String type) {
        try (Arena name = Arena.ofConfined()) {
            return SpaInterface.call(registry, BIND, id, name.allocateFrom(type).address(), INTERFACE_VERSION, 0, 0);
        }
    }

    private void addNode(int id, Map<String, String> properties) {
        String mediaClass = properties.getOrDefault(Properties.MEDIA_CLASS, "");
        Optional<Long> serial = number(properties.get(Properties.OBJECT_SERIAL));
        if (!mediaClass.equals(VideoNode.SOURCE) && !mediaClass.equals(VideoNode.OUTPUT) || serial.isEmpty()) {
            return;
        }
        long proxy = bind(id, NODE);
        if (proxy != 0) {
            bound.put(id, new BoundNode(proxy, id, serial.get(), properties, this::tell));
        }
    }

    private void addMetadata(int id, Map<String, String> properties) {
        if (chosen == null && DefaultSource.METADATA_NAME.equals(properties.get(Properties.METADATA_NAME))) {
            long proxy = bind(id, METADATA);
            if (proxy != 0) {
                chosen = new DefaultSource(proxy, this::tell);
                chosenId = id;
            }
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** What is known now is what is read from now on; locked. */
    private void tell() {
        seen = new Seen(bound.values().stream().map(BoundNode::seen)
                .sorted(Comparator.comparingLong(VideoNode::serial)).toList(), Map.copyOf(processes),
                Map.copyOf(links));
        waiters.tell();
    }

    /** Whoever waits looks whether the daemon is there. */
    void tellWaiting() {
        waiters.tell();
    }

    /** Asks the daemon for what is new; where it does not answer within 1 s, what is known stays. */
    public void look() {
        boolean answers = daemon.sync(PATIENCE_MILLIS);
        if (answers && list().stream().anyMatch(node -> node.format().isEmpty())) {
            daemon.sync(PATIENCE_MILLIS); // for what new nodes say of themselves
        }
    }

    /** All, the oldest first. */
    public List<VideoNode> list() {
        return seen.nodes;
    }

    public Optional<VideoNode> find(int id) {
        return seen.nodes.stream().filter(node -> node.id() == id).findFirst();
    }

    /**
     * Waits for something about the nodes.
     *
     * @return false where it does not come in time or the thread was interrupted
     */
    public boolean await(Predicate<List<VideoNode>> wanted, long millis) {
        return waiters.await(() -> daemon.lost() || wanted.test(seen.nodes), millis) && !daemon.lost();
    }

    /** The process of a node's program, as the daemon saw it; empty where it is not known. */
    public Optional<Long> process(VideoNode node) {
        return node.property(Properties.CLIENT).flatMap(Nodes::number)
                .flatMap(client -> Optional.ofNullable(seen.processes.get(client.intValue())));
    }

    /** How many links a node has had: grows when somebody begins to receive of it. */
    public int links(int id) {
        return seen.links.getOrDefault(id, 0);
    }

    /** The name of the node that somebody chose as the session's source of video; empty where nobody did. */
    public Optional<String> chosen() {
        if (!daemon.lock()) {
            return Optional.empty();
        }
        try {
            return chosen == null ? Optional.empty() : chosen.name();
        } finally {
            daemon.unlock();
        }
    }

    /** Chooses the session's source of video, by its name; false where no session keeps that. */
    public boolean choose(String name) {
        if (!daemon.lock()) {
            return false;
        }
        try {
            if (chosen == null) {
                return false;
            }
            chosen.choose(name);
        } finally {
            daemon.unlock();
        }
        return await(_ -> chosen().filter(name::equals).isPresent(), PATIENCE_MILLIS);
    }

    /** Locked. */
    void close() {
        bound.values().forEach(BoundNode::close);
        bound.clear();
        if (chosen != null) {
            chosen.close();
            chosen = null;
        }
        RegistryEvents.Functions.LISTENERS.remove(listener);
        LibPipeWire.proxyDestroy(registry);
        arena.close();
        tell();
    }
}
