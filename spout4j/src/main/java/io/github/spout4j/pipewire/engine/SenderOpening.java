package io.github.spout4j.pipewire.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.protocol.SenderName;
import java.util.Optional;

/** Opens a sender under the name that was asked for, or the next that is free. */
record SenderOpening(DaemonLink link, PipeWireDirectory directory, NameEncoding encoding, Watch watch) {
    private static final int MOST_TRIES = 1000;
    private static final int LONGEST = 255;

    ListedSender open(SenderOptions options) {
        int number = 0;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            SenderName name = number == 0 ? options.name() : options.name().numbered(number, encoding, LONGEST);
            if (directory.nodesNow().all().containsKey(name)) {
                number++;
                continue;
            }
            SenderNode node = new SenderNode(link, watch, name.text(), options);
            if (isFirst(node, name)) {
                return new ListedSender(name.text(), Optional.empty(), node,
                        new PipeWireWriter(node, options.shape(), watch));
            }
            node.close();
        }
        throw new SpoutException("the sender \"" + options.name() + "\" finds no free name");
    }

    /** Whether nobody else has opened that name just before. */
    private boolean isFirst(SenderNode node, SenderName name) {
        Optional<VideoNode> first = directory.nodesNow().find(name);
        return first.isEmpty() || first.get().id() == node.id();
    }
}
