package io.github.spout4j.engine;

import io.github.spout4j.SpoutFrame;
import java.util.Optional;

/** A frame in memory of the receiver's own, which goes back to the receiver's stock when closed. */
final class ReceivedFrame extends OpenFrame {
    private final FrameStock stock;
    private final Optional<SpoutFrame> asOptional = Optional.of(this);
    private FrameMemory memory;

    ReceivedFrame(FrameStock stock) {
        this.stock = stock;
    }

    void take(FrameMemory newMemory) {
        memory = newMemory;
    }

    FrameMemory memory() {
        return memory;
    }

    Optional<SpoutFrame> asOptional() {
        return asOptional;
    }

    @Override
    public void close() {
        if (isOpen()) {
            FrameMemory mine = memory;
            if (finish()) {
                stock.put(mine);
            }
        }
    }
}
