package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.NamedManualEvent;
import io.github.spout4j.kernel.WaitResult;

/** A Win32 event that is reset by hand. */
final class Win32ManualEvent extends Win32Object implements NamedManualEvent {
    Win32ManualEvent(String name, boolean created, Handle handle) {
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
