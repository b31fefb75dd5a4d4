package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.NamedManualEvent;

/** A Win32 event that is reset by hand. */
final class Win32ManualEvent extends Win32Signal implements NamedManualEvent {
    Win32ManualEvent(String name, boolean created, Handle handle) {
        super(name, created, handle);
    }

    @Override
    public void reset() {
        handle.enter();
        try {
            CallState call = CallState.ofThread();
            if (!FrameCalls.resetEvent(call, handle.value())) {
                throw Win32Error.exception("resetting " + handle, call.error());
            }
        } finally {
            handle.exit();
        }
    }
}
