package io.github.spout4j.examples;

import io.github.spout4j.Normalisation;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.TensorLayout;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Receives a sender as an array of floats, draws it as a poster of few colours with dark edges, and sends that on, until Ctrl-C; tells
 * each second how long that takes. Pictures keep the sender's first size. Run: {@code examples/run FilterLoop [SENDER [NAME]]}.
 * Arguments: the sender, else the active one; the name to send under.
 */
public final class FilterLoop {
    /** When each stage began, and the last one ended, of the frames not told of yet; waiting for a frame is none. */
    private static final long[][] TIMES = new long[4][1000];
    private static int frames;

    private FilterLoop() {}

    public static void main(String[] args) {
        if (args.length > 2) {
            System.err.println("usage: FilterLoop [SENDER [NAME]]");
            System.exit(2);
        }
        try (Spout spout = Spout.open();
                SpoutReceiver found = (args.length > 0 ? spout.receiver(args[0]) : spout.receiver()).open()) {
            IO.println("Waiting for a sender …");
            var source = found.awaitSender(Duration.ofDays(1000)).orElseThrow();
            int width = source.width(), height = source.height();
            // All reds, then all greens, then all blues.
            TensorLayout layout = TensorLayout.of(width, height).normalisation(Normalisation.BYTES);
            float[] picture = new float[3 * width * height];
            float[] poster = new float[3 * width * height];
            // By its name, as this program becomes the active sender itself.
            try (SpoutReceiver receiver = spout.receiver(source.name()).open();
                    SpoutSender sender = spout.sender(args.length > 1 ? args[1] : source.name() + " poster")
                            .size(width, height).open()) {
                IO.println("Sending \"" + source.name() + "\" on as \"" + sender.name() + "\"; Ctrl-C ends it.");
                for (;;) {
                    if (receiver.receive(Duration.ofMillis(500), frame -> {
                        TIMES[0][frames] = System.nanoTime();
                        frame.copyTo(FloatBuffer.wrap(picture), layout);
                    })) {
                        TIMES[1][frames] = System.nanoTime();
                        draw(picture, poster, width, height);
                        TIMES[2][frames] = System.nanoTime();
                        sender.send(FloatBuffer.wrap(poster), layout);
                        TIMES[3][frames++] = System.nanoTime();
                        tellOnceASecond();
                    }
                }
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    /** In steps of 64, the darker the faster a colour changes. */
    private static void draw(float[] from, float[] to, int width, int height) {
        int plane = width * height;
        for (int i = 0; i < plane; i++) {
            int left = i % width > 0 ? -1 : 0, right = i % width < width - 1 ? 1 : 0;
            int above = i >= width ? -width : 0, below = i < plane - width ? width : 0;
            float steepest = 0;
            for (int j = i; j < from.length; j += plane) {
                float falling = from[j + below + right] - from[j + above + left];
                float rising = from[j + above + right] - from[j + below + left];
                float across = falling + rising + 2 * (from[j + right] - from[j + left]);
                float down = falling - rising + 2 * (from[j + below] - from[j + above]);
                steepest = Math.max(steepest, Math.abs(across) + Math.abs(down));
            }
            float light = Math.clamp(2 - steepest / 64, 0, 1);
            for (int j = i; j < to.length; j += plane) {
                to[j] = (int) (light * 64 * (int) (from[j] / 64 + 0.5f));
            }
        }
    }

    private static void tellOnceASecond() {
        if (frames == TIMES[0].length || TIMES[3][frames - 1] - TIMES[0][0] > 1_000_000_000) {
            IO.println("%d frames: receive %.1f ms, filter %.1f ms, send %.1f ms".formatted(frames, median(0),
                    median(1), median(2)));
            frames = 0;
        }
    }

    private static double median(int stage) {
        var nanos = IntStream.range(0, frames).mapToLong(frame -> TIMES[stage + 1][frame] - TIMES[stage][frame]);
        return nanos.sorted().skip(frames / 2).findFirst().orElseThrow() / 1e6;
    }
}
