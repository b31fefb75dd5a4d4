package io.github.spout4j.sdk;

import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.TestSystem;
import java.util.concurrent.CompletableFuture;

/**
 * A sender that does what senders of the C++ SDK do, by named objects and nothing of our senders: lists its name before it
 * makes its info; waits 67 ms for the lock and drops the frame then; counts, where it counts, when it has asked for the
 * copy, though the pixels land later. Sends {@link NumberedPicture}s on a thread of its own until it is closed.
 */
public final class SdkSender implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 67;

    private final SdkSenderOptions options;
    private final Canvas.Maker canvases;
    private final Lateness lateness;
    private final SentFrames sent = new SentFrames();
    private final LateGpu gpu;
    private final NamedSemaphore count;
    private final SdkRegistration registration;
    private final CompletableFuture<Void> firstSent = new CompletableFuture<>();
    private final CompletableFuture<Void> stuck = new CompletableFuture<>();
    private final Thread thread;
    private Canvas canvas;
    private volatile int[] nextSize;
    private volatile boolean gettingStuck;
    private volatile boolean ended;

    private SdkSender(KernelSystem system, SdkSenderOptions options, Canvas.Maker canvases) {
        this.options = options;
        this.canvases = canvases;
        lateness = options.lateness();
        String name = options.name();
        canvas = canvases.make(options.width(), options.height());
        registration = SdkRegistration.create(system, name, canvas);
        count = options.counted()
                ? system.objects().createSemaphore(name + "_Count_Semaphore", 1, Integer.MAX_VALUE)
                : null;
        gpu = new LateGpu(name, lateness, sent);
        thread = Thread.ofPlatform().daemon().name("sdk sender " + name).start(this::run);
    }

    /** Starts one that shares memory. */
    public static SdkSender ofMemory(SdkSenderOptions options) {
        KernelSystem system = TestSystem.open();
        KernelObjects objects = system.objects();
        return new SdkSender(system, options,
                (width, height) -> new MemoryCanvas(objects, options.name(), width, height));
    }

    /**
     * Starts one that shares textures.
     *
     * @param device stays the caller's
     */
    public static SdkSender ofTextures(SdkSenderOptions options, Device device, SharedHandles handles) {
        KernelSystem system = TestSystem.open();
        KernelObjects objects = system.objects();
        return new SdkSender(system, options,
                (width, height) -> new TextureCanvas(device, handles, objects, options.name(), width, height));
    }

    /** What was sent so far. */
    public SentFrames sent() {
        return sent;
    }

    /** Waits for the first frame to be sent; fails where the sender did. */
    public void awaitFirst() {
        firstSent.join();
    }

    /** From the next frame on. With textures: another one, with another handle; the old one is released at once. */
    public void resize(int width, int height) {
        nextSize = new int[]{width, height};
    }

    /** Takes the lock, writes half a frame, and stays there for good. */
    public void getStuck() {
        gettingStuck = true;
        stuck.join();
    }

    private void run() {
        try {
            send();
        } catch (InterruptedException _) {
            // closed
        } catch (RuntimeException | Error e) {
            firstSent.completeExceptionally(e);
            stuck.completeExceptionally(e);
            throw e;
        }
    }

    private void send() throws InterruptedException {
        Rhythm rhythm = options.rhythm();
        long start = System.nanoTime();
        int slot = 0;
        int number = options.first();
        for (int index = 0; !ended; index++) {
            while (start + rhythm.due(index + 1) < System.nanoTime()) {
                index++; // held up: what is overdue is left out, and not made up for
            }
            resize();
            canvas.paint(slot, options.change() == Change.NONE ? options.first() : number, options.change());
            Pacer.awaitUntil(start + rhythm.due(index));
            if (options.locks() && canvas.lock().acquire(PATIENCE_MILLIS) != WaitResult.SIGNALLED) {
                continue;
            }
            try {
                put(slot, number);
            } finally {
                if (options.locks()) {
                    canvas.lock().release();
                }
            }
            firstSent.complete(null);
            number++;
            slot = (slot + 1) % Canvas.SLOTS;
        }
        gpu.drain();
    }

    /** For who owns the lock. */
    private void put(int slot, int number) throws InterruptedException {
        long now = System.nanoTime();
        if (gettingStuck) {
            canvas.land(slot, 0, canvas.height() / 2);
            stuck.complete(null);
            Thread.sleep(Long.MAX_VALUE);
        }
        if (lateness.none()) {
            canvas.land(slot, 0, canvas.height());
            sent.add(number, new SentFrames.Times(now, now, System.nanoTime(), 0));
        } else {
            gpu.copy(canvas, slot, number, now);
        }
        if (count != null && count.acquire(0) == WaitResult.SIGNALLED) {
            count.release(2);
        }
    }

    private void resize() throws InterruptedException {
        int[] size = nextSize;
        if (size != null) {
            nextSize = null;
            gpu.drain();
            canvas.close();
            canvas = canvases.make(size[0], size[1]);
            registration.update(canvas);
        }
    }

    /** Ends as a program that ends well, when what was sent has landed. */
    @Override
    public void close() {
        ended = true;
        if (stuck.isDone()) {
            thread.interrupt();
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        gpu.close();
        registration.close();
        canvas.close();
        if (count != null) {
            count.close();
        }
    }
}
