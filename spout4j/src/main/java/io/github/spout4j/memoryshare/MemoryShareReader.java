package io.github.spout4j.memoryshare;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.HeldInfo;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderInfoView;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Look;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;

/** The receiving side of memory share. */
public final class MemoryShareReader implements PixelReader {
    /** Looks after one another at a frame that is changing, before the next is waited for. */
    private static final int MOST_LOOKS = 6;

    private final KernelObjects objects;
    private final SenderName name;
    private final ByteFormat byteFormat;
    private final String memoryName;
    private final SenderTraits traits;
    private final NamedMutex guard;
    private final MemoryFrames frames;
    private final HeldInfo info;
    private NamedMemory memory;
    private FrameShape shape;
    private int dxgiFormat;
    private MemorySegment map;
    private boolean guarded;
    private boolean again;
    /** Why the new frame is not to be had: somebody is just about to change that, or never. */
    private String problem;

    /** @param traits what the sender promises */
    public MemoryShareReader(KernelObjects objects, SenderName name, SenderTraits traits, ByteFormat byteFormat) {
        this.objects = objects;
        this.name = name;
        this.traits = traits;
        this.byteFormat = byteFormat;
        memoryName = ObjectNames.buffer(name);
        info = new HeldInfo(objects, name);
        guard = objects.createMutex(ObjectNames.guard(memoryName));
        try {
            frames = traits.countsCompleteFrames()
                    ? new CountedMemoryFrames(objects, name)
                    : new ComparedMemoryFrames(objects, name, traits);
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
        if (!frames.isLookDue(timeoutMillis)) {
            return frames.takeKept() ? Access.READY : Access.UNCHANGED;
        }
        for (int looks = 1;; looks++) {
            WaitResult result = guard.acquire(timeoutMillis);
            if (!result.owned()) {
                return Access.BUSY;
            }
            guarded = true;
            again = false;
            Access access = Access.LOST;
            try {
                access = look(result == WaitResult.ABANDONED);
            } finally {
                if (access != Access.READY || !frames.areInPlace()) {
                    release();
                }
            }
            if (!again || looks == MOST_LOOKS) {
                if (access == Access.READY) {
                    info.frameCame();
                }
                frames.leaveUnsettled();
                return access;
            }
            objects.nap(frames.settlingNanos());
        }
    }

    private void release() {
        if (guarded) {
            guarded = false;
            guard.release();
        }
    }

    /** @param halfWritten whether the last owner of the guard died in it, perhaps while writing: that is no frame */
    private Access look(boolean halfWritten) {
        if (halfWritten && traits.countsCompleteFrames()) {
            SharedPixels.wipe(objects, memoryName);
            frames.abandoned(null, null);
            return Access.UNCHANGED;
        }
        SenderInfoView view = info.look();
        if (view == null) {
            return Access.LOST;
        }
        int shareHandle = view.shareHandle();
        int width = view.width();
        int height = view.height();
        int format = view.format();
        info.looked();
        if (shareHandle != 0) {
            return Access.LOST;
        }
        if (shape == null || width != shape.width() || height != shape.height() || format != dxgiFormat) {
            shape = null;
            map = null;
            String wrong = SharedTextureInfo.problem(width, height, format);
            if (wrong != null) {
                return hindered(wrong);
            }
            shape = new FrameShape(width, height, byteFormat.of(PixelFormat.ofDxgiFormat(format).orElseThrow()));
            dxgiFormat = format;
        }
        String missing = map();
        if (missing != null) {
            return hindered(missing);
        }
        if (map == null) {
            return Access.UNCHANGED;
        }
        if (halfWritten) {
            frames.abandoned(map, shape);
            return Access.UNCHANGED;
        }
        Look look = frames.take(map, shape);
        again = look == Look.AGAIN;
        return look == Look.FRAME ? Access.READY : Access.UNCHANGED;
    }

    private Access hindered(String why) {
        problem = "the sender \"" + name + "\" cannot be received: " + why;
        return Access.HINDERED;
    }

    @Override
    public String problem() {
        return problem;
    }

    /**
     * What is wrong with the memory of the pixels; null where it is mapped, or there may be none yet. Holds none that is too small: nobody could make a larger one.
     */
    private String map() {
        if (map != null) {
            return null;
        }
        if (memory != null && memory.size() < shape.bytes()) {
            memory.close();
            memory = null;
        }
        if (memory == null) {
            try {
                memory = objects.openMemory(memoryName).orElse(null);
            } catch (NotNowException e) {
                throw e;
            } catch (SpoutException e) {
                return e.getMessage(); // an object of another kind has that name
            }
        }
        if (memory == null) {
            return frames.mayHaveNoMap() ? null : "there is no memory with its pixels";
        }
        long size = memory.size();
        if (size < shape.bytes()) {
            memory.close();
            memory = null;
            return "the memory with its pixels has " + size + " bytes, its frames have " + shape.bytes();
        }
        map = memory.segment().asSlice(0, shape.bytes()).asReadOnly();
        return null;
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
        return frames.pixels();
    }

    @Override
    public TextureFrame texture() {
        throw new UnsupportedOperationException("memory share has no texture");
    }

    @Override
    public void end() {
        release();
    }

    @Override
    public void giveBack() {
        frames.giveBack();
        release();
    }

    @Override
    public boolean await(long timeoutMillis) {
        return frames.await(timeoutMillis);
    }

    @Override
    public boolean rest() {
        info.rest();
        frames.rest();
        SenderInfoView now = SenderInfoView.open(objects, name).orElse(null);
        if (now == null) {
            return false;
        }
        try (now) {
            if (memory != null && memory.size() < bytes(now)) {
                memory.close();
                memory = null;
                map = null;
            }
            return now.shareHandle() == 0 && traits.equals(SenderTraits.read(objects, name));
        }
    }

    private long bytes(SenderInfoView now) {
        int bytesPerPixel = PixelFormat.ofDxgiFormat(now.format()).map(byteFormat::of).map(PixelFormat::bytesPerPixel)
                .orElse(0);
        return (long) now.width() * now.height() * bytesPerPixel;
    }

    @Override
    public void close() {
        info.close();
        if (memory != null) {
            memory.close();
        }
        frames.close();
        guard.close();
    }
}
