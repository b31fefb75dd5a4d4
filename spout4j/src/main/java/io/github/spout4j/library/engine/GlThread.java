package io.github.spout4j.library.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.library.SpoutLibrary;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A thread with an OpenGL context and the object of the DLL that uses it: such a context belongs to one thread of the system, and
 * callers come on any. Handing work over allocates nothing.
 */
final class GlThread implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2000;
    private static final long END_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final String owner;
    private final Thread thread;
    private volatile Runnable task;
    private volatile boolean open = true;
    private Thread caller;
    private Throwable failure;
    private SpoutLibrary library;

    private GlThread(String owner) {
        this.owner = owner;
        thread = Thread.ofPlatform().daemon().name("spout4j OpenGL of " + owner).unstarted(this::serve);
    }

    /**
     * Starts the thread, and makes the object and the context on it. The Direct3D device is left to the first frame: made before, the
     * SDK would never look whether the graphics card can share, and not go through the CPU where it cannot.
     *
     * @param owner for people
     * @throws SpoutException where one of these fails; the message says which
     */
    static GlThread start(String owner, Supplier<SpoutLibrary> libraries) {
        GlThread gl = new GlThread(owner);
        gl.thread.start();
        boolean done = false;
        try {
            gl.run(() -> gl.begin(libraries.get()));
            done = true;
            return gl;
        } finally {
            if (!done) {
                gl.close();
            }
        }
    }

    private void begin(SpoutLibrary made) {
        library = made;
        if (!library.createOpenGL()) {
            throw failed("CreateOpenGL", "there is no OpenGL here; look at the graphics driver");
        }
    }

    /** For work on this thread that has failed: by the lack of Direct3D, or else {@code step} itself. */
    SpoutException failed(String step) {
        return library.openDirectX11()
                ? failed(step,
                        "the graphics driver shares neither between OpenGL and Direct3D nor between programs, or the "
                                + "sender directory is full")
                : failed("OpenDirectX11", "there is no Direct3D 11 here; look at the graphics driver");
    }

    private SpoutException failed(String step, String advice) {
        return new SpoutException(
                owner + " cannot share pixels: " + step + " of SpoutLibrary.dll failed; " + advice);
    }

    /** The object of this thread, for work that runs on it. */
    SpoutLibrary library() {
        return library;
    }

    /**
     * Runs work on the thread and waits for it, through interrupts, whose status is kept.
     *
     * @throws IllegalStateException after {@link #close}
     */
    synchronized void run(Runnable work) {
        if (!open) {
            throw new IllegalStateException(owner + " is closed");
        }
        hand(work, Long.MAX_VALUE);
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private boolean hand(Runnable work, long nanos) {
        failure = null;
        caller = Thread.currentThread();
        task = work;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        long deadline = System.nanoTime() + nanos;
        while (task != null && (nanos == Long.MAX_VALUE || System.nanoTime() - deadline < 0)) {
            LockSupport.parkNanos(this, END_NANOS);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return task == null;
    }

    private void serve() {
        while (open || task != null) {
            Runnable work = task;
            if (work == null) {
                LockSupport.park(this);
            } else {
                serve(work);
            }
        }
    }

    private void serve(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            Thread waiting = caller;
            task = null;
            LockSupport.unpark(waiting);
        }
    }

    /** Releases the object and its context on their thread, and ends that; waits 2 s at most. Idempotent. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            hand(this::end, TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
        }
    }

    private void end() {
        if (library != null) {
            try (SpoutLibrary ending = library) {
                ending.releaseSender();
                ending.releaseReceiver();
                ending.closeOpenGL();
            }
        }
    }
}
