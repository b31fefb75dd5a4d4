package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.Transport;
import java.time.Duration;
import java.util.Optional;

/**
 * Receives textures and sends them on under another name, without a way through the CPU; needs Windows. A program that
 * renders with Direct3D does its own work on {@link TextureFrame#texture} in between. Runs until the sender ends. Run:
 * {@code examples/run RelayTexture SENDER NAME}. Arguments: the sender's name, and the name to send under.
 */
public final class RelayTexture {
    private static final Duration WAIT = Duration.ofSeconds(5);

    private RelayTexture() {}

    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("usage: RelayTexture SENDER NAME");
            System.exit(2);
        }
        try (Spout spout = Spout.open(); SpoutReceiver receiver = spout.receiver(args[0]).open()) {
            SenderInfo source = receiver.awaitSender(WAIT)
                    .orElseThrow(() -> new SpoutException("there is no sender \"" + args[0] + "\""));
            Optional<TextureFrame> received = receiver.receiveTexture(WAIT);
            // The texture's own adapter, so that the copy stays on one graphics card.
            SpoutSender.Builder builder = spout.sender(args[1]).size(source.width(), source.height())
                    .format(source.format().orElse(PixelFormat.BGRA8)).transport(Transport.TEXTURE);
            received.ifPresent(frame -> builder.adapter(frame.adapter()));
            try (SpoutSender sender = builder.open()) {
                IO.println("Sending \"" + source.name() + "\" on as \"" + sender.name() + "\"; Ctrl-C ends it.");
                while (received.isPresent()) {
                    // The sender takes on the texture's size and format. The texture is valid until the next receive.
                    sender.sendTexture(received.get().texture());
                    received = receiver.receiveTexture(WAIT);
                }
                IO.println("No more frames came.");
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }
}
