package io.github.spout4j.texture;

import io.github.spout4j.ReceiveMode;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.NewFrames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.PixelReader.Form;
import io.github.spout4j.transport.Look;
import java.lang.foreign.MemorySegment;

/** The frames of a sender that counts each one when it is complete: the count tells which are new. */
final class CountedTextureFrames implements TextureFrames {
    /** After which a newer frame is looked for, though one that was fetched is still on its way. */
    private static final long PENDING_MILLIS = 5;

    private final TextureSystem system;
    private final ReceiveMode mode;
    private final NewFrames frames;
    private OpenedTexture source;
    private ReadBack readBack;
    private OwnTexture own;
    private long given;
    private boolean justGiven;

    CountedTextureFrames(TextureSystem system, KernelObjects objects, SenderName name, ReceiveMode mode) {
        this.system = system;
        this.mode = mode;
        frames = new NewFrames(objects, name);
    }

    @Override
    public void follow(OpenedTexture texture) {
        if (readBack != null) {
            readBack.close();
            readBack = null;
        }
        if (own != null) {
            own.close();
            own = null;
        }
        source = texture;
    }

    @Override
    public boolean isLookDue(long timeoutMillis) {
        return frames.newest() != NewFrames.NONE;
    }

    /** A sender without pause begins the next frame while the last one is read; others are waited for by their count. */
    @Override
    public boolean mayBeBeingCopied() {
        boolean may = justGiven;
        justGiven = false;
        return may;
    }

    @Override
    public Look fetch(Form form) {
        long newest = frames.newest();
        if (newest == NewFrames.NONE) {
            return Look.NOTHING;
        }
        if (form == Form.TEXTURE) {
            if (own == null) {
                own = new OwnTexture(system, source);
            }
            own.fetch(source, newest);
            given = newest;
        } else {
            if (readBack == null) {
                readBack = switch (mode) {
                    case LOWEST_LATENCY -> new NewestReadBack(source);
                    case PIPELINED -> new PipelinedReadBack(source);
                };
            }
            readBack.fetch(newest);
        }
        frames.take(newest);
        justGiven = true;
        return Look.FRAME;
    }

    @Override
    public long settlingNanos() {
        return 0;
    }

    @Override
    public void leaveUnsettled() {
        // what is counted has settled
    }

    @Override
    public void abandoned() {
        frames.restart();
    }

    @Override
    public boolean give() {
        boolean there = readBack != null && readBack.give();
        if (there) {
            given = readBack.number();
        }
        return there;
    }

    @Override
    public long number() {
        return given;
    }

    @Override
    public MemorySegment pixels() {
        return readBack.pixels();
    }

    @Override
    public long rowPitch() {
        return readBack.rowPitch();
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
    public void rest() {
        frames.rest();
    }

    @Override
    public void close() {
        follow(null);
        frames.close();
    }
}
