package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_NOT_OWNER;
import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_SUCCESS;

import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import java.util.function.BooleanSupplier;

/**
 * A Win32 mutex. Windows ties it to a thread of the system: a platform thread calls it itself, a virtual thread through its
 * {@link OwnerThread}.
 *
 * <p>Closing by the owner gives back what was acquired through this handle. Closing by another thread leaves the owner its
 * mutex and lets it release: until then, the handle stays open for Windows.
 */
final class Win32Mutex extends Win32Object implements NamedMutex {
    /** The thread with acquisitions through this handle to give back, and how many; written by the mutex's owner only. */
    private volatile Thread holder;
    private int holds;

    Win32Mutex(String name, boolean created, Handle handle) {
        super(name, created, handle);
    }

    @Override
    public WaitResult acquire(long timeoutMillis) {
        handle.enter();
        boolean owned = false;
        try {
            WaitResult result = acquireByThread(timeoutMillis);
            owned = result.owned();
            if (owned) {
                noteHold();
            }
            return result;
        } finally {
            if (!owned) {
                handle.exit();
            }
        }
    }

    @Override
    public void release() {
        boolean held = holder == Thread.currentThread();
        if (!held) {
            handle.enter();
        }
        try {
            int error = releaseByThread();
            if (error == ERROR_NOT_OWNER) {
                throw new IllegalMonitorStateException(handle + " is not owned by " + Thread.currentThread());
            }
            if (error != ERROR_SUCCESS) {
                throw Win32Error.exception("releasing " + handle, error);
            }
        } finally {
            if (held) {
                forgetHold();
            }
            handle.exit();
        }
    }

    @Override
    public void close() {
        while (holder == Thread.currentThread()) {
            int _ = releaseByThread(); // an error means that it was released through another handle
            forgetHold();
            handle.exit();
        }
        super.close();
    }

    private void noteHold() {
        Thread current = Thread.currentThread();
        if (holder != current) {
            holds = 0;
            holder = current;
        }
        holds++;
    }

    private void forgetHold() {
        if (--holds == 0) {
            holder = null;
        }
    }

    private WaitResult acquireByThread(long timeoutMillis) {
        if (!Thread.currentThread().isVirtual()) {
            return Waits.await(handle, timeoutMillis);
        }
        OwnerThread owner = OwnerThread.ofVirtual();
        return owner.call(interrupted -> acquireFor(owner, timeoutMillis, interrupted));
    }

    private WaitResult acquireFor(OwnerThread owner, long timeoutMillis, BooleanSupplier interrupted) {
        WaitResult result = Waits.await(handle, timeoutMillis, interrupted);
        if (result.owned()) {
            owner.owns(1);
        }
        return result;
    }

    /** Releases once and returns Windows' error code. */
    private int releaseByThread() {
        if (!Thread.currentThread().isVirtual()) {
            return releaseOnce();
        }
        OwnerThread owner = OwnerThread.ofVirtual();
        return owner.call(_ -> releaseFor(owner));
    }

    private int releaseFor(OwnerThread owner) {
        int error = releaseOnce();
        if (error == ERROR_SUCCESS) {
            owner.owns(-1);
        }
        return error;
    }

    private int releaseOnce() {
        CallState call = CallState.ofThread();
        return FrameCalls.releaseMutex(call, handle.value()) ? ERROR_SUCCESS : call.error();
    }
}
