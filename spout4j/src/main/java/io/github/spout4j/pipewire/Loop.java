package io.github.spout4j.pipewire;

import io.github.spout4j.SpoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread of PipeWire's, on which its daemon's words are heard. Everything of PipeWire is called with it locked, which its own calls
 * into Java are; but for the buffers of streams. Hold it shortly, and never while waiting for something of Java's.
 */
final class Loop implements AutoCloseable {
    private static final long LOOK_AGAIN_NANOS = 50_000;
    private static final String LOG_LEVEL = "PIPEWIRE_DEBUG";
    private static boolean initialized;

    private final long address;
    private final AtomicInteger users = new AtomicInteger();
    private final ReentrantLock callers = new ReentrantLock();
    private volatile boolean ended;

    Loop(String name) {
        init();
        address = LibPipeWire.threadLoopNew(name);
        if (address == 0) {
            throw new SpoutException("PipeWire's library cannot start; is the system out of memory or files?");
        }
    }

    private static synchronized void init() {
        if (!initialized) {
            initialized = true;
            LibPipeWire.init();
            if (System.getenv(LOG_LEVEL) == null) {
                LibPipeWire.logSetLevel(0); // what matters is told by this library
            }
        }
    }

    /** For contexts. */
    long address() {
        return LibPipeWire.threadLoopGetLoop(address);
    }

    void start() {
        if (LibPipeWire.threadLoopStart(address) < 0) {
            throw new SpoutException("PipeWire's thread cannot be started; are there too many?");
        }
    }

    /** Whether it is locked now, to be unlocked; false where it is closed, after which nothing of it is there. */
    boolean lock() {
        users.incrementAndGet();
        if (ended) {
            users.decrementAndGet();
            return false;
        }
        if (!LibPipeWire.threadLoopInThread(address)) {
            callers.lock(); // so that no more than one virtual thread keeps its carrier while it waits for the loop
        }
        LibPipeWire.threadLoopLock(address);
        return true;
    }

    void unlock() {
        LibPipeWire.threadLoopUnlock(address);
        if (callers.isHeldByCurrentThread()) {
            callers.unlock();
        }
        users.decrementAndGet();
    }

    /** Ends the thread. Not locked. */
    void stop() {
        LibPipeWire.threadLoopStop(address);
    }

    /** Waits until nobody has it locked or is about to, and lets nobody lock it any more; after {@link #stop}. */
    void end() {
        ended = true;
        while (users.get() > 0) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** After {@link #end}. */
    @Override
    public void close() {
        LibPipeWire.threadLoopDestroy(address);
    }
}
