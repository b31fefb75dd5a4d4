package io.github.spout4j.sdk;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Lands frames some time after they were asked for, one after another, in blocks of rows, on a thread of its own that takes no
 * lock: what a GPU does with a CopyResource that was flushed and not waited for.
 */
final class LateGpu implements AutoCloseable {
    private final Lateness lateness;
    private final SentFrames sent;
    private final LinkedBlockingQueue<Copy> copies = new LinkedBlockingQueue<>();
    /** One of them is the frame that is being painted. */
    private final Semaphore free = new Semaphore(Canvas.SLOTS - 1);
    private final Thread thread;

    private record Copy(Canvas canvas, int slot, int number, long issued) {}

    LateGpu(String name, Lateness lateness, SentFrames sent) {
        this.lateness = lateness;
        this.sent = sent;
        thread = Thread.ofPlatform().daemon().name("gpu of " + name).start(this::run);
    }

    /** Asks for a copy; waits where too many are on their way, as drivers do. */
    void copy(Canvas canvas, int slot, int number, long issued) throws InterruptedException {
        free.acquire();
        copies.add(new Copy(canvas, slot, number, issued));
    }

    /** Waits until all that was asked for has landed. */
    void drain() throws InterruptedException {
        free.acquire(Canvas.SLOTS - 1);
        free.release(Canvas.SLOTS - 1);
    }

    private void run() {
        try {
            for (;;) {
                Copy copy = copies.take();
                land(copy);
                free.release();
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private void land(Copy copy) throws InterruptedException {
        long first = copy.issued + Math.max(0, lateness.of(copy.number) - lateness.spread());
        Pacer.awaitUntil(first);
        long began = System.nanoTime();
        int height = copy.canvas.height();
        for (int block = 0; block < lateness.blocks(); block++) {
            Pacer.awaitUntil(began + block * lateness.gapNanos());
            copy.canvas.land(copy.slot, lateness.firstRow(block, height), lateness.firstRow(block + 1, height));
        }
        sent.add(copy.number, new SentFrames.Times(copy.issued, began, System.nanoTime()));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
