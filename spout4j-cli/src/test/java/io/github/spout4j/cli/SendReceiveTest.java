package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.SpoutProcess.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code spout send} and {@code spout receive}, each a process. */
class SendReceiveTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rgba", "BGRA8", "rgba64le", "rgba32f"})
    void pictureArrivesAsItIs(String format) throws IOException {
        BufferedImage image = picture("in.png", 63, 41, 1);
        String name = UniqueName.of("Zürich / 東京 \"q\" *");
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "in.png", "--name", name, "--format", format)) {
            sender.expectLine("sending as");
            Result result = SpoutProcess.run(folder, "receive", name, "--out", "out.png");
            assertThat(result.stderr()).isEmpty();
            assertThat(result.exitCode()).isZero();
            assertThat(result.stdout()).isEqualToIgnoringNewLines("out.png");
        }
        assertThat(pixels(ImageIO.read(folder.resolve("out.png").toFile()))).isEqualTo(pixels(image));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgba64le", "rgba32f", "rgba"})
    void sixteenBitsArriveWhereTheFormatHasThem(String format) throws IOException {
        BufferedImage gray = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
        int[] numbers = new Random(7).ints(40 * 30, 0, 65536).toArray();
        gray.getRaster().setPixels(0, 0, 40, 30, numbers);
        ImageIO.write(gray, "png", folder.resolve("in.png").toFile());
        String name = UniqueName.of("deep");
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "in.png", "--name", name, "--format", format)) {
            boolean wide = !sender.expectLine("sending as").contains("memory") || OS.current() != OS.WINDOWS;
            assertThat(SpoutProcess.run(folder, "receive", name, "--out", "out.png").stderr()).isEmpty();
            BufferedImage received = ImageIO.read(folder.resolve("out.png").toFile());
            int bits = received.getColorModel().getComponentSize(0);
            assertThat(bits).isEqualTo(format.equals("rgba") || !wide ? 8 : 16);
            for (int i = 0; i < numbers.length; i++) {
                int expected = bits == 16 ? numbers[i] : Math.round(numbers[i] / 257f);
                assertThat(received.getRaster().getPixel(i % 40, i / 40, (int[]) null)).startsWith(expected, expected,
                        expected);
            }
            SpoutProcess.run(folder, "receive", name, "--out", "eight.png", "--depth", "8");
            assertThat(ImageIO.read(folder.resolve("eight.png").toFile()).getColorModel().getComponentSize(0))
                    .isEqualTo(8);
        }
    }

    @Test
    void alphaIsConvertedByWhoIsTold() throws IOException {
        int[] sent = pixels(picture("in.png", 63, 41, 1));
        int[] carried = Arrays.stream(sent).map(argb -> eachColour(argb, (c, a) -> (c * a * 2 + 255) / 510)).toArray();
        String name = UniqueName.of("alpha");
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "in.png", "--name", name, "--alpha",
                "premultiplied")) {
            sender.expectLine("sending as");
            assertThat(received(name, "straight")).isEqualTo(carried);
            assertThat(received(name, "opaque"))
                    .isEqualTo(Arrays.stream(carried).map(argb -> argb | 0xFF000000).toArray());
            assertThat(received(name, "premultiplied")).isEqualTo(Arrays.stream(carried)
                    .map(argb -> eachColour(argb, (c, a) -> a == 0 ? c : Math.min((c * 510 + a) / (2 * a), 255)))
                    .toArray());
        }
    }

    private int[] received(String name, String alpha) throws IOException {
        Result result = SpoutProcess.run(folder, "receive", name, "--out", alpha + ".png", "--alpha", alpha);
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return pixels(ImageIO.read(folder.resolve(alpha + ".png").toFile()));
    }

    /** @param change of a colour and alpha, each 0 to 255 */
    private static int eachColour(int argb, IntBinaryOperator change) {
        int changed = argb & 0xFF000000;
        for (int shift = 0; shift < 24; shift += 8) {
            changed |= change.applyAsInt(argb >> shift & 0xFF, argb >>> 24) << shift;
        }
        return changed;
    }

    @Test
    void eachOfSeveralPicturesArrivesInItsOwnSizeByFrameSync() throws IOException {
        List<BufferedImage> images = List.of(picture("a.png", 20, 10, 1), picture("b.png", 20, 10, 2),
                picture("c.png", 9, 11, 3));
        String name = UniqueName.of("several");
        try (SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--sync", "--frames", "3", "--timeout",
                "60", "--out", "frame-%02d.png");
                SpoutProcess sender = SpoutProcess.start(folder, "send", "a.png", "b.png", "c.png", "--sync", "--name",
                        name)) {
            Result sent = sender.end();
            Result received = receiver.end();
            assertThat(sent.stderr()).isEmpty();
            assertThat(sent.stdout()).contains("sent 3 frames");
            assertThat(sent.exitCode()).isZero();
            assertThat(received.stderr()).isEmpty();
            assertThat(received.stdout().lines()).containsExactly("frame-01.png", "frame-02.png", "frame-03.png");
            assertThat(received.exitCode()).isZero();
        }
        for (int i = 0; i < images.size(); i++) {
            Path file = folder.resolve("frame-0" + (i + 1) + ".png");
            assertThat(pixels(ImageIO.read(file.toFile()))).isEqualTo(pixels(images.get(i)));
        }
    }

    @Test
    void rawVideoEndsWithAnErrorWhereTheSizeChanges() throws IOException {
        BufferedImage first = picture("a.png", 20, 10, 1);
        picture("b.png", 10, 20, 2);
        String name = UniqueName.of("resized");
        try (SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--sync", "--timeout", "60", "--raw",
                "-", "--format", "bgra");
                SpoutProcess _ = SpoutProcess.start(folder, "send", "a.png", "b.png", "--sync", "--name", name)) {
            Result received = receiver.end();
            assertThat(received.stderr().lines()).hasSize(1).first().asString().contains("went from 20x10 to 10x20");
            assertThat(received.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(received.bytes()).hasSize(20 * 10 * 4);
            assertThat(received.bytes()[0]).isEqualTo((byte) first.getRGB(0, 0));
        }
    }

    @Test
    void rawVideoGoesThroughWithEveryByte() throws IOException {
        byte[] video = new byte[30 * 16 * 8 * 4];
        new Random(5).nextBytes(video);
        String name = UniqueName.of("raw");
        try (SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--sync", "--frames", "30",
                "--timeout",
                "60", "--raw", "-");
                SpoutProcess sender = SpoutProcess.start(folder, "send", "-", "--raw", "16x8", "--sync", "--fps", "500",
                        "--name", name)) {
            CompletableFuture<Result> result = CompletableFuture.supplyAsync(receiver::end);
            try (OutputStream stdin = sender.stdin()) {
                stdin.write(video);
            }
            assertThat(sender.end().exitCode()).isZero();
            Result received = result.join();
            assertThat(received.stderr()).isEmpty();
            assertThat(received.bytes()).isEqualTo(video);
        }
    }

    @Test
    void rawVideoOfAnyFormatComesInThatOfTheSender() throws IOException {
        byte[] video = new byte[5 * 16 * 8 * 8];
        new Random(6).nextBytes(video);
        String name = UniqueName.of("raw16");
        try (SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--sync", "--frames", "5", "--timeout",
                "60", "--raw", "-", "--format", "sender");
                SpoutProcess sender = SpoutProcess.start(folder, "send", "-", "--raw", "16x8", "--sync", "--fps", "500",
                        "--format", "rgba64le", "--name", name)) {
            CompletableFuture<Result> result = CompletableFuture.supplyAsync(receiver::end);
            try (OutputStream stdin = sender.stdin()) {
                stdin.write(video);
            }
            assertThat(sender.end().stdout()).contains("16x8 RGBA16");
            Result received = result.join();
            if (received.stderr().contains("16x8 rgba64le")) {
                assertThat(received.bytes()).isEqualTo(video);
            } else {
                assertThat(received.stderr()).as("Windows' memory share").isEqualToIgnoringNewLines(
                        "raw video is 16x8 rgba");
                assertThat(received.bytes()).isEqualTo(eightBits(video));
            }
        }
    }

    private static byte[] eightBits(byte[] sixteenBits) {
        byte[] bytes = new byte[sixteenBits.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            int number = sixteenBits[2 * i] & 0xFF | (sixteenBits[2 * i + 1] & 0xFF) << 8;
            bytes[i] = (byte) Math.round(number / 257f);
        }
        return bytes;
    }

    @Test
    void cutOffRawVideoSendsItsWholeFramesAndFails() throws IOException {
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "-", "--raw", "8x8", "--name",
                UniqueName.of("cut"))) {
            try (OutputStream stdin = sender.stdin()) {
                stdin.write(new byte[2 * 256 + 100]);
            }
            Result result = sender.end();
            assertThat(result.stdout()).contains("sent 2 frames");
            assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("cut off: 100 of 256 bytes",
                    "after 2 whole frames");
            assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void emptyRawVideoIsAFailure() {
        Result result = SpoutProcess.run(folder, "send", "-", "--raw", "8x8", "--name", UniqueName.of("empty"));
        assertThat(result.stderr().lines()).singleElement().asString().contains("ended before the first frame");
        assertThat(result.stdout()).contains("sent 0 frames");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void rawVideoThatEndsInItsFirstFrameIsAFailure() throws IOException {
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "-", "--raw", "8x8", "--name",
                UniqueName.of("first"))) {
            try (OutputStream stdin = sender.stdin()) {
                stdin.write(new byte[100]);
            }
            Result result = sender.end();
            assertThat(result.stderr().lines()).singleElement().asString().contains("cut off: 100 of 256 bytes",
                    "after 0 whole frames");
            assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void receiverTellsWhenFramesStop() throws IOException {
        picture("a.png", 4, 4, 1);
        String name = UniqueName.of("stops");
        try (SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--sync", "--frames", "5", "--timeout",
                "5", "--out", "%d.png");
                SpoutProcess sender = SpoutProcess.start(folder, "send", "a.png", "--sync", "--frames", "2", "--name",
                        name)) {
            assertThat(sender.end().exitCode()).isZero();
            Result received = receiver.end();
            assertThat(received.stderr()).contains("only 2 of 5 frames came; then none in 5 s");
            assertThat(received.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
        }
    }

    @Test
    void receiverTellsOfASenderThatIsThereAndShowsNothingNew() {
        String name = UniqueName.of("still");
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(name).size(8, 8).transport(Transport.MEMORY).open()) {
            Result none = SpoutProcess.run(folder, "receive", name, "--timeout", "0.5", "--out", "a.png");
            assertThat(none.stderr().lines()).hasSize(1).first().asString().contains("the sender \"" + name
                    + "\" is there, but its picture has not changed for 0.5 s, or it has none yet");
            assertThat(none.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
            sender.send(new int[64]);
            Result some = SpoutProcess.run(folder, "receive", name, "--timeout", "0.5", "--frames", "3", "--out",
                    "%d.png");
            assertThat(some.stderr().lines()).hasSize(1).first().asString().contains("only 1 of 3 frames came; the "
                    + "sender \"" + name + "\" is there, but its picture has not changed for 0.5 s");
            assertThat(some.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
            Result raw = SpoutProcess.run(folder, "receive", name, "--timeout", "0.5", "--raw", "-", "--format",
                    "bgra");
            assertThat(raw.stderr()).contains("ended: the sender \"" + name
                    + "\" is there, but its picture has not changed for 0.5 s");
            assertThat(raw.bytes()).hasSize(8 * 8 * 4);
            assertThat(raw.exitCode()).isZero();
        }
    }

    @Test
    void aReaderThatGoesAwayEndsTheReceiverQuietly() throws IOException {
        picture("a.png", 256, 256, 1);
        String name = UniqueName.of("pipe");
        try (SpoutProcess _ = SpoutProcess.start(folder, "send", "a.png", "--name", name);
                SpoutProcess receiver = SpoutProcess.start(folder, "receive", name, "--timeout", "60", "--raw", "-")) {
            assertThat(receiver.process().getInputStream().readNBytes(100)).hasSize(100);
            receiver.process().getInputStream().close();
            assertThat(receiver.process().onExit().join().exitValue()).isZero();
            assertThat(receiver.errors()).isEmpty();
        }
    }

    private BufferedImage picture(String file, int width, int height, long seed) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new Random(seed).ints((long) width * height).toArray();
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(image, "png", folder.resolve(file).toFile());
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
