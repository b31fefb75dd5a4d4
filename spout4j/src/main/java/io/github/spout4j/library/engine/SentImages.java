package io.github.spout4j.library.engine;

import io.github.spout4j.engine.FrameMemory;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/** By SendImage: the DLL takes frames from memory and puts them into its texture. */
final class SentImages implements SendingWay {
    private final GlThread gl;
    private final FrameMemory memory = new FrameMemory();
    private FrameShape shape;

    SentImages(GlThread gl) {
        this.gl = gl;
    }

    @Override
    public MemorySegment begin(FrameShape next) {
        shape = next;
        memory.size(next.bytes());
        return memory.segment();
    }

    @Override
    public long rowPitch() {
        return shape.rowBytes();
    }

    @Override
    public long send() {
        if (!gl.library().sendImage(memory.segment(), shape.width(), shape.height(), DllFormat.gl(shape.format()),
                false)) {
            throw gl.failed("SendImage");
        }
        return number();
    }

    @Override
    public long number() {
        return Integer.toUnsignedLong(gl.library().getFrame());
    }

    @Override
    public void close() {
        // the memory is the garbage collector's
    }
}
