package io.github.spout4j.engine;

import io.github.spout4j.TextureFrame;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;

/** What is read once when a sender has gone: nothing but zeros in its last frame's shape. There is no texture of it. */
final class ClearedFrame implements PixelReader {
    private final FrameMemory memory = new FrameMemory();
    private final FrameShape shape;
    private final long number;
    private boolean given;

    ClearedFrame(FrameShape shape, long number) {
        this.shape = shape;
        this.number = number;
        memory.size(shape.bytes()); // new memory is zero
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        boolean ready = !given && form == Form.PIXELS;
        given = true;
        return ready ? Access.READY : Access.LOST;
    }

    @Override
    public String problem() {
        throw new IllegalStateException("nothing hinders a cleared frame");
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public FrameShape shape() {
        return shape;
    }

    @Override
    public long rowPitch() {
        return shape.rowBytes();
    }

    @Override
    public MemorySegment pixels() {
        return memory.segment().asReadOnly();
    }

    @Override
    public TextureFrame texture() {
        throw new IllegalStateException("a cleared frame has no texture");
    }

    @Override
    public void end() {
        // given
    }

    @Override
    public void giveBack() {
        given = false;
    }

    @Override
    public boolean await(long timeoutMillis) {
        return false;
    }

    @Override
    public boolean rest() {
        return !given;
    }

    @Override
    public void close() {
        // the memory is the garbage collector's
    }
}
