package io.github.spout4j.media;

import io.github.spout4j.SpoutFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes frames to ffmpeg on a thread of its own, so that one who is slow holds nobody up. A frame that is handed over is given back when it is written
 * and another has come; the last one is kept, to be repeated.
 */
final class FilmWriter implements AutoCloseable {
    private static final long CLOSE_MILLIS = 2000;
    /** How many frames wait as they are, for which senders have to have room; more are copied. */
    private static final int LENT = 4;
    /** How many wait in a stream: one, and another for a stumble. */
    private static final int NEWEST = 2;

    private final FfmpegProcess process;
    private final FrameConversion conversion;
    private final int capacity;
    private final Backlog backlog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Item> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean ending;
    private WaitingFrame kept;
    private volatile long bytesWritten;
    private volatile long discarded;
    private volatile long repeatsDiscarded;
    private volatile boolean failed;

    /**
     * @param frame  null to repeat the one before alone
     * @param before how often the one before is repeated first
     */
    private record Item(WaitingFrame frame, long before) {}

    private FilmWriter(FfmpegProcess process, FrameConversion conversion, int capacity, Backlog backlog) {
        this.process = process;
        this.conversion = conversion;
        this.capacity = capacity;
        this.backlog = backlog;
        thread = Thread.ofPlatform().daemon().name("film").start(this::run);
    }

    /**
     * One in which many frames may wait, so that none is lost.
     *
     * @param backlog becomes this object's
     */
    static FilmWriter ofFile(FfmpegProcess process, FrameConversion conversion, Backlog backlog) {
        return new FilmWriter(process, conversion, LENT, backlog);
    }

    /**
     * One in which the newest frames alone wait, so that nothing is late; its last frame is still wanted at the end, see {@link #last}.
     */
    static FilmWriter ofStream(FfmpegProcess process, FrameConversion conversion) {
        return new FilmWriter(process, conversion, NEWEST, null);
    }

    /**
     * Takes a frame over.
     *
     * @param before  how often the one before is to be repeated first
     * @param patient whether to wait for a place
     * @return false where there is no place, or ffmpeg has stopped: the frame was given back. In a stream there always is: what waits there makes room
     */
    boolean offer(WaitingFrame frame, long before, boolean patient) {
        WaitingFrame offered = full() ? copied(frame) : frame;
        boolean taken = add(offered, before, patient);
        if (!taken && offered != null) {
            offered.close();
        }
        return taken;
    }

    private boolean full() {
        lock.lock();
        try {
            return waiting.size() >= capacity;
        } finally {
            lock.unlock();
        }
    }

    /** A copy in place of what is on loan, where there is room for one. */
    private WaitingFrame copied(WaitingFrame frame) {
        if (backlog == null || frame == null || frame.lent() == null) {
            return frame;
        }
        WaitingFrame copy = backlog.copy(frame.lent());
        if (copy == null) {
            return frame;
        }
        frame.close();
        return copy;
    }

    private boolean add(WaitingFrame frame, long before, boolean patient) {
        boolean copy = frame != null && frame.lent() == null;
        lock.lock();
        try {
            if (backlog == null && !patient) {
                return !failed && addNewest(frame, before);
            }
            while (patient && !copy && !failed && waiting.size() >= capacity) {
                changed.await();
            }
            return !failed && (copy || waiting.size() < capacity) && put(frame, before);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean put(WaitingFrame frame, long before) {
        waiting.add(new Item(frame, before));
        changed.signalAll();
        return true;
    }

    /** To a stream: where ffmpeg is behind, nothing is repeated. */
    private boolean addNewest(WaitingFrame frame, long before) {
        if (waiting.isEmpty()) {
            return put(frame, before);
        }
        if (frame == null) {
            return false;
        }
        makeRoom();
        repeatsDiscarded += before;
        return put(frame, 0);
    }

    /** What is old makes room for what is new, and repetitions first. */
    private void makeRoom() {
        waiting.removeIf(item -> {
            if (item.frame() == null) {
                discard(item);
            }
            return item.frame() == null;
        });
        while (waiting.size() >= capacity) {
            discard(waiting.remove());
        }
    }

    /** Has the last frame repeated; false where there is no place for that. */
    boolean repeat(long times) {
        return offer(null, times, false);
    }

    /** How many bytes are in the pipe or through it. */
    long bytesWritten() {
        return bytesWritten;
    }

    /** How many frames were taken over and not written. */
    long discarded() {
        return discarded;
    }

    /** How many repetitions were not written. */
    long repeatsDiscarded() {
        return repeatsDiscarded;
    }

    /** Whether ffmpeg has stopped reading. */
    boolean failed() {
        return failed;
    }

    /**
     * Writes what waits, and ends.
     *
     * @return whether all was written in time
     */
    boolean finish(long timeoutMillis) {
        lock.lock();
        try {
            ending = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (thread.isAlive() && System.nanoTime() - end < 0) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive() && !failed;
    }

    /** The frame that was written last, for the caller to close; of one who keeps it, once it has ended. Null where there is none. */
    SpoutFrame last() {
        SpoutFrame last = thread.isAlive() || kept == null ? null : kept.lent();
        kept = null;
        return last;
    }

    private void run() {
        ByteBuffer bytes = null;
        try {
            for (Item item = take(); item != null; item = take()) {
                for (long i = 0; i < item.before() && bytes != null; i++) {
                    write(bytes);
                }
                if (item.frame() != null) {
                    keep(item.frame());
                    bytes = kept.bytes(conversion);
                    write(bytes);
                }
            }
        } catch (IOException | RuntimeException | InternalError _) {
            failed = true; // why, ffmpeg's last words tell
        } finally {
            if (backlog != null) {
                keep(null);
            }
            giveBack();
        }
    }

    private void keep(WaitingFrame frame) {
        if (kept != null) {
            kept.close();
        }
        kept = frame;
    }

    private void write(ByteBuffer bytes) throws IOException {
        bytes.clear();
        while (bytes.hasRemaining()) {
            process.input().write(bytes);
        }
        bytesWritten += bytes.limit();
    }

    private Item take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !ending) {
                changed.awaitUninterruptibly();
            }
            Item item = waiting.poll();
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    private void giveBack() {
        lock.lock();
        try {
            failed |= !waiting.isEmpty();
            waiting.forEach(this::discard);
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void discard(Item item) {
        repeatsDiscarded += item.before();
        if (item.frame() != null) {
            discarded++;
            item.frame().close();
        }
    }

    /** Ends at once; ffmpeg is to be closed before. */
    @Override
    public void close() {
        finish(CLOSE_MILLIS);
        SpoutFrame left = last();
        if (left != null) {
            left.close();
        }
        if (!thread.isAlive()) {
            conversion.close();
            if (backlog != null) {
                backlog.close();
            }
        }
    }
}
