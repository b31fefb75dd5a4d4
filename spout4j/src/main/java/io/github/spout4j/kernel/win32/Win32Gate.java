package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.NamedGate;
import io.github.spout4j.kernel.WaitResult;

/** A Win32 event that is reset by hand. */
final class Win32Gate extends Win32Object implements NamedGate {
    Win32Gate(String name, boolean created, Handle handle) {
        super(name, created, handle);
    }

    @Override
    public void open() {
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
    public void shut() {
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
