package io.github.spout4j.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.github.spout4j.testing.ChildJvm;

/** A second process that sends and receives: one command, one reply. */
final class SpoutPeer implements AutoCloseable {
    private final ChildJvm child = ChildJvm.start(SpoutPeerProgram.class);

    /** What {@code command} of {@link SpoutPeerProgram} gives. */
    String ask(String command, Object... arguments) {
        tell(command, arguments);
        return reply();
    }

    /** Starts a command; its reply comes by {@link #reply}. */
    void tell(String command, Object... arguments) {
        StringBuilder line = new StringBuilder(command);
        for (Object argument : arguments) {
            line.append(' ').append(URLEncoder.encode(argument.toString(), StandardCharsets.UTF_8));
        }
        child.tell(line.toString());
    }

    String reply() {
        return child.expect(SpoutPeerProgram.REPLY);
    }

    /** Ends the process as kill -9 does. */
    void kill() {
        child.kill();
    }

    long pid() {
        return child.pid();
    }

    /** Lets the process come to its normal end. */
    void end() {
        child.tell("end");
        if (child.exitCode() != 0) {
            throw new AssertionError("the peer failed");
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
