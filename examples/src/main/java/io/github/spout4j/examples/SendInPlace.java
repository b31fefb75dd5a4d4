package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutSender;
import java.nio.ByteBuffer;

/**
 * Writes pixels straight into the memory that receivers read: no copy on this side. Runs until Ctrl-C. Run:
 * {@code examples/run SendInPlace [NAME]}. Argument: the sender's name, if any.
 */
public final class SendInPlace {
    private SendInPlace() {}

    public static void main(String[] args) {
        String name = args.length > 0 ? args[0] : "Java in place";
        try (Spout spout = Spout.open(); SpoutSender sender = spout.sender(name).size(640, 360).open()) {
            IO.println("Sending \"" + sender.name() + "\"; Ctrl-C ends it.");
            for (int time = 0;; time++) {
                // Receivers wait while the frame is open: write soon, and write all of it.
                try (SpoutFrame frame = sender.nextFrame()) {
                    paint(frame, time);
                } // closing publishes it
                sender.holdFps(60);
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static void paint(SpoutFrame frame, int time) {
        boolean redFirst = frame.format() == PixelFormat.RGBA8;
        ByteBuffer bytes = frame.buffer();
        for (int y = 0; y < frame.height(); y++) {
            bytes.position(Math.toIntExact(y * frame.rowPitch()));
            for (int x = 0; x < frame.width(); x++) {
                byte red = (byte) (x + time);
                byte blue = (byte) (y - time);
                bytes.put(redFirst ? red : blue).put((byte) (x ^ y)).put(redFirst ? blue : red).put((byte) 255);
            }
        }
    }
}
