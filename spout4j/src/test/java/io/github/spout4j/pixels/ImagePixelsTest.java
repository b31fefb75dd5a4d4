package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.NaivePixels.Memory;

class ImagePixelsTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 37;

    private final ImagePixels images = new ImagePixels();

    static Stream<Named<BufferedImage>> everyKind() {
        return ImageKinds.all(WIDTH, HEIGHT);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void copiesEveryKind(BufferedImage image) {
        copiesExactly(image);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void copiesPartsOfImages(BufferedImage image) {
        copiesExactly(image.getSubimage(0, 0, 1, 1));
        copiesExactly(image.getSubimage(WIDTH - 1, HEIGHT - 1, 1, 1));
        copiesExactly(image.getSubimage(8, 5, 33, 1));
        copiesExactly(image.getSubimage(7, 9, 35, 21).getSubimage(3, 2, 30, 19));
    }

    private void copiesExactly(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[][] rgba = NaiveImages.rgba(image);
        PixelLayout wide = PixelLayout.RGBA.rowPitch(4L * width + 7);
        for (PixelLayout layout : List.of(PixelLayout.RGBA, PixelLayout.BGRA, PixelLayout.BGRA.flipped(), wide,
                PixelLayout.of(PixelFormat.RGBA16), PixelLayout.of(PixelFormat.RGBA16F).flipped(),
                PixelLayout.of(PixelFormat.RGBA32F), PixelLayout.of(PixelFormat.RGB10A2),
                PixelLayout.of(PixelFormat.R8), PixelLayout.of(PixelFormat.R16).flipped(),
                PixelLayout.of(PixelFormat.BGRX8).flipped(),
                PixelLayout.of(PixelFormat.RG8).rowPitch(2L * width + 3))) {
            long bytes = layout.bytesFor(width, height) + 5;
            byte[] expected = expected(rgba, layout, bytes, width, height);
            for (Memory memory : List.of(Memory.UNALIGNED_BYTES, Memory.UNALIGNED_NATIVE)) {
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment target = memory.allocate(arena, bytes).fill((byte) SENTINEL);
                    images.copy(image, target, layout);
                    assertThat(bytes(target)).as("%s", layout).isEqualTo(expected);
                }
            }
        }
    }

    private static byte[] expected(float[][] rgba, PixelLayout layout, long bytes, int width, int height) {
        MemorySegment memory = MemorySegment.ofArray(new byte[(int) bytes]).fill((byte) SENTINEL);
        for (int i = 0; i < rgba.length; i++) {
            NaivePixels.set(memory, layout, i % width, i / width, width, height, rgba[i]);
        }
        return bytes(memory);
    }

    @Test
    void makesImages() {
        for (PixelLayout layout : List.of(PixelLayout.RGBA, PixelLayout.BGRA.flipped(),
                PixelLayout.RGBA.rowPitch(4L * WIDTH + 7).flipped())) {
            makesImages(layout);
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesImagesOfEveryFormat(PixelFormat format) {
        makesImages(PixelLayout.of(format));
        makesImages(PixelLayout.of(format).rowPitch((long) WIDTH * format.bytesPerPixel() + 7).flipped());
    }

    private void makesImages(PixelLayout layout) {
        for (Memory memory : Memory.values()) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment source = randomise(memory.allocate(arena, layout.bytesFor(WIDTH, HEIGHT)));
                BufferedImage image = images.toImage(source, layout, WIDTH, HEIGHT);
                assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
                assertThat(image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).isEqualTo(argb(source, layout));
            }
        }
    }

    private static int[] argb(MemorySegment source, PixelLayout layout) {
        return IntStream.range(0, WIDTH * HEIGHT)
                .map(i -> NaivePixels.get(source, layout, i % WIDTH, i / WIDTH, WIDTH, HEIGHT))
                .map(argb -> layout.format().channels() == 1 ? gray(argb >> 16 & 0xFF) : argb).toArray();
    }

    private static int gray(int number) {
        return 0xFF << 24 | number << 16 | number << 8 | number;
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void refusesATargetThatIsOneByteShort(BufferedImage image) {
        MemorySegment target = MemorySegment.ofArray(new byte[4 * WIDTH * HEIGHT - 1]).fill((byte) SENTINEL);
        assertThatIllegalArgumentException().isThrownBy(() -> images.copy(image, target, PixelLayout.RGBA))
                .withMessage("61 × 37 pixels need 9028 bytes; the target has 9027");
        assertThat(bytes(target)).containsOnly(SENTINEL);
    }

    @Test
    void refusesASourceThatIsOneByteShort() {
        MemorySegment source = MemorySegment.ofArray(new byte[4 * WIDTH * HEIGHT - 1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images.toImage(source, PixelLayout.RGBA, WIDTH, HEIGHT));
    }
}
