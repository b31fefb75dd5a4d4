package io.github.spout4j.pipewire;

import io.github.spout4j.Spout;
import java.time.Duration;

/** A daemon of its own for the tests of a class, and what they have of Spout there. Child JVMs know it too. */
final class SpoutSession implements AutoCloseable {
    static final Duration PATIENCE = PrivatePipeWire.PATIENCE;

    private static final String SOCKET = "spout.pipewire";

    private final PrivatePipeWire pipewire = PrivatePipeWire.start();
    private final String before = System.setProperty(SOCKET, pipewire.socket().toString());

    PrivatePipeWire pipewire() {
        return pipewire;
    }

    /** To be closed by the caller. */
    Spout open() {
        return Spout.open("pipewire");
    }

    /** The node that has this name. */
    PwNode node(String name) {
        return PwDump.of(pipewire).node(name)
                .orElseThrow(() -> new AssertionError("there is no node \"" + name + "\"\n" + pipewire.logs()));
    }

    @Override
    public void close() {
        if (before == null) {
            System.clearProperty(SOCKET);
        } else {
            System.setProperty(SOCKET, before);
        }
        pipewire.close();
    }
}
