package io.github.spout4j.d3d11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.spout4j.win32.windows.win32.graphics.dxgi.IDXGIKeyedMutex;
import java.lang.invoke.MethodHandle;

/** The lock of a texture that was made with one. Spout uses key 0 alone. */
public final class KeyedMutex implements AutoCloseable {
    private static final long KEY = 0;
    /** ms that a look may wait, with the device's other calls behind it. */
    private static final int LOOK_MILLIS = 1;
    private static final int WAIT_ABANDONED = 0x80;
    private static final int WAIT_TIMEOUT = 0x102;
    private static final MethodHandle ACQUIRE_SYNC = ComMethod.returningInt(JAVA_LONG, JAVA_INT);
    private static final MethodHandle RELEASE_SYNC = ComMethod.returningInt(JAVA_LONG);

    private final Device device;
    private final ComReference reference;
    private final long object;
    private final ComMethod acquireSync = new ComMethod(8);
    private final ComMethod releaseSync = new ComMethod(9);

    /** @throws D3dException where the texture has none */
    public KeyedMutex(Texture texture) {
        this(texture.device(), texture.reference().as(IDXGIKeyedMutex.iid(), "IDXGIKeyedMutex"));
    }

    /** @param reference an IDXGIKeyedMutex; taken over */
    KeyedMutex(Device device, ComReference reference) {
        this.device = device;
        this.reference = reference;
        object = reference.object().address();
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
                result = look();
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

    private int look() {
        try {
            return (int) ACQUIRE_SYNC.invokeExact(acquireSync.of(object), object, KEY, LOOK_MILLIS);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    public void release() {
        synchronized (device.context()) {
            device.check(giveBack(), "ReleaseSync");
        }
    }

    private int giveBack() {
        try {
            return (int) RELEASE_SYNC.invokeExact(releaseSync.of(object), object, KEY);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    @Override
    public void close() {
        reference.close();
    }
}
