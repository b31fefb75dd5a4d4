package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_TOO_MANY_POSTS;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import java.util.concurrent.TimeUnit;

/** A Win32 semaphore. Its count can be read only by taking 1 and giving it back: for a moment others see 1 less. */
final class Win32Semaphore extends Win32Object implements NamedSemaphore {
    private static final long LOOK_AGAIN_MILLIS = 1;

    Win32Semaphore(String name, boolean created, Handle handle) {
        super(name, created, handle);
    }

    @Override
    public WaitResult acquire(long timeoutMillis) {
        handle.enter();
        try {
            return Waits.await(handle, timeoutMillis);
        } finally {
            handle.exit();
        }
    }

    @Override
    public int release(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a semaphore is released by 1 or more, not by " + count);
        }
        handle.enter();
        try {
            CallState call = CallState.ofThread();
            if (FrameCalls.releaseSemaphore(call, handle.value(), count)) {
                return call.outValue();
            }
            int error = call.error();
            if (error == ERROR_TOO_MANY_POSTS) {
                throw new SpoutException(handle + " cannot be raised by " + count + " over its maximum: "
                        + Win32Error.message(error));
            }
            throw Win32Error.exception("releasing " + handle, error);
        } finally {
            handle.exit();
        }
    }

    @Override
    public WaitResult awaitChange(int known, long timeoutMillis) {
        long start = System.nanoTime();
        long timeoutNanos = TimeUnit.MILLISECONDS.toNanos(Waits.requireTimeout(timeoutMillis));
        while (count() == known) {
            if (System.nanoTime() - start >= timeoutNanos) {
                return WaitResult.TIMED_OUT;
            }
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return WaitResult.INTERRUPTED;
            }
        }
        return WaitResult.SIGNALLED;
    }

    @Override
    public int count() {
        handle.enter();
        try {
            int count = SemaphoreQuery.count(handle.value());
            return count != SemaphoreQuery.UNKNOWN ? count : NamedSemaphore.super.count();
        } finally {
            handle.exit();
        }
    }
}
