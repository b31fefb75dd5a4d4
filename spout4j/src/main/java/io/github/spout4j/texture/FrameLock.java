package io.github.spout4j.texture;

import io.github.spout4j.d3d11.KeyedMutex;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.AccessMutex;

/** What excludes sender and receivers from each other while a frame is copied: the texture's keyed mutex, or else the sender's named mutex. */
interface FrameLock {
    /** The calling thread has to release it. */
    WaitResult acquire(long timeoutMillis);

    void release();

    /** The lock of a texture without a keyed mutex. */
    static FrameLock named(AccessMutex mutex) {
        return new FrameLock() {
            @Override
            public WaitResult acquire(long timeoutMillis) {
                return mutex.acquire(timeoutMillis);
            }

            @Override
            public void release() {
                mutex.release();
            }
        };
    }

    /** The lock of a texture with a keyed mutex. */
    static FrameLock keyed(KeyedMutex mutex) {
        return new FrameLock() {
            @Override
            public WaitResult acquire(long timeoutMillis) {
                return switch (mutex.acquire(timeoutMillis)) {
                    case OWNED -> WaitResult.SIGNALLED;
                    case ABANDONED -> WaitResult.ABANDONED;
                    case TIMED_OUT -> WaitResult.TIMED_OUT;
                };
            }

            @Override
            public void release() {
                mutex.release();
            }
        };
    }
}
