package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedManualEvent;
import io.github.spout4j.kernel.WaitResult;
import java.util.Optional;

/**
 * Wakes receivers for a frame, on systems where they would have to look at the count again and again (docs/protocol.md: Frame events). Frame
 * n sets event n mod 4 for as long as it and the next frame are the newest: who has seen frame n - 1 waits for that one, and may come
 * late by a frame. Allocates nothing once open.
 */
final class FrameEvents implements AutoCloseable {
    static final int COUNT = 4;

    private final NamedManualEvent[] events;

    private FrameEvents(NamedManualEvent[] events) {
        this.events = events;
    }

    private interface Source {
        Optional<NamedManualEvent> event(String name);
    }

    /** For the sender; null where none are needed, or something else has their names. */
    static FrameEvents create(KernelObjects objects, SenderName sender) {
        FrameEvents created = all(objects::createManualEvent, sender);
        if (created != null) {
            for (NamedManualEvent event : created.events) {
                event.reset();
            }
        }
        return created;
    }

    /** For a receiver; null where the sender has none. */
    static FrameEvents open(KernelObjects objects, SenderName sender) {
        return all(objects::openManualEvent, sender);
    }

    private static FrameEvents all(Source source, SenderName sender) {
        FrameEvents all = new FrameEvents(new NamedManualEvent[COUNT]);
        boolean whole = false;
        try {
            for (int i = 0; i < COUNT; i++) {
                all.events[i] = source.event(ObjectNames.event(sender, i)).orElse(null);
                if (all.events[i] == null) {
                    return null;
                }
            }
            whole = true;
            return all;
        } catch (SpoutException _) {
            return null;
        } finally {
            if (!whole) {
                all.close();
            }
        }
    }

    /** The frame of this number was counted. */
    void tell(int number) {
        events[number & COUNT - 1].set();
        events[number + 2 & COUNT - 1].reset();
    }

    /** Waits for the frame after {@code known}. */
    WaitResult awaitAfter(int known, long timeoutMillis) {
        return events[known + 1 & COUNT - 1].await(timeoutMillis);
    }

    @Override
    public void close() {
        for (NamedManualEvent event : events) {
            if (event != null) {
                event.close();
            }
        }
    }
}
