package io.github.spout4j.pipewire.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.engine.ConnectResult;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.pipewire.Daemon;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.protocol.SenderName;
import java.util.Optional;

/** Finds nodes for a receiver, and opens streams from them. */
record PipeWireFinder(DaemonLink link, PipeWireDirectory directory) implements Finder {
    @Override
    public Optional<SenderName> active() {
        return directory.activeName();
    }

    @Override
    public Optional<SenderInfo> info(SenderName name) {
        return directory.find(name);
    }

    @Override
    public ConnectResult connect(SenderName name) {
        Optional<Daemon> daemon = link.now();
        Optional<VideoNode> node = directory.nodes().find(name);
        if (daemon.isEmpty() || node.isEmpty()) {
            return ConnectResult.ABSENT;
        }
        try {
            return new ConnectResult.Connected(new PipeWireReader(daemon.get(), name, node.get()));
        } catch (SpoutException e) {
            return daemon.get().lost()
                    ? ConnectResult.ABSENT
                    : new ConnectResult.Hindered(
                            "the sender \"" + name + "\" cannot be received: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        // readers are closed by whoever has them
    }
}
