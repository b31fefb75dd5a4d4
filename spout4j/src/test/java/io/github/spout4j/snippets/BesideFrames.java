package io.github.spout4j.snippets;

import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.Settings;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What goes beside the frames of a sender. */
public final class BesideFrames {
    private BesideFrames() {}

    public static MemoryBuffer write(Spout spout, String name) {
        // @start region="write"
        MemoryBuffer buffer = spout.createMemoryBuffer(name, 64); // @replace substring='name' replacement='"Stage"'
        buffer.write("bpm=128".getBytes(StandardCharsets.UTF_8));
        // @end
        return buffer;
    }

    public static String read(Spout spout, String name) {
        // @start region="read"
        try (MemoryBuffer buffer = spout.openMemoryBuffer(name)) { // @replace substring='name' replacement='"Stage"'
            return new String(buffer.read(), StandardCharsets.UTF_8).replace("\0", "");
        }
        // @end
    }

    public static void inStep(Spout spout, SpoutSender sender, BufferedImage image) {
        // @start region="step"
        try (FrameSync sync = spout.frameSync(sender.name())) {
            while (sync.await(Duration.ofSeconds(1))) { // the other program signals when it wants a frame
                sender.send(image);
            }
        }
        // @end
    }

    public static void count(Spout spout) {
        // @start region="count"
        Settings settings = spout.settings();
        if (!settings.frameCount()) {
            settings.frameCount(true);
        }
        // @end
    }
}
