package io.github.spout4j.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pixel of a canvas is the mean of what it covers, by a slow reference, within the rounding of shares of 1/256. */
class ScalingTest {
    private static final int AROUND = 0xFF123456;

    @ParameterizedTest
    @CsvSource({"64,48, 64,48, false, 0", "64,48, 64,48, true, 0", "128,96, 64,48, false, 0", "32,24, 64,48, false, 2",
            "50,50, 64,48, true, 3", "7,5, 64,48, false, 3", "100,20, 64,48, false, 3", "97,89, 13,7, false, 3"})
    void areaMeans(int canvasWidth, int canvasHeight, int width, int height, boolean flipped, int error) {
        int[] argb = new Random(canvasWidth).ints((long) width * height).map(pixel -> pixel | 0xFF000000).toArray();
        Viewport viewport = Zoom.FIT.on(canvasWidth, canvasHeight, width, height);
        int[] canvas = new int[canvasWidth * canvasHeight];
        new Scaling().draw(pixels(argb, width, height), viewport, flipped, canvas, AROUND);
        for (int y = 0; y < canvasHeight; y++) {
            for (int x = 0; x < canvasWidth; x++) {
                int seen = canvas[y * canvasWidth + x];
                if (viewport.column(x) < 0 || viewport.row(y) < 0) {
                    assertThat(seen).isEqualTo(AROUND);
                } else {
                    for (int shift = 0; shift < 32; shift += 8) {
                        assertThat((double) (seen >>> shift & 0xFF)).as("(%d, %d)", x, y).isCloseTo(
                                mean(argb, viewport, flipped, x, y, shift),
                                offset(error + 0.5));
                    }
                }
            }
        }
    }

    private static double mean(int[] argb, Viewport viewport, boolean flipped, int x, int y, int shift) {
        double across = (double) viewport.width() / viewport.shownWidth();
        double down = (double) viewport.height() / viewport.shownHeight();
        double left = (x - viewport.left()) * across;
        double top = (y - viewport.top()) * down;
        double sum = 0;
        for (int row = (int) top; row < Math.min(viewport.height(), top + down); row++) {
            for (int column = (int) left; column < Math.min(viewport.width(), left + across); column++) {
                double share = (Math.min(column + 1, left + across) - Math.max(column, left))
                        * (Math.min(row + 1, top + down) - Math.max(row, top)) / (across * down);
                int from = flipped ? viewport.height() - 1 - row : row;
                sum += Math.max(0, share) * (argb[from * viewport.width() + column] >>> shift & 0xFF);
            }
        }
        return sum;
    }

    /** By a sender and a receiver, as there are no frames without. */
    private static FramePixels pixels(int[] argb, int width, int height) {
        FramePixels pixels = new FramePixels();
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender("scaling " + UUID.randomUUID()).size(width, height)
                        .format(PixelFormat.BGRA8).transport(Transport.MEMORY).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sender.send(argb);
            try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(20)).orElseThrow()) {
                pixels.read(frame, AlphaView.CHECKERBOARD, false);
            }
        }
        return pixels;
    }
}
