package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.d3d11.DeviceLostException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.NewFrames;
import io.github.spout4j.protocol.Patience;
import io.github.spout4j.protocol.SenderInfoView;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
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

    /** After which a newer frame is looked for, though one that was fetched is still on its way. */
    private static final long PENDING_MILLIS = 5;
    /** When to try the same handle again: each try makes devices, which others wait for. */
    private static final long TRY_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final TextureSystem system;
    private final KernelObjects objects;
    private final SenderName name;
    private final ReceiveMode mode;
    private final Optional<Adapter> adapter;
    private final AccessMutex access;
    private final NewFrames frames;
    private SenderInfoView info;
    private OpenedTexture opened;
    private ReadBack readBack;
    private OwnTexture own;
    private long given;
    /** Null where the last handle opened. */
    private UnopenedTextureException unopened;
    private int unopenedHandle;
    private long triedAt;

    /** @param adapter the one to try first */
    public TextureReader(TextureSystem system, KernelObjects objects, SenderName name, ReceiveMode mode,
            Optional<Adapter> adapter) {
        this.system = system;
        this.objects = objects;
        this.name = name;
        this.mode = mode;
        this.adapter = adapter;
        access = new AccessMutex(objects, name);
        try {
            frames = new NewFrames(objects, name);
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
        if (frames.newest() == NewFrames.NONE) {
            if (form == Form.PIXELS && readBack != null && give()) {
                return Access.READY;
            }
            if (info == null || opened == null || !isBeingCopied()) {
                return Access.UNCHANGED;
            }
        }
        if (!openInfo()) {
            return Access.LOST;
        }
        int shareHandle = info.shareHandle();
        if (shareHandle == 0) {
            return Access.LOST;
        }
        if (opened == null || opened.shareHandle() != shareHandle) {
            closeTextures();
            if (!openTexture(shareHandle)) {
                return Access.HINDERED;
            }
        }
        prepare(form);
        WaitResult result = opened.lock().acquire(Math.min(timeoutMillis, Patience.FRAME_MILLIS));
        if (!result.owned()) {
            closeInfo();
            return Access.BUSY;
        }
        try {
            if (!fetch(form, result)) {
                return Access.UNCHANGED;
            }
        } finally {
            opened.lock().release();
        }
        return form == Form.TEXTURE || give() ? Access.READY : Access.UNCHANGED;
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
        closeInfo();
        return false;
    }

    @Override
    public String problem() {
        return unopened.getMessage();
    }

    private boolean give() {
        boolean there = readBack.give();
        if (there) {
            given = readBack.number();
        }
        return there;
    }

    /** Whether somebody has the lock, most likely the sender: then the next frame is there as soon as the lock is free. */
    private boolean isBeingCopied() {
        WaitResult now = opened.lock().acquire(0);
        if (now.owned()) {
            try {
                if (now == WaitResult.ABANDONED) {
                    frames.restart();
                }
            } finally {
                opened.lock().release();
            }
        }
        return !now.owned();
    }

    /** For who owns the lock. */
    private boolean fetch(Form form, WaitResult result) {
        if (result == WaitResult.ABANDONED) {
            frames.restart(); // whoever died with the lock may have been writing
            return false;
        }
        long newest = frames.newest();
        if (newest == NewFrames.NONE || info.shareHandle() != opened.shareHandle()) {
            return false;
        }
        if (form == Form.TEXTURE) {
            own.fetch(opened, newest);
            given = newest;
        } else {
            readBack.fetch(newest);
        }
        frames.take(newest);
        return true;
    }

    private boolean openInfo() {
        if (info == null) {
            info = SenderInfoView.open(objects, name).orElse(null);
        }
        return info != null;
    }

    /** Whoever holds it keeps a sender that is gone listed. */
    private void closeInfo() {
        if (info != null) {
            info.close();
            info = null;
        }
    }

    private void prepare(Form form) {
        if (form == Form.TEXTURE) {
            if (own == null) {
                own = new OwnTexture(system, opened);
            }
        } else if (readBack == null) {
            readBack = switch (mode) {
                case LOWEST_LATENCY -> new NewestReadBack(opened);
                case PIPELINED -> new PipelinedReadBack(opened);
            };
        }
    }

    @Override
    public long number() {
        return given;
    }

    @Override
    public FrameShape shape() {
        return opened.shape();
    }

    @Override
    public long rowPitch() {
        return readBack.rowPitch();
    }

    @Override
    public MemorySegment pixels() {
        return readBack.pixels();
    }

    @Override
    public TextureFrame texture() {
        return own;
    }

    @Override
    public void end() {
        if (readBack != null) {
            readBack.end();
        }
    }

    @Override
    public void giveBack() {
        readBack.giveBack();
    }

    @Override
    public boolean await(long timeoutMillis) {
        if (readBack != null && readBack.isPending()) {
            readBack.awaitPending(Math.min(timeoutMillis, PENDING_MILLIS));
            return true;
        }
        return frames.await(timeoutMillis);
    }

    @Override
    public boolean rest() {
        closeInfo();
        frames.rest();
        try (SenderInfoView now = SenderInfoView.open(objects, name).orElse(null)) {
            return now != null && now.shareHandle() != 0;
        }
    }

    private void closeTextures() {
        if (readBack != null) {
            readBack.close();
            readBack = null;
        }
        if (own != null) {
            own.close();
            own = null;
        }
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    @Override
    public void close() {
        closeInfo();
        closeTextures();
        frames.close();
        access.close();
    }
}
