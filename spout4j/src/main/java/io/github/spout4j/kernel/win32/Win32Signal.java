package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.WaitResult;

/** What events of both kinds can do. */
abstract class Win32Signal extends Win32Object {
    Win32Signal(String name, boolean created, Handle handle) {
        super(name, created, handle);
    }

    public final void set() {
        handle.enter();
        try {
            CallState call = CallState.ofThread();
            if (!FrameCalls.setEvent(call, handle.value())) {
                throw Win32Error.exception("setting " + handle, call.error());
            }
        } finally {
            handle.exit();
        }
    }

    public final WaitResult await(long timeoutMillis) {
        handle.enter();
        try {
            return Waits.await(handle, timeoutMillis);
        } finally {
            handle.exit();
        }
    }
}
