package io.github.spout4j.memoryshare;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.NewFrames;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderInfoView;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The receiving side of memory share. While frames come it holds the sender's info, so a frame costs no look-up; holding it
 * would keep a dead sender listed, so it is let go as soon as none come.
 */
public final class MemoryShareReader implements PixelReader {
    private static final long UNUSABLE_RETRY_MILLIS = 2;

    private final KernelObjects objects;
    private final SenderName name;
    private final ByteFormat byteFormat;
    private final String memoryName;
    private final NamedMutex guard;
    private final NewFrames frames;
    private SenderInfoView info;
    private NamedMemory memory;
    private FrameShape shape;
    private int dxgiFormat;
    private MemorySegment pixels;
    /** There is a new frame, but not in memory that fits its info: somebody is just about to change that, or never. */
    private boolean unusable;

    public MemoryShareReader(KernelObjects objects, SenderName name, ByteFormat byteFormat) {
        this.objects = objects;
        this.name = name;
        this.byteFormat = byteFormat;
        memoryName = ObjectNames.buffer(name);
        guard = objects.createMutex(ObjectNames.guard(memoryName));
        try {
            frames = new NewFrames(objects, name);
        } catch (RuntimeException | Error e) {
            guard.close();
            throw e;
        }
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        if (form == Form.TEXTURE) {
            throw new SpoutException("the sender \"" + name
                    + "\" uses memory share, which has no texture; receive its pixels, or have it send a texture");
        }
        if (frames.newest() == NewFrames.NONE) {
            return Access.UNCHANGED;
        }
        WaitResult result = guard.acquire(timeoutMillis);
        if (!result.owned()) {
            return Access.BUSY;
        }
        Access access = Access.LOST;
        try {
            if (result == WaitResult.ABANDONED) {
                forgetHalfWritten();
            }
            access = look();
        } finally {
            if (access != Access.READY) {
                guard.release();
            }
        }
        return access;
    }

    /** Whoever owned the guard died in it, perhaps while writing: no receiver may take what is there for a frame. */
    private void forgetHalfWritten() {
        SharedPixels.wipe(objects, memoryName);
        frames.restart();
    }

    private Access look() {
        long newest = frames.newest();
        if (newest == NewFrames.NONE) {
            return Access.UNCHANGED;
        }
        if (info == null) {
            info = SenderInfoView.open(objects, name).orElse(null);
            if (info == null) {
                return Access.LOST;
            }
        }
        if (info.shareHandle() != 0) {
            return Access.LOST;
        }
        int width = info.width();
        int height = info.height();
        int format = info.format();
        if (shape == null || width != shape.width() || height != shape.height() || format != dxgiFormat) {
            shape = null;
            pixels = null;
            if (width < 1 || height < 1 || width > FrameShape.MAXIMUM_SIDE || height > FrameShape.MAXIMUM_SIDE) {
                unusable = true;
                return Access.UNCHANGED;
            }
            shape = new FrameShape(width, height, byteFormat.of(format(format)));
            dxgiFormat = format;
        }
        unusable = !map();
        if (unusable) {
            return Access.UNCHANGED;
        }
        frames.take(newest);
        return Access.READY;
    }

    private PixelFormat format(int published) {
        return PixelFormat.ofDxgiFormat(published)
                .orElseThrow(() -> new SpoutException("the sender \"" + name + "\" sends "
                        + DxgiFormat.describe(published)
                        + ", which spout4j cannot read: let it send another format, such as RGBA8"));
    }

    private boolean map() {
        if (pixels != null) {
            return true;
        }
        if (memory != null && memory.size() < shape.bytes()) {
            memory.close();
            memory = null;
        }
        if (memory == null) {
            memory = objects.openMemory(memoryName).orElse(null);
        }
        if (memory == null || memory.size() < shape.bytes()) {
            return false;
        }
        pixels = memory.segment().asSlice(0, shape.bytes()).asReadOnly();
        return true;
    }

    @Override
    public long number() {
        return frames.number();
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
        return pixels;
    }

    @Override
    public TextureFrame texture() {
        throw new UnsupportedOperationException("memory share has no texture");
    }

    @Override
    public void end() {
        guard.release();
    }

    @Override
    public void giveBack() {
        frames.giveBack();
        guard.release();
    }

    @Override
    public boolean await(long timeoutMillis) {
        if (unusable) {
            unusable = false;
            long retry = Math.min(frames.retryMillis(UNUSABLE_RETRY_MILLIS), timeoutMillis);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(retry));
            return true;
        }
        return frames.await(timeoutMillis);
    }

    @Override
    public boolean rest() {
        if (info != null) {
            info.close();
            info = null;
        }
        frames.rest();
        SenderInfoView now = SenderInfoView.open(objects, name).orElse(null);
        if (now == null) {
            return false;
        }
        try (now) {
            if (memory != null && memory.size() < bytes(now)) {
                memory.close();
                memory = null;
                pixels = null;
            }
            return now.shareHandle() == 0;
        }
    }

    private long bytes(SenderInfoView now) {
        int bytesPerPixel = PixelFormat.ofDxgiFormat(now.format()).map(byteFormat::of).map(PixelFormat::bytesPerPixel)
                .orElse(0);
        return (long) now.width() * now.height() * bytesPerPixel;
    }

    @Override
    public void close() {
        if (info != null) {
            info.close();
        }
        if (memory != null) {
            memory.close();
        }
        frames.close();
        guard.close();
    }
}
