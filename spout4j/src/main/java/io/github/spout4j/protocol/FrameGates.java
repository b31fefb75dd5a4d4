package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedGate;
import io.github.spout4j.kernel.WaitResult;
import java.util.Optional;

/**
 * Wakes receivers for a frame, on systems where they would have to look at the count again and again (docs/protocol.md: Frame gates). Frame
 * n opens gate n mod 4 for as long as it and the next frame are the newest: who has seen frame n - 1 waits for that one, and may come
 * late by a frame. Allocates nothing once open.
 */
final class FrameGates implements AutoCloseable {
    static final int COUNT = 4;

    private final NamedGate[] gates;

    private FrameGates(NamedGate[] gates) {
        this.gates = gates;
    }

    private interface Source {
        Optional<NamedGate> gate(String name);
    }

    /** For the sender; null where none are needed, or something else has their names. */
    static FrameGates create(KernelObjects objects, SenderName sender) {
        FrameGates created = all(objects::createGate, sender);
        if (created != null) {
            for (NamedGate gate : created.gates) {
                gate.shut();
            }
        }
        return created;
    }

    /** For a receiver; null where the sender has none. */
    static FrameGates open(KernelObjects objects, SenderName sender) {
        return all(objects::openGate, sender);
    }

    private static FrameGates all(Source source, SenderName sender) {
        FrameGates all = new FrameGates(new NamedGate[COUNT]);
        boolean whole = false;
        try {
            for (int i = 0; i < COUNT; i++) {
                all.gates[i] = source.gate(ObjectNames.gate(sender, i)).orElse(null);
                if (all.gates[i] == null) {
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
        gates[number & COUNT - 1].open();
        gates[number + 2 & COUNT - 1].shut();
    }

    /** Waits for the frame after {@code known}. */
    WaitResult awaitAfter(int known, long timeoutMillis) {
        return gates[known + 1 & COUNT - 1].await(timeoutMillis);
    }

    @Override
    public void close() {
        for (NamedGate gate : gates) {
            if (gate != null) {
                gate.close();
            }
        }
    }
}
