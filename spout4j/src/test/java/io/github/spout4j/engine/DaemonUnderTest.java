package io.github.spout4j.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.pipewire.PrivatePipeWire;
import java.util.List;

/** The daemon of the engine "pipewire": one of this JVM's own, where the property {@code spout.pipewire} names no other. */
final class DaemonUnderTest {
    private static final String SOCKET = "spout.pipewire";

    private DaemonUnderTest() {}

    /** Starts it, until this JVM ends; children get the property as every one of ours. */
    static void start() {
        if (System.getProperty(SOCKET) == null) {
            PrivatePipeWire daemon = PrivatePipeWire.start();
            System.setProperty(SOCKET, daemon.socket().toString());
            Runtime.getRuntime().addShutdownHook(new Thread(daemon::close));
        }
    }

    /** Senders that are still there. */
    static List<String> leftovers() {
        try (Spout spout = EngineUnderTest.open()) {
            return spout.senders().list().stream().map(SenderInfo::name).toList();
        }
    }
}
