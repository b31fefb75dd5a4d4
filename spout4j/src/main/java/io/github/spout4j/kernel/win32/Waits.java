package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.WAIT_EVENT.WAIT_ABANDONED;
import static io.github.spout4j.win32.windows.win32.foundation.WAIT_EVENT.WAIT_OBJECT_0;
import static io.github.spout4j.win32.windows.win32.foundation.WAIT_EVENT.WAIT_TIMEOUT;

import io.github.spout4j.kernel.WaitResult;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for a handle in slices, so that an interrupt or a close ends it. */
final class Waits {
    private static final long SLICE_MILLIS = 20;
    private static final BooleanSupplier CURRENT_THREAD_INTERRUPTED = () -> Thread.currentThread().isInterrupted();

    private Waits() {}

    static long requireTimeout(long timeoutMillis) {
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("a timeout of " + timeoutMillis + " ms");
        }
        return timeoutMillis;
    }

    /** Waits for something that no thread owns. The handle is in use by the caller. */
    static WaitResult await(Handle handle, long timeoutMillis) {
        if (!Thread.currentThread().isVirtual()) {
            return await(handle, timeoutMillis, CURRENT_THREAD_INTERRUPTED);
        }
        requireTimeout(timeoutMillis);
        WaitResult now = look(handle, 0);
        return now != WaitResult.TIMED_OUT || timeoutMillis == 0
                ? now
                : OwnerThread.ofVirtual().call(interrupted -> await(handle, timeoutMillis, interrupted));
    }

    /** Waits on this very thread of the system. The handle is in use by the caller. */
    static WaitResult await(Handle handle, long timeoutMillis, BooleanSupplier interrupted) {
        requireTimeout(timeoutMillis);
        WaitResult result;
        if (timeoutMillis == 0 || interrupted.getAsBoolean()) {
            result = look(handle, 0);
            if (result != WaitResult.TIMED_OUT || timeoutMillis == 0) {
                return result;
            }
        }
        long start = System.nanoTime();
        long timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        for (;;) {
            if (handle.isClosed()) {
                throw handle.closed();
            }
            if (interrupted.getAsBoolean()) {
                return WaitResult.INTERRUPTED;
            }
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(timeoutNanos - (System.nanoTime() - start) + 999_999);
            if (leftMillis <= 0) {
                return WaitResult.TIMED_OUT;
            }
            result = look(handle, (int) Math.min(leftMillis, SLICE_MILLIS));
            if (result != WaitResult.TIMED_OUT) {
                return result;
            }
        }
    }

    /** One native wait. */
    private static WaitResult look(Handle handle, int millis) {
        CallState call = CallState.ofThread();
        int result = FrameCalls.waitFor(call, handle.value(), millis);
        return switch (result) {
            case WAIT_OBJECT_0 -> WaitResult.SIGNALLED;
            case WAIT_ABANDONED -> WaitResult.ABANDONED;
            case WAIT_TIMEOUT -> WaitResult.TIMED_OUT;
            default -> throw Win32Error.exception("waiting for " + handle, call.error());
        };
    }
}
