package io.github.spout4j.pipewire.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.pipewire.Daemon;
import io.github.spout4j.pipewire.Properties;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.pipewire.VideoOutput;
import io.github.spout4j.transport.FrameShape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A sender's node: there as long as the sender is, whatever becomes of the daemon. Thread-safe.
 */
final class SenderNode implements ListedSender.Listing {
    private static final long PATIENCE_MILLIS = 2000;

    private final DaemonLink link;
    private final Watch watch;
    private final String name;
    private final boolean camera;
    private final boolean activated;
    private FrameShape shape;
    private boolean paused;
    private boolean closed;
    private Daemon daemon;
    private volatile VideoOutput output;
    private volatile int id = -1;

    /**
     * Opens it: the daemon and all programs know it.
     *
     * @param watch looks at it soon when somebody begins to receive
     * @throws SpoutException where that fails
     */
    SenderNode(DaemonLink link, Watch watch, String name, SenderOptions options) {
        this.link = link;
        this.watch = watch;
        this.name = name;
        shape = options.shape();
        camera = options.camera();
        activated = options.activated();
        boolean done = false;
        try {
            open(link.required());
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void open(Daemon current) {
        daemon = current;
        output = new VideoOutput(current, name, properties(), offer(), watch::hurry);
        VideoOutput opened = output;
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        do {
            if (!current.sync(PATIENCE_MILLIS)) {
                break;
            }
            id = opened.nodeId();
        } while (id < 0 && opened.problem().isEmpty() && System.nanoTime() - deadline < 0);
        boolean listed = id >= 0 && current.nodes().await(nodes -> nodes.stream()
                .anyMatch(node -> node.id() == id && ReceivedFormat.of(node).isPresent()), PATIENCE_MILLIS);
        if (!listed) {
            throw new SpoutException("the sender \"" + name + "\" cannot be opened: PipeWire "
                    + opened.problem().map(problem -> "says: " + problem).orElse("does not list it"));
        }
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put(Properties.MEDIA_CLASS, VideoNode.SOURCE);
        properties.put(Properties.MEDIA_TYPE, "Video");
        properties.put(Properties.MEDIA_CATEGORY, "Capture");
        properties.put(Properties.MEDIA_NAME, name);
        properties.put(Properties.NODE_NAME, name);
        properties.put(Properties.NODE_DESCRIPTION, name);
        properties.put(Properties.SPOUT, "true");
        properties.put(Properties.SPOUT_ACTIVATED, Boolean.toString(activated));
        properties.put(Properties.SPOUT_PAUSED, Boolean.toString(paused));
        if (camera) {
            properties.put(Properties.MEDIA_ROLE, "Camera");
        }
        return properties;
    }

    private VideoOutput.Offer offer() {
        return new VideoOutput.Offer(OfferedFormats.of(shape.format()), shape.width(), shape.height());
    }

    String name() {
        return name;
    }

    /** -1 while the daemon does not have it. */
    int id() {
        return id;
    }

    /** The stream of now; it may have ended. */
    VideoOutput output() {
        return output;
    }

    /** How many have begun to receive. */
    synchronized int links() {
        return daemon == null ? 0 : daemon.nodes().links(id);
    }

    /** Gives frames of another size or format from now on. */
    synchronized void offer(FrameShape next) {
        shape = next;
        if (!closed) {
            output.offer(offer());
        }
    }

    @Override
    public synchronized void tellPaused(boolean now) {
        paused = now;
        if (!closed) {
            output.update(Map.of(Properties.SPOUT_PAUSED, Boolean.toString(now)));
            daemon.sync(PATIENCE_MILLIS);
        }
    }

    /** Opens it again where the daemon has gone and is back. */
    synchronized void look() {
        if (closed || daemon != null && !daemon.lost() && !output.ended()) {
            return;
        }
        Optional<Daemon> current = link.now();
        if (current.isPresent()) {
            output.close();
            id = -1;
            try {
                open(current.get());
            } catch (SpoutException _) {
                output.close(); // the next look tries again
            }
        }
    }

    /** When this returns, nobody finds it any more. */
    @Override
    public void close() {
        Daemon last;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            last = daemon;
            if (output != null) {
                output.close();
            }
        }
        if (last != null) {
            last.sync(PATIENCE_MILLIS);
        }
    }
}
