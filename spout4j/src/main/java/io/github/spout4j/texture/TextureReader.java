package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.d3d11.DeviceLostException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.HeldInfo;
import io.github.spout4j.protocol.Patience;
import io.github.spout4j.protocol.SenderInfoView;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Look;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The receiving side of the shared texture. A frame is copied under the sender's lock, which is released as soon as the GPU
 * has done so, before anybody reads the copy. Follows the sender to another texture.
 */
public final class TextureReader implements PixelReader {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");

    /** When to try the same handle again: each try makes devices, which others wait for. */
    private static final long TRY_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Looks after one another at a frame that is changing, before the next is waited for. */
    private static final int MOST_LOOKS = 6;

    private final TextureSystem system;
    private final KernelObjects objects;
    private final SenderName name;
    private final SenderTraits traits;
    private final Optional<Adapter> adapter;
    private final AccessMutex access;
    private final TextureFrames frames;
    private final HeldInfo info;
    private OpenedTexture opened;
    /** Whether the sender may have another texture than the opened one, or none any more. */
    private boolean moved;
    /** Null where the last handle opened. */
    private UnopenedTextureException unopened;
    private int unopenedHandle;
    private long triedAt;

    /**
     * @param traits  what the sender promises
     * @param adapter the one to try first
     */
    public TextureReader(TextureSystem system, KernelObjects objects, SenderName name, SenderTraits traits,
            ReceiveMode mode, Optional<Adapter> adapter) {
        this.system = system;
        this.objects = objects;
        this.name = name;
        this.traits = traits;
        this.adapter = adapter;
        info = new HeldInfo(objects, name);
        access = new AccessMutex(objects, name);
        try {
            frames = traits.countsCompleteFrames()
                    ? new CountedTextureFrames(system, objects, name, mode)
                    : new ComparedTextureFrames(system, objects, name, traits);
        } catch (RuntimeException | Error e) {
            access.close();
            throw e;
        }
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        try {
            return look(form, timeoutMillis);
        } catch (DeviceLostException e) {
            LOG.log(System.Logger.Level.WARNING,
                    "the receiver of \"{0}\" lost its graphics device and makes a new one: {1}", name, e.getMessage());
            if (opened != null) {
                opened.device().lose();
            }
            return Access.LOST;
        }
    }

    private Access look(Form form, long timeoutMillis) {
        if (!frames.isLookDue(timeoutMillis)) {
            if (form == Form.PIXELS && frames.give()) {
                return Access.READY;
            }
            if (opened == null || !frames.mayBeBeingCopied()) {
                return Access.UNCHANGED;
            }
        }
        Access access = followAndFetch(form, timeoutMillis);
        boolean another = access == Access.UNCHANGED && moved;
        return another ? followAndFetch(form, timeoutMillis) : access;
    }

    private Access followAndFetch(Form form, long timeoutMillis) {
        Access found = opened == null || moved ? follow() : Access.READY;
        return found == Access.READY ? fetch(form, Math.min(timeoutMillis, Patience.FRAME_MILLIS)) : found;
    }

    /** Opens the texture that the sender has now. */
    private Access follow() {
        int shareHandle = shareHandle();
        if (shareHandle == 0) {
            return Access.LOST;
        }
        if (opened == null || opened.shareHandle() != shareHandle) {
            closeTexture();
            if (!traits.equals(SenderTraits.read(objects, name))) {
                return Access.LOST;
            }
            if (!openTexture(shareHandle)) {
                return Access.HINDERED;
            }
            frames.follow(opened);
        }
        moved = false;
        return Access.READY;
    }

    /** That of the sender now; 0 where there is no sender. */
    private int shareHandle() {
        SenderInfoView view = info.look();
        int shareHandle = view == null ? 0 : view.shareHandle();
        info.looked();
        return shareHandle;
    }

    private Access fetch(Form form, long timeoutMillis) {
        for (int looks = 1;; looks++) {
            WaitResult result = opened.lock().acquire(timeoutMillis);
            if (!result.owned()) {
                info.close();
                moved = true;
                return Access.BUSY;
            }
            Look look;
            try {
                look = look(form, result);
            } finally {
                opened.lock().release();
            }
            if (look == Look.FRAME) {
                info.frameCame();
                return form == Form.TEXTURE || frames.give() ? Access.READY : Access.UNCHANGED;
            }
            if (look == Look.NOTHING || looks == MOST_LOOKS) {
                frames.leaveUnsettled();
                return Access.UNCHANGED;
            }
            objects.nap(frames.settlingNanos());
        }
    }

    /** For who owns the lock. */
    private Look look(Form form, WaitResult result) {
        if (result == WaitResult.ABANDONED) {
            frames.abandoned();
            return Look.NOTHING;
        }
        moved = shareHandle() != opened.shareHandle();
        return moved ? Look.NOTHING : frames.fetch(form);
    }

    /** False where no adapter opens the handle just now. */
    private boolean openTexture(int shareHandle) {
        boolean again = unopened != null && unopenedHandle == shareHandle;
        if (!again || System.nanoTime() - triedAt > TRY_AGAIN_NANOS) {
            try {
                opened = OpenedTexture.open(system, name, shareHandle, adapter, access);
                unopened = null;
                return true;
            } catch (UnopenedTextureException e) {
                unopened = e;
                triedAt = System.nanoTime();
            }
        }
        unopenedHandle = shareHandle;
        info.close();
        return false;
    }

    @Override
    public String problem() {
        return unopened.getMessage();
    }

    @Override
    public long number() {
        return frames.number();
    }

    @Override
    public FrameShape shape() {
        return opened.shape();
    }

    @Override
    public long rowPitch() {
        return frames.rowPitch();
    }

    @Override
    public MemorySegment pixels() {
        return frames.pixels();
    }

    @Override
    public TextureFrame texture() {
        return frames.texture();
    }

    @Override
    public void end() {
        frames.end();
    }

    @Override
    public void giveBack() {
        frames.giveBack();
    }

    @Override
    public boolean await(long timeoutMillis) {
        return frames.await(timeoutMillis);
    }

    @Override
    public boolean rest() {
        info.rest();
        frames.rest();
        try (SenderInfoView now = SenderInfoView.open(objects, name).orElse(null)) {
            return now != null && now.shareHandle() != 0 && traits.equals(SenderTraits.read(objects, name));
        }
    }

    private void closeTexture() {
        frames.follow(null);
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    @Override
    public void close() {
        info.close();
        closeTexture();
        frames.close();
        access.close();
    }
}
