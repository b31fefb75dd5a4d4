package io.github.spout4j.examples;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Saves one frame as PNG. Run: {@code examples/run ReceiveToPng FILE [SENDER]}. Arguments: the file, then the sender's name,
 * or nothing for the active sender.
 */
public final class ReceiveToPng {
    private ReceiveToPng() {}

    public static void main(String[] args) {
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
                throw new SpoutException("no frame came within 5 s");
            }
            try (SpoutFrame frame = received.get(); OutputStream out = new FileOutputStream(file)) {
                ImageIO.write(frame.toImage(), "png", out);
                IO.println("Saved frame %d, %d × %d, as %s".formatted(frame.number(), frame.width(), frame.height(),
                        file));
            }
        } catch (IOException e) {
            System.err.println("cannot write to " + e.getMessage());
            System.exit(1);
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }
}
