package io.github.spout4j.library.engine;

import io.github.spout4j.engine.FrameMemory;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/** By SendImage: the DLL takes frames from memory and puts them into its texture. */
final class SentImages implements SendingWay {
    private final GlThread gl;
    private final SenderLock lock;
    private final FrameMemory memory = new FrameMemory();
    private final Runnable sending = this::sendImage;
    private FrameShape shape;

    /** @param lock closed with this */
    SentImages(GlThread gl, SenderLock lock) {
        this.gl = gl;
        this.lock = lock;
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

    /** Under the lock, which the DLL takes once more: by itself it waits no longer than 67 ms, and then the frame is lost. */
    @Override
    public long send() {
        if (lock.isOpen()) {
            lock.run(sending);
        } else {
            sendImage();
            lock.open(gl.library().getName());
        }
        return number();
    }

    private void sendImage() {
        if (!gl.library().sendImage(memory.segment(), shape.width(), shape.height(), DllFormat.gl(shape.format()),
                false)) {
            throw gl.failed("SendImage");
        }
    }

    @Override
    public long number() {
        return Integer.toUnsignedLong(gl.library().getFrame());
    }

    @Override
    public void close() {
        lock.close();
    }
}
