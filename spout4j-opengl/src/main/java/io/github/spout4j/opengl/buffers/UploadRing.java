package io.github.spout4j.opengl.buffers;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.opengl.buffers.Upload.State;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.textures.ReceivedTexture;
import io.github.spout4j.opengl.ways.IncomingWay;
import io.github.spout4j.opengl.ways.RingThread;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Receives on a thread of its own, straight into mapped pixel buffers, from which the thread of the context has the newest frame put into a texture.
 * Allocates nothing for a frame.
 */
public final class UploadRing implements IncomingWay {
    private static final int DEPTH = 3;
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final GlFunctions gl;
    private final Scratch scratch;
    private final SpoutReceiver receiver;
    private final boolean es;
    private final PixelLayouts layouts;
    private final TextureUpload textures;
    private final Consumer<SpoutFrame> fill = this::fill;
    /** Buffers, and last of all plain memory. */
    private final Upload[] slots = new Upload[DEPTH + 1];
    private final Thread thread;
    /** Guards the states, and is never held for longer than it takes to change them. */
    private final Object states = new Object();
    private long filled;
    private volatile long needed;
    private volatile Thread waiting;
    private volatile boolean closing;
    private volatile RuntimeException failure;
    private final ReceivedTexture own;

    /**
     * @param receiver nobody else receives from it
     * @param flip     whether OpenGL's lowest row is a frame's lowest
     * @param alpha    what textures are to carry
     */
    public UploadRing(GlContext context, Scratch scratch, SpoutReceiver receiver, ReceivedTexture own, boolean flip,
            Alpha alpha) {
        this.scratch = scratch;
        this.own = own;
        this.receiver = receiver;
        layouts = new PixelLayouts(flip, alpha);
        gl = context.gl();
        es = context.version().es();
        textures = new TextureUpload(context, scratch);
        for (int i = 0; i < DEPTH; i++) {
            slots[i] = Upload.ofBuffer(context, scratch);
        }
        slots[DEPTH] = Upload.ofMemory();
        thread = RingThread.start(receiver.name().orElse("the active sender"), this::run);
    }

    @Override
    public boolean put(int texture, long timeoutMillis) {
        int bound = scratch.integer(PixelBuffer.Use.WRITE.binding);
        try {
            reclaim();
            Upload frame = take(timeoutMillis);
            if (frame == null) {
                tellFailure();
                return false;
            }
            show(frame, texture);
            return true;
        } finally {
            gl.bindBuffer(Gl.PIXEL_UNPACK_BUFFER, bound);
        }
    }

    private void show(Upload frame, int texture) {
        try {
            if (frame.buffer == null) {
                gl.bindBuffer(Gl.PIXEL_UNPACK_BUFFER, 0);
            } else {
                frame.buffer.bind(0);
                if (frame.buffer.needsUnmap()) {
                    frame.buffer.unmap();
                }
            }
            boolean ours = texture == 0;
            textures.put(frame, ours ? own.made() : texture, ours);
            own.describe(frame.width(), frame.height(), frame.pixels().format(), frame.number());
            if (frame.buffer != null) {
                frame.fence.set();
            }
        } finally {
            turn(frame, frame.buffer == null ? State.FREE : State.IN_USE);
        }
    }

    /** Makes buffers free again that the GPU has read, and as large as frames are. */
    private void reclaim() {
        long bytes = needed;
        for (int i = 0; i < DEPTH; i++) {
            Upload slot = slots[i];
            if (stateOf(slot) == State.IN_USE && slot.fence.isOver(0)) {
                prepare(slot, bytes);
                turn(slot, State.FREE);
            } else if (bytes > slot.buffer.bytes() && turn(slot, State.FREE, State.TAKEN)) {
                prepare(slot, bytes);
                turn(slot, State.FREE);
            }
        }
    }

    private static void prepare(Upload slot, long bytes) {
        slot.buffer.bind(bytes);
        slot.buffer.map();
    }

    private State stateOf(Upload slot) {
        synchronized (states) {
            return slot.state;
        }
    }

    private void turn(Upload slot, State to) {
        synchronized (states) {
            slot.state = to;
            states.notifyAll();
        }
    }

    private boolean turn(Upload slot, State from, State to) {
        synchronized (states) {
            boolean is = slot.state == from;
            if (is) {
                slot.state = to;
            }
            return is;
        }
    }

    /** The newest frame that has come; null where none has. */
    private Upload take(long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        waiting = Thread.currentThread();
        try {
            Upload newest = newest();
            while (newest == null) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || failure != null || Thread.currentThread().isInterrupted()) {
                    return null;
                }
                LockSupport.parkNanos(this, Math.min(left, LOOK_NANOS));
                newest = newest();
            }
            return newest;
        } finally {
            waiting = null;
        }
    }

    private Upload newest() {
        synchronized (states) {
            Upload newest = null;
            for (Upload slot : slots) {
                if (slot.state == State.FILLED && (newest == null || slot.order > newest.order)) {
                    newest = slot;
                }
            }
            for (Upload slot : slots) {
                if (slot.state == State.FILLED) {
                    slot.state = slot == newest ? State.TAKEN : State.FREE;
                }
            }
            return newest;
        }
    }

    private void tellFailure() {
        RuntimeException now = failure;
        if (now != null) {
            failure = null;
            LockSupport.unpark(thread);
            throw now;
        }
    }

    private void run() {
        while (!closing) {
            try {
                receiver.receive(WAIT, fill);
            } catch (RuntimeException e) {
                fail(e);
            } catch (Error e) {
                fail(new SpoutException("no frame came to " + thread.getName() + ": " + e, e));
            }
        }
    }

    private void fail(RuntimeException e) {
        if (!closing) {
            failure = e;
            LockSupport.unpark(waiting);
            LockSupport.parkNanos(this, REST_NANOS);
        }
    }

    private void fill(SpoutFrame frame) {
        GlPixels written = GlPixels.toWrite(frame.format(), es);
        PixelLayout layout = layouts.of(written);
        long bytes = layout.bytesFor(frame.width(), frame.height());
        needed = bytes;
        Upload slot = takeToFill(bytes);
        State next = State.FREE;
        try {
            frame.copyTo(slot.memory(bytes), layout);
            slot.describe(frame.width(), frame.height(), written, frame.number());
            next = State.FILLED;
        } finally {
            filled(slot, next);
        }
        failure = null; // what was wrong is over
        LockSupport.unpark(waiting);
    }

    /** A buffer that is free, else the oldest frame that nobody fetched, else the plain memory. */
    private Upload takeToFill(long bytes) {
        synchronized (states) {
            Upload chosen = null;
            for (int i = 0; i < DEPTH; i++) {
                Upload slot = slots[i];
                if ((slot.state == State.FREE || slot.state == State.FILLED) && slot.holds(bytes)
                        && (chosen == null || slot.state.ordinal() < chosen.state.ordinal()
                                || slot.state == chosen.state && slot.order < chosen.order)) {
                    chosen = slot;
                }
            }
            if (chosen == null) {
                chosen = slots[DEPTH];
                awaitNotTaken(chosen);
            }
            chosen.state = State.FILLING;
            return chosen;
        }
    }

    /** While it is put into a texture, which does not take long. */
    private void awaitNotTaken(Upload slot) {
        boolean interrupted = false;
        while (slot.state == State.TAKEN) {
            try {
                states.wait();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void filled(Upload slot, State to) {
        synchronized (states) {
            slot.state = to;
            slot.order = ++filled;
        }
    }

    @Override
    public void end() {
        closing = true;
        thread.interrupt(); // it may wait for a frame
        RingThread.awaitEnd(thread);
        slots[DEPTH].free();
    }

    @Override
    public void delete() {
        for (int i = 0; i < DEPTH; i++) {
            slots[i].fence.clear();
            slots[i].buffer.delete();
        }
    }
}
