package io.github.spout4j.texture;

import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.Patience;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.PublishedInfo;

/**
 * Puts frames where receivers look: under the lock the GPU copies, and only when the copy is complete is the frame told of
 * and counted. One thread at a time.
 */
final class FrameOutlet implements AutoCloseable {
    private final SenderName name;
    private final AccessMutex access;
    private final FrameLock named;
    /** Null where frames are not counted. */
    private final FrameCount count;
    private final PublishedInfo info;
    private SharedTexture announced;
    private FrameLock lock;
    private long last;

    /** @param announced what the sender's info tells of already */
    FrameOutlet(KernelObjects objects, SenderName name, boolean counts, PublishedInfo info, SharedTexture announced) {
        this.name = name;
        this.info = info;
        this.announced = announced;
        access = new AccessMutex(objects, name);
        named = FrameLock.named(access);
        lock = announced.lockOr(named);
        try {
            count = counts ? FrameCount.ofSender(objects, name) : null;
        } catch (RuntimeException | Error e) {
            access.close();
            throw e;
        }
        forgetOldFrames();
    }

    /** Receivers may have kept the count of a former sender of this name: its numbers must not come again. */
    private void forgetOldFrames() {
        if (count != null && access.acquire(Patience.ONCE_MILLIS).owned()) {
            try {
                last = count.frame();
                count.restart();
            } finally {
                access.release();
            }
        }
    }

    /** The number counted last under this name when this opened. */
    long last() {
        return last;
    }

    /**
     * Publishes one frame.
     *
     * @param source the address of any texture of the target's size and format
     * @param target what receivers open
     * @param there  the target on the source's device; the target's own texture where that is the same
     * @param copied a query of the source's device
     * @param number the frame's number; for who counts
     * @return false where somebody else held the lock all the time
     */
    boolean put(long source, SharedTexture target, Texture there, EventQuery copied, long number,
            long timeoutMillis) {
        if (target != announced) {
            lock = target.lockOr(named);
        }
        FrameLock held = lock;
        if (!held.acquire(timeoutMillis).owned()) {
            return false;
        }
        try {
            there.device().copy(source, there, copied);
            if (!copied.await(EventQuery.HANGS_MILLIS)) {
                throw new SpoutException("the graphics adapter did not copy a frame of the sender \"" + name
                        + "\" within " + EventQuery.HANGS_MILLIS + " ms; the frame is lost");
            }
            if (target != announced) {
                info.publish(target.shape(), target.shareHandle());
                announced = target;
            }
            if (count != null) {
                count.countFrame((int) number);
            }
            return true;
        } finally {
            held.release();
        }
    }

    /**
     * Copies what was published last, all of it.
     *
     * @param copy of its size, format and device
     * @return false where somebody else held the lock all the time
     */
    boolean read(Texture copy, long timeoutMillis) {
        FrameLock held = lock;
        if (!held.acquire(timeoutMillis).owned()) {
            return false;
        }
        try {
            announced.device().copy(announced.texture(), copy, announced.copied());
            if (!announced.copied().await(EventQuery.HANGS_MILLIS)) {
                throw new SpoutException("the graphics adapter did not give a frame of the sender \"" + name
                        + "\" back within " + EventQuery.HANGS_MILLIS + " ms");
            }
            return true;
        } finally {
            held.release();
        }
    }

    boolean counts() {
        return count != null;
    }

    @Override
    public void close() {
        if (count != null) {
            count.close();
        }
        access.close();
    }
}
