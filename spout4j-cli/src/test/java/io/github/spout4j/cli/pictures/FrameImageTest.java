package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.UniqueName;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Received frames as PNG files. */
class FrameImageTest {
    private static final int WIDTH = 13;
    private static final int HEIGHT = 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void filesHaveTheNumbersOfTheFrame(PixelFormat format) throws IOException {
        try (Spout spout = Spout.open();
                SpoutSender sender = sender(spout, format);
                SpoutReceiver receiver = spout.receiver(sender.name()).transport(Transport.MEMORY).open()) {
            send(sender, format, 1);
            try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
                for (Depth depth : new Depth[]{null, Depth.EIGHT, Depth.SIXTEEN}) {
                    Path file = folder.resolve("a.png");
                    PngFile.write(new FrameImage(depth).of(frame), file);
                    assertShown(ImageIO.read(file.toFile()), frame, depth == null ? Depth.of(frame.format()) : depth);
                }
            }
        }
    }

    @Test
    void framesOfOneKindShareAnImage() {
        try (Spout spout = Spout.open();
                SpoutSender sender = sender(spout, PixelFormat.RGBA16);
                SpoutReceiver receiver = spout.receiver(sender.name()).transport(Transport.MEMORY).open()) {
            FrameImage image = new FrameImage(null);
            send(sender, PixelFormat.RGBA16, 1);
            BufferedImage first;
            try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
                first = image.of(frame);
            }
            int[] before = numbers(first);
            send(sender, PixelFormat.RGBA16, 2);
            try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
                assertThat(image.of(frame)).isSameAs(first);
            }
            assertThat(numbers(first)).isNotEqualTo(before);
        }
    }

    private static void assertShown(BufferedImage image, SpoutFrame frame, Depth depth) {
        int channels = frame.format().channels();
        ColorModel colors = image.getColorModel();
        assertThat(colors.getComponentSize(0)).isEqualTo(depth == Depth.EIGHT ? 8 : 16);
        assertThat(colors.hasAlpha()).isEqualTo(channels == 4);
        assertThat(colors.getNumComponents()).isEqualTo(channels == 1 ? 1 : channels == 4 ? 4 : 3);
        int[] numbers = numbers(image);
        int most = depth == Depth.EIGHT ? 255 : 65535;
        for (int i = 0; i < numbers.length; i++) {
            int pixel = i / colors.getNumComponents();
            int channel = i % colors.getNumComponents();
            float value = frame.view().get(pixel % WIDTH, pixel / WIDTH, channel);
            int expected = channel >= channels ? 0 : (int) Math.round(Math.clamp(value, 0.0, 1.0) * most);
            assertThat(numbers[i]).as("%s %d of pixel %d", frame.format(), channel, pixel).isEqualTo(expected);
        }
    }

    private static int[] numbers(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static SpoutSender sender(Spout spout, PixelFormat format) {
        return spout.sender(UniqueName.of("png")).size(WIDTH, HEIGHT).format(format).transport(Transport.MEMORY).open();
    }

    private static void send(SpoutSender sender, PixelFormat format, long seed) {
        float[] numbers = new float[WIDTH * HEIGHT * 4];
        Random random = new Random(seed);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat() * 1.2f - 0.1f;
        }
        assertThat(sender.send(MemorySegment.ofArray(numbers), PixelLayout.of(PixelFormat.RGBA32F))).isTrue();
    }
}
