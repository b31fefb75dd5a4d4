package io.github.spout4j.pipewire;

import io.github.spout4j.SpoutException;

/**
 * A thread of PipeWire's, on which its daemon's words are heard. Everything of PipeWire is called with it locked, which its own calls
 * into Java are; but for the buffers of streams. Hold it shortly, and never while waiting for something of Java's.
 */
final class Loop implements AutoCloseable {
    private static final String LOG_LEVEL = "PIPEWIRE_DEBUG";
    private static boolean initialized;

    private final long address;

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

    void lock() {
        LibPipeWire.threadLoopLock(address);
    }

    void unlock() {
        LibPipeWire.threadLoopUnlock(address);
    }

    /** Ends the thread, after which nobody needs to lock. */
    void stop() {
        LibPipeWire.threadLoopStop(address);
    }

    @Override
    public void close() {
        LibPipeWire.threadLoopDestroy(address);
    }
}
