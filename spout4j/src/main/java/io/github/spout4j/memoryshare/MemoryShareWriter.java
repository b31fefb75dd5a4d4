package io.github.spout4j.memoryshare;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import io.github.spout4j.transport.PublishedInfo;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The sending side of memory share. Whoever owns the guard mutex sees memory, info and frame count that belong together:
 * all three change under it. The memory is made with the first frame, so its existence means that there is one.
 */
public final class MemoryShareWriter implements PixelWriter {
    private static final long RETRY_MILLIS = 2;
    private static final long PATIENCE_MILLIS = 1000;

    private final KernelObjects objects;
    private final String memoryName;
    private final NamedMutex guard;
    /** Null where frames are not counted. */
    private final FrameCount count;
    private final PublishedInfo info;
    private final ByteFormat byteFormat;
    private NamedMemory memory;
    private FrameShape shape;
    private MemorySegment pixels;
    private boolean begun;
    private int last;

    private MemoryShareWriter(KernelObjects objects, String memoryName, NamedMutex guard, FrameCount count,
            PublishedInfo info, ByteFormat byteFormat) {
        this.objects = objects;
        this.memoryName = memoryName;
        this.guard = guard;
        this.count = count;
        this.info = info;
        this.byteFormat = byteFormat;
    }

    /** @param counts whether frames are counted */
    public static MemoryShareWriter open(KernelObjects objects, SenderName name, boolean counts, PublishedInfo info,
            ByteFormat byteFormat) {
        String memoryName = ObjectNames.buffer(name);
        NamedMutex guard = objects.createMutex(ObjectNames.guard(memoryName));
        try {
            FrameCount count = counts ? FrameCount.ofSender(objects, name) : null;
            MemoryShareWriter writer = new MemoryShareWriter(objects, memoryName, guard, count, info, byteFormat);
            writer.forgetOldFrames();
            return writer;
        } catch (RuntimeException | Error e) {
            guard.close();
            throw e;
        }
    }

    /**
     * Receivers may have kept what a former sender of this name has left: that is no frame of this one, and its number none
     * that this one may use.
     */
    private void forgetOldFrames() {
        if (guard.acquire(PATIENCE_MILLIS).owned()) {
            try {
                SharedPixels.wipe(objects, memoryName);
                if (count != null) {
                    last = count.frame();
                    count.restart();
                }
            } finally {
                guard.release();
            }
        }
    }

    @Override
    public Transport transport() {
        return Transport.MEMORY;
    }

    @Override
    public PixelFormat writtenFormat(PixelFormat published) {
        return byteFormat.of(published);
    }

    @Override
    public Optional<Adapter> adapter() {
        return Optional.empty();
    }

    @Override
    public long rowPitch() {
        return byteFormat.of(shape).rowBytes();
    }

    @Override
    public MemorySegment begin(FrameShape wanted, long timeoutMillis) {
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
        for (;;) {
            WaitResult result = guard.acquire(Math.max(0, (deadline - System.nanoTime()) / 1_000_000));
            if (!result.owned()) {
                return null;
            }
            boolean ready = false;
            try {
                ready = prepare(wanted);
            } finally {
                if (!ready) {
                    guard.release();
                }
            }
            if (ready) {
                begun = true;
                return pixels;
            }
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                return null;
            }
            pause();
        }
    }

    /** Whether there is memory for a frame of that shape; where there is not, receivers still hold memory that is too small. */
    private boolean prepare(FrameShape wanted) {
        if (wanted.equals(shape)) {
            return true;
        }
        info.publish(wanted, 0);
        long bytes = byteFormat.of(wanted).bytes();
        if (memory == null || memory.size() < bytes) {
            if (memory != null) {
                memory.close();
                memory = null;
                shape = null;
            }
            NamedMemory created = objects.createMemory(memoryName, bytes);
            if (created.size() < bytes) {
                created.close();
                return false;
            }
            if (!created.created()) {
                created.segment().fill((byte) 0);
            }
            memory = created;
        }
        pixels = memory.segment().asSlice(0, bytes);
        shape = wanted;
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long number() {
        return last;
    }

    @Override
    public long publish() {
        begun = false;
        try {
            if (count != null) {
                last = count.countFrame(last + 1);
            }
            return last;
        } finally {
            guard.release();
        }
    }

    @Override
    public FrameShape publish(Foreign kind, long reference, long timeoutMillis) {
        throw takesNone();
    }

    @Override
    public RenderTexture renderTexture(FrameShape drawn) {
        throw takesNone();
    }

    private SpoutException takesNone() {
        return new SpoutException("the sender of \"" + memoryName
                + "\" uses memory share, which takes no textures; open it with the transport TEXTURE");
    }

    @Override
    public void abort() {
        if (!begun) {
            return;
        }
        begun = false;
        try {
            pixels.fill((byte) 0);
            if (count != null) {
                count.restart();
            }
        } finally {
            guard.release();
        }
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
            memory = null;
        }
        guard.close();
        if (count != null) {
            count.close();
        }
    }
}
