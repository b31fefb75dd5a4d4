package io.github.spout4j.engine;

import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.transport.Loan;
import java.util.Optional;

/** A frame in memory of the receiver's own, or lent by the sender: given back when it is closed. */
final class ReceivedFrame extends OpenFrame {
    private final FrameStock stock;
    private final Optional<SpoutFrame> asOptional = Optional.of(this);
    private FrameMemory memory;
    private Loan loan;

    ReceivedFrame(FrameStock stock) {
        this.stock = stock;
    }

    /** Opens it with pixels that are lent. */
    void begin(Loan pixels, int width, int height, PixelLayout layout, long number) {
        memory = null;
        loan = pixels;
        begin(pixels.pixels(), width, height, layout, number);
    }

    /** Opens it with pixels in memory of the stock. */
    void begin(FrameMemory pixels, int width, int height, PixelLayout layout, long number) {
        memory = pixels;
        loan = null;
        begin(pixels.toRead(), width, height, layout, number);
    }

    Optional<SpoutFrame> asOptional() {
        return asOptional;
    }

    @Override
    public void close() {
        if (!isOpen()) {
            return;
        }
        FrameMemory mine = memory;
        Loan lent = loan;
        if (finish()) {
            if (lent != null) {
                lent.giveBack();
            } else {
                stock.put(mine);
            }
        }
    }
}
