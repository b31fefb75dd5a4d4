package io.github.spout4j.snippets;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.awt.image.BufferedImage;
import java.time.Duration;

/** Both halves in one program. */
public final class FirstFrame {
    private FirstFrame() {}

    public static BufferedImage overAndBack(BufferedImage image, String name) {
        // @start region="over-and-back"
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(name).size(320, 200).open(); // @replace substring='name' replacement='"Stage"'
                SpoutReceiver receiver = spout.receiver(name).open()) { // @replace substring='name' replacement='"Stage"'
            sender.send(image);
            try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
                return frame.toImage();
            }
        }
        // @end
    }
}
