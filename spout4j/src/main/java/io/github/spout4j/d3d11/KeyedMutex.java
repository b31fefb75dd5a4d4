package io.github.spout4j.d3d11;

import io.github.spout4j.win32.windows.win32.graphics.dxgi.IDXGIKeyedMutex;

/** The lock of a texture that was made with one. Spout uses key 0 alone. */
public final class KeyedMutex implements AutoCloseable {
    private static final long KEY = 0;
    /** ms that a look may wait, with the device's other calls behind it. */
    private static final int LOOK_MILLIS = 1;
    private static final int WAIT_ABANDONED = 0x80;
    private static final int WAIT_TIMEOUT = 0x102;

    private final Device device;
    private final ComReference reference;
    private final IDXGIKeyedMutex calls;

    /** @throws D3dException where the texture has none */
    public KeyedMutex(Texture texture) {
        device = texture.device();
        reference = texture.reference().as(IDXGIKeyedMutex.iid(), "IDXGIKeyedMutex");
        calls = IDXGIKeyedMutex.wrap(reference.object());
    }

    /** How {@link #acquire} went. */
    public enum Result {
        OWNED,
        /** Owned, and whoever owned it last died with it. */
        ABANDONED, TIMED_OUT
    }

    /** Waits for the lock, with the device free for others in between. */
    public Result acquire(long timeoutMillis) {
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000;
        for (;;) {
            int result;
            synchronized (device.context()) {
                result = calls.AcquireSync(KEY, LOOK_MILLIS);
            }
            if (result != WAIT_TIMEOUT) {
                device.check(result, "AcquireSync");
                return result == WAIT_ABANDONED ? Result.ABANDONED : Result.OWNED;
            }
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                return Result.TIMED_OUT;
            }
            Thread.onSpinWait();
        }
    }

    public void release() {
        synchronized (device.context()) {
            device.check(calls.ReleaseSync(KEY), "ReleaseSync");
        }
    }

    @Override
    public void close() {
        reference.close();
    }
}
