package io.github.spout4j.pipewire.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Transport;
import io.github.spout4j.engine.DirectoryChanges;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.pipewire.Daemon;
import io.github.spout4j.pipewire.Nodes;
import io.github.spout4j.pipewire.Properties;
import io.github.spout4j.pipewire.StreamFormat;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.protocol.SenderName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Nodes that give frames, as senders. The active one is the source that somebody chose for the session, else the newest. */
final class PipeWireDirectory implements SenderDirectory {
    private static final Comparator<VideoNode> NEWEST = Comparator
            .<VideoNode, Boolean>comparing(
                    node -> !node.property(Properties.SPOUT_ACTIVATED).equals(Optional.of("false")))
            .thenComparingLong(VideoNode::serial);

    private final DaemonLink link;
    private final NameEncoding encoding;
    private final Watch watch;

    PipeWireDirectory(DaemonLink link, NameEncoding encoding, Watch watch) {
        this.link = link;
        this.encoding = encoding;
        this.watch = watch;
    }

    /** As of the daemon's last word. */
    NamedNodes nodes() {
        return new NamedNodes(link.now().map(daemon -> daemon.nodes().list()).orElse(List.of()), encoding);
    }

    /** After the daemon was asked. */
    NamedNodes nodesNow() {
        link.requireOpen();
        link.now().map(Daemon::nodes).ifPresent(Nodes::look);
        return nodes();
    }

    /** All nodes of a description, whatever they give, the oldest first. */
    List<VideoNode> described(SenderName name) {
        return link.required().nodes().list().stream()
                .filter(node -> node.description().filter(name.text()::equals).isPresent()).toList();
    }

    @Override
    public List<SenderInfo> list() {
        NamedNodes nodes = nodesNow();
        Optional<VideoNode> active = active(nodes);
        return nodes.all().entrySet().stream().map(entry -> info(entry.getKey(), entry.getValue(), active)).toList();
    }

    @Override
    public Optional<SenderInfo> find(String name) {
        return find(SenderName.of(name, encoding));
    }

    /** Under the name that it was looked for. */
    Optional<SenderInfo> find(SenderName name) {
        NamedNodes nodes = nodesNow();
        return nodes.find(name).map(node -> info(name, node, active(nodes)));
    }

    private SenderInfo info(SenderName name, VideoNode node, Optional<VideoNode> active) {
        StreamFormat format = node.format().orElseThrow();
        return new SenderInfo(name.text(), format.width(), format.height(),
                ReceivedFormat.of(format).orElseThrow().pixels().dxgiFormat(), Transport.MEMORY, 0, host(node), 0,
                active.filter(each -> each.serial() == node.serial()).isPresent(), 0,
                node.property(Properties.SPOUT_PAUSED).filter("true"::equals).isPresent());
    }

    private String host(VideoNode node) {
        return link.now().map(Daemon::nodes).flatMap(nodes -> nodes.process(node)).flatMap(ProcessHandle::of)
                .flatMap(process -> process.info().command()).orElse("");
    }

    private Optional<VideoNode> active(NamedNodes nodes) {
        Optional<String> chosen = link.now().map(Daemon::nodes).flatMap(Nodes::chosen);
        return chosen.flatMap(name -> nodes.all().values().stream()
                .filter(node -> node.name().filter(name::equals).isPresent()).findFirst())
                .or(() -> nodes.all().values().stream().max(NEWEST));
    }

    Optional<SenderName> activeName() {
        NamedNodes nodes = nodes();
        return active(nodes).flatMap(nodes::nameOf);
    }

    @Override
    public Optional<SenderInfo> active() {
        NamedNodes nodes = nodesNow();
        Optional<VideoNode> active = active(nodes);
        return active.flatMap(nodes::nameOf).map(name -> info(name, active.get(), active));
    }

    @Override
    public boolean setActive(String name) {
        return nodesNow().find(SenderName.of(name, encoding)).flatMap(VideoNode::name)
                .map(node -> link.required().nodes().choose(node)).orElse(false);
    }

    @Override
    public Optional<Adapter> adapterOf(SenderInfo sender) {
        return Optional.empty();
    }

    @Override
    public int unreadable() {
        return nodes().unreadable();
    }

    @Override
    public Optional<String> nameForSdk(String name) {
        SenderName.of(name, encoding);
        return Optional.empty();
    }

    /** PipeWire has no bound. */
    @Override
    public int maximum() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Subscription listen(SenderListener listener) {
        link.requireOpen();
        return DirectoryChanges.tell(listener, this, watch);
    }
}
