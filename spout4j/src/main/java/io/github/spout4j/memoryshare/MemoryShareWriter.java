package io.github.spout4j.memoryshare;

import io.github.spout4j.PixelFormat;
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

    private final KernelObjects objects;
    private final String memoryName;
    private final NamedMutex guard;
    private final Optional<FrameCount> count;
    private final PublishedInfo info;
    private final ByteFormat byteFormat;
    private NamedMemory memory;
    private FrameShape shape;
    private MemorySegment pixels;
    private boolean begun;

    /** @param count empty where frames are not counted */
    public MemoryShareWriter(KernelObjects objects, SenderName name, Optional<FrameCount> count, PublishedInfo info,
            ByteFormat byteFormat) {
        this.objects = objects;
        this.count = count;
        this.info = info;
        this.byteFormat = byteFormat;
        memoryName = ObjectNames.buffer(name);
        guard = objects.createMutex(ObjectNames.guard(memoryName));
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
    public long rowPitch() {
        return shape.rowBytes();
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
        if (memory == null || memory.size() < wanted.bytes()) {
            if (memory != null) {
                memory.close();
                memory = null;
                shape = null;
            }
            NamedMemory created = objects.createMemory(memoryName, wanted.bytes());
            if (created.size() < wanted.bytes()) {
                created.close();
                return false;
            }
            if (!created.created()) {
                created.segment().fill((byte) 0);
            }
            memory = created;
        }
        pixels = memory.segment().asSlice(0, wanted.bytes());
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
    public long publish() {
        begun = false;
        try {
            return count.isPresent() ? count.get().countFrame() : 0;
        } finally {
            guard.release();
        }
    }

    @Override
    public void abort() {
        if (!begun) {
            return;
        }
        begun = false;
        try {
            pixels.fill((byte) 0);
            count.ifPresent(FrameCount::restart);
            guard.release();
        } catch (IllegalStateException _) {
            // closed meanwhile: nobody reads it any more
        }
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
            memory = null;
        }
        guard.close();
        count.ifPresent(FrameCount::close);
    }
}
