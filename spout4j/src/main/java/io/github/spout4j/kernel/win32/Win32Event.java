package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.NamedEvent;

/** A Win32 event. */
final class Win32Event extends Win32Signal implements NamedEvent {
    Win32Event(String name, boolean created, Handle handle) {
        super(name, created, handle);
    }
}
