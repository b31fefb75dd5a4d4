package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.time.Duration;

/**
 * Receives from the sender that is active when it starts, and sends its frames on, upside down and as BGRA8. Runs until
 * Ctrl-C. Run: {@code examples/run Relay [NAME]}. Argument: the name to send under, if any.
 */
public final class Relay {
    private static final Duration WHILE = Duration.ofMillis(500);

    private Relay() {}

    public static void main(String[] args) {
        try (Spout spout = Spout.open()) {
            IO.println("Waiting for an active sender …");
            SenderInfo source = awaitActive(spout);
            // By its name, as this program becomes the active sender itself.
            try (SpoutReceiver receiver = spout.receiver(source.name()).open();
                    SpoutSender sender = spout.sender(args.length > 0 ? args[0] : source.name() + " flipped")
                            .size(source.width(), source.height()).format(PixelFormat.BGRA8).open()) {
                IO.println("Sending \"" + source.name() + "\" on as \"" + sender.name() + "\"; Ctrl-C ends it.");
                for (;;) {
                    // Converted and flipped in one pass, from the one sender's memory to the other's.
                    receiver.receive(WHILE, frame -> {
                        if (frame.width() != sender.width() || frame.height() != sender.height()) {
                            sender.resize(frame.width(), frame.height());
                        }
                        sender.send(frame.pixels(), new PixelLayout(frame.format(), frame.rowPitch(), true));
                    });
                }
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static SenderInfo awaitActive(Spout spout) {
        try (SpoutReceiver active = spout.receiver().open()) {
            for (;;) {
                var found = active.awaitSender(WHILE);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
    }
}
