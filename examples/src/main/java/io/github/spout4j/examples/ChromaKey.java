package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/**
 * Puts one sender before another: what is green in the foreground shows the background, softly at the edges. Sends at the
 * background's size, the foreground stretched to it, until Ctrl-C. Neither sender need be there yet, and each may change its
 * size. Run: {@code examples/run ChromaKey FOREGROUND BACKGROUND [NAME]}. Arguments: the two senders, the name to send under.
 */
public final class ChromaKey {
    /** How much greener than red and blue: up to the first all is foreground, from the second on background. */
    private static final int FOREGROUND = 32, BACKGROUND = 128;

    private ChromaKey() {}

    public static void main(String[] args) {
        if (args.length < 2 || args.length > 3) {
            System.err.println("usage: ChromaKey FOREGROUND BACKGROUND [NAME]");
            System.exit(2);
        }
        try (Spout spout = Spout.open();
                SpoutReceiver front = spout.receiver(args[0]).open();
                SpoutReceiver back = spout.receiver(args[1]).open();
                SpoutSender sender = spout.sender(args.length > 2 ? args[2] : "Chroma key").size(640, 360)
                        .format(PixelFormat.BGRA8).open()) {
            IO.println("Sending \"" + sender.name() + "\"; Ctrl-C ends it.");
            Layer foreground = new Layer();
            Layer background = new Layer();
            int[] mixed = new int[0];
            for (;;) {
                // The foreground's rate is ours; where it stands still, the background's up to 60 Hz.
                boolean news = foreground.update(front, Duration.ofMillis(16)) | background.update(back, Duration.ZERO);
                if (news && foreground.filled && background.filled) {
                    if (sender.width() != background.width || sender.height() != background.height) {
                        sender.resize(background.width, background.height);
                    }
                    mixed = mixed.length == background.pixels.length ? mixed : new int[background.pixels.length];
                    key(foreground, background, mixed);
                    sender.send(mixed);
                }
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static void key(Layer front, Layer back, int[] mixed) {
        for (int y = 0, i = 0; y < back.height; y++) {
            int row = y * front.height / back.height * front.width;
            for (int x = 0; x < back.width; x++, i++) {
                mixed[i] = over(front.pixels[row + x * front.width / back.width], back.pixels[i]);
            }
        }
    }

    private static int over(int front, int back) {
        int red = front >> 16 & 0xFF, green = front >> 8 & 0xFF, blue = front & 0xFF;
        int other = Math.max(red, blue);
        int part = Math.clamp((BACKGROUND - (green - other)) * 255 / (BACKGROUND - FOREGROUND), 0, 255);
        int despilled = part < 255 ? Math.min(green, other) : green; // no green gleam on edges
        return 0xFF000000 | mix(red, back >> 16 & 0xFF, part) << 16 | mix(despilled, back >> 8 & 0xFF, part) << 8
                | mix(blue, back & 0xFF, part);
    }

    private static int mix(int front, int back, int part) {
        return (front * part + back * (255 - part) + 127) / 255;
    }

    /** The last frame of a sender, as Java ints in memory of our own, which is made anew only for another size. */
    private static final class Layer {
        private int[] pixels = new int[0];
        private MemorySegment memory = MemorySegment.ofArray(pixels);
        private int width, height;
        private boolean filled;

        /** Returns whether there is another picture. After a change of size there is none until the next frame. */
        private boolean update(SpoutReceiver receiver, Duration wait) {
            ReceiveResult result = receiver.receiveInto(memory, PixelLayout.BGRA, wait);
            filled = result == ReceiveResult.FRAME || filled && result == ReceiveResult.NO_FRAME;
            if (result == ReceiveResult.RESIZED) {
                receiver.info().ifPresent(sender -> {
                    width = sender.width();
                    height = sender.height();
                    pixels = new int[width * height];
                    memory = MemorySegment.ofArray(pixels);
                });
            }
            return result == ReceiveResult.FRAME;
        }
    }
}
