package io.github.spout4j.pipewire;

import io.github.spout4j.testing.ChildJvm;

/** A second process that sends or receives {@link NumberedFrames} all the time. Closing kills it. */
final class NodePeer implements AutoCloseable {
    private final ChildJvm child;

    private NodePeer(String what, String name) {
        child = ChildJvm.start(NodePeerProgram.class, what, name);
        child.expect(NodePeerProgram.REPLY);
    }

    static NodePeer sender(String name) {
        return new NodePeer("send", name);
    }

    static NodePeer receiver(String name) {
        return new NodePeer("receive", name);
    }

    private String ask(String command) {
        child.tell(command);
        return child.expect(NodePeerProgram.REPLY);
    }

    /** The number of the last frame that was sent. */
    int sent() {
        return Integer.parseInt(ask("sent"));
    }

    /** Receives a frame, and compares each byte of it; its number. */
    int next() {
        return Integer.parseInt(ask("next"));
    }

    /** Receives until a frame is newer than that of a number. */
    void awaitNewerThan(int number) {
        long deadline = System.nanoTime() + SpoutSession.PATIENCE.toNanos();
        for (int next = next(); next <= number; next = next()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("frame " + next + " and none after " + number);
            }
        }
    }

    /** Receives a frame and keeps it for ever. */
    void keep() {
        ask("keep");
    }

    /** What spout4j logged there. */
    String log() {
        return ask("log");
    }

    /** Ends it as kill -9 does. */
    void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
