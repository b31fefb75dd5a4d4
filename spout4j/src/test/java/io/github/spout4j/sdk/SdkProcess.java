package io.github.spout4j.sdk;

import io.github.spout4j.testing.ChildJvm;

/** A process of its own, which runs {@link SdkSenderProgram}; {@link #close} kills it. */
public final class SdkProcess implements SdkHost {
    private final ChildJvm child = ChildJvm.start(SdkSenderProgram.class);

    private String ask(String command) {
        child.tell(command);
        return child.expect(SdkSenderProgram.REPLY);
    }

    private void require(String reply, String command) {
        String said = ask(command);
        if (!said.equals(reply)) {
            throw new AssertionError(command + ": " + said);
        }
    }

    @Override
    public void start(SdkSenderOptions options) {
        require("started", "start " + String.join(" ", options.words()));
    }

    @Override
    public void resize(int width, int height) {
        require("resized", "resize " + width + "x" + height);
    }

    @Override
    public void getStuck() {
        require("stuck", "stick");
    }

    @Override
    public SentFrames stop() {
        return SentFrames.parse(ask("stop"));
    }

    @Override
    public void close() {
        child.kill();
    }
}
