package io.github.spout4j.pipewire.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.protocol.SenderName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Opens a sender under the name that was asked for, or the next that is free. */
record SenderOpening(DaemonLink link, PipeWireDirectory directory, NameEncoding encoding, Watch watch) {
    private static final int MOST_TRIES = 1000;
    private static final int LONGEST = 255;
    /** Of one program only one looks for a name at a time; those of others are found afterwards. */
    private static final ReentrantLock OPENING = new ReentrantLock();

    ListedSender open(SenderOptions options) {
        OPENING.lock();
        try {
            return openInTurn(options);
        } finally {
            OPENING.unlock();
        }
    }

    private ListedSender openInTurn(SenderOptions options) {
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

    /** Whether nobody else has opened that name just before; who did may not have told its format yet. */
    private boolean isFirst(SenderNode node, SenderName name) {
        List<VideoNode> same = directory.described(name);
        return same.isEmpty() || same.getFirst().id() == node.id();
    }
}
