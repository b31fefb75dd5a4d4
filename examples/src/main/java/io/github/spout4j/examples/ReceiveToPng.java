package io.github.spout4j.examples;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Saves one frame as PNG. Arguments: the file, then the sender's name, or nothing for the active sender. */
public final class ReceiveToPng {
    private ReceiveToPng() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: ReceiveToPng FILE [SENDER]");
            System.exit(2);
        }
        File file = new File(args[0]);
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = args.length > 1
                        ? spout.receiver(args[1]).open()
                        : spout.receiver().open()) {
            Optional<SpoutFrame> received = receiver.receive(Duration.ofSeconds(5));
            if (received.isEmpty()) {
                System.err.println("no frame came within 5 s");
                return;
            }
            try (SpoutFrame frame = received.get()) {
                ImageIO.write(frame.toImage(), "png", file);
                IO.println("Saved frame %d, %d × %d, as %s".formatted(frame.number(), frame.width(), frame.height(),
                        file));
            }
        }
    }
}
