package io.github.spout4j.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A second process that uses kernel objects as it is told: one command, one reply, all on its main thread. */
public final class KernelPeer implements AutoCloseable {
    private final ChildJvm child = ChildJvm.start(KernelPeerProgram.class);

    /** What {@code command} of {@link KernelPeerProgram} gives for the object {@code name}. */
    public String ask(String command, String name, Object... arguments) {
        tell(command, name, arguments);
        return reply();
    }

    /** Starts a command; its reply comes by {@link #reply}. */
    public void tell(String command, String name, Object... arguments) {
        StringBuilder line = new StringBuilder(command).append(' ').append(encode(name));
        for (Object argument : arguments) {
            line.append(' ').append(encode(argument.toString()));
        }
        child.tell(line.toString());
    }

    public String reply() {
        return child.expect(KernelPeerProgram.REPLY);
    }

    /** Ends the process without a chance to clean up. */
    public void kill() {
        child.kill();
    }

    /** Lets the process come to its normal end with all that it holds. */
    public void end() {
        tell("end", "-");
        if (child.exitCode() != 0) {
            throw new AssertionError("exit code " + child.exitCode());
        }
    }

    @Override
    public void close() {
        child.close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
