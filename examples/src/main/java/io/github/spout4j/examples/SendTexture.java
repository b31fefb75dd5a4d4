package io.github.spout4j.examples;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import java.nio.ByteBuffer;

/**
 * Sends by a shared texture or not at all, on the graphics adapter of one's choice, until Ctrl-C; needs Windows. Without
 * {@code transport} and {@code adapter}, spout4j takes what works. Run: {@code examples/run SendTexture
 * [NAME [ADAPTER]]}. Arguments: the sender's name and the adapter's index, if any.
 */
public final class SendTexture {
    private SendTexture() {}

    public static void main(String[] args) {
        String name = args.length > 0 ? args[0] : "Java texture";
        try (Spout spout = Spout.open()) {
            for (Adapter adapter : spout.adapters()) {
                IO.println(adapter.index() + ": " + adapter.name());
            }
            SpoutSender.Builder builder = spout.sender(name).size(640, 360).format(PixelFormat.BGRA8)
                    .transport(Transport.TEXTURE);
            if (args.length > 1) {
                builder.adapter(spout.adapters().stream().filter(it -> args[1].equals("" + it.index())).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no adapter " + args[1])));
            }
            try (SpoutSender sender = builder.open()) {
                IO.println("Sending \"" + sender.name() + "\" on " + sender.adapter().orElseThrow().name()
                        + "; Ctrl-C ends it.");
                for (int time = 0;; time++) {
                    // Memory that the graphics card reads; receivers do not wait while it is written.
                    try (SpoutFrame frame = sender.nextFrame()) {
                        paint(frame, time);
                    }
                    sender.holdFps(60);
                }
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static void paint(SpoutFrame frame, int time) {
        ByteBuffer bytes = frame.buffer();
        for (int y = 0; y < frame.height(); y++) {
            // A texture's rows may have gaps between them.
            bytes.position(Math.toIntExact(y * frame.rowPitch()));
            for (int x = 0; x < frame.width(); x++) {
                bytes.put((byte) (y - time)).put((byte) (x ^ y)).put((byte) (x + time)).put((byte) 255);
            }
        }
    }
}
