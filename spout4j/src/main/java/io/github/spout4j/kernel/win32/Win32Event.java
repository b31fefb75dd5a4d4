package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.WaitResult;

/** A Win32 event. */
final class Win32Event extends Win32Object implements NamedEvent {
    Win32Event(String name, boolean created, Handle handle) {
        super(name, created, handle);
    }

    @Override
    public void set() {
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

    @Override
    public WaitResult await(long timeoutMillis) {
        handle.enter();
        try {
            return Waits.await(handle, timeoutMillis);
        } finally {
            handle.exit();
        }
    }
}
