package io.github.spout4j.sdk;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.d3d11.InProcessHandles;
import io.github.spout4j.testing.UniqueName;

/** Threads of this process, with textures that are shared within it alone: on the device that the receivers are on. */
public final class SdkThreads implements SdkHost {
    /** Keeps the engine's device. */
    private final SpoutSender anchor;
    private SdkSender sender;

    /** @param spout an engine with {@link InProcessHandles} */
    public SdkThreads(Spout spout) {
        anchor = spout.sender(UniqueName.of("anchor")).size(1, 1).open();
    }

    @Override
    public void start(SdkSenderOptions options) {
        sender = SdkSender.ofTextures(options, InProcessHandles.lastDevice(), new InProcessHandles());
        sender.awaitFirst();
    }

    @Override
    public void resize(int width, int height) {
        sender.resize(width, height);
    }

    @Override
    public void getStuck() {
        sender.getStuck();
    }

    @Override
    public SentFrames stop() {
        sender.close();
        SentFrames sent = sender.sent();
        sender = null;
        return sent;
    }

    @Override
    public void close() {
        if (sender != null) {
            stop();
        }
        anchor.close();
    }
}
