package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
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

    static Stream<Named<BufferedImage>> everyType() {
        Stream<Named<BufferedImage>> standard = IntStream.rangeClosed(1, 13)
                .mapToObj(type -> Named.of("type " + type, new BufferedImage(WIDTH, HEIGHT, type)));
        Stream<Named<BufferedImage>> custom = Stream.of(Named.of("banded", banded()),
                Named.of("16 bits a sample", rgba16()), Named.of("linear ABGR bytes", linear()),
                Named.of("linear ints", linearInts()),
                Named.of("RGBA ints", rgbaInts()), Named.of("RGB bytes", rgbBytes()),
                Named.of("2 bits, indexed", indexed()), Named.of("ABGR bytes in 5", spacedAbgr()),
                Named.of("ints that begin late", lateInts()));
        return Stream.concat(standard, custom).map(image -> Named.of(image.getName(), scramble(image.getPayload())));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void copiesWhatGetRgbGives(BufferedImage image) {
        copiesExactly(image);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void copiesPartsOfImages(BufferedImage image) {
        copiesExactly(image.getSubimage(0, 0, 1, 1));
        copiesExactly(image.getSubimage(WIDTH - 1, HEIGHT - 1, 1, 1));
        copiesExactly(image.getSubimage(8, 5, 33, 1));
        copiesExactly(image.getSubimage(7, 9, 35, 21).getSubimage(3, 2, 30, 19));
    }

    private void copiesExactly(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        PixelLayout wide = PixelLayout.RGBA.rowPitch(4L * width + 7);
        for (PixelLayout layout : List.of(PixelLayout.RGBA, PixelLayout.BGRA, PixelLayout.BGRA.flipped(), wide,
                PixelLayout.of(PixelFormat.RGBA16F), PixelLayout.of(PixelFormat.BGRX8).flipped(),
                PixelLayout.of(PixelFormat.RG8).rowPitch(2L * width + 3))) {
            for (Memory memory : List.of(Memory.UNALIGNED_BYTES, Memory.UNALIGNED_NATIVE)) {
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment target = memory.allocate(arena, layout.bytesFor(width, height) + 5)
                            .fill((byte) SENTINEL);
                    images.copy(image, target, layout);
                    assertThat(bytes(target)).as("%s", layout)
                            .isEqualTo(expected(image, layout, target.byteSize()));
                }
            }
        }
    }

    private static byte[] expected(BufferedImage image, PixelLayout layout, long bytes) {
        MemorySegment memory = MemorySegment.ofArray(new byte[(int) bytes]).fill((byte) SENTINEL);
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                NaivePixels.set(memory, layout, x, y, width, height, image.getRGB(x, y));
            }
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
                .map(i -> NaivePixels.get(source, layout, i % WIDTH, i / WIDTH, WIDTH, HEIGHT)).toArray();
    }

    @ParameterizedTest
    @MethodSource("everyType")
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

    private static BufferedImage scramble(BufferedImage image) {
        DataBuffer data = image.getRaster().getDataBuffer();
        Random random = new Random(image.getType() + 1L);
        for (int bank = 0; bank < data.getNumBanks(); bank++) {
            int size = data.getSize() + data.getOffsets()[bank];
            switch (data) {
                case DataBufferByte bytes -> random.nextBytes(bytes.getData(bank));
                case DataBufferInt ints -> {
                    for (int i = 0; i < ints.getData(bank).length; i++) {
                        ints.getData(bank)[i] = random.nextInt();
                    }
                }
                default -> {
                    for (int i = 0; i < size; i++) {
                        data.setElem(bank, i, random.nextInt(0x10000));
                    }
                }
            }
        }
        return image;
    }

    private static BufferedImage banded() {
        WritableRaster raster = Raster.createWritableRaster(
                new BandedSampleModel(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4), null);
        return new BufferedImage(components(ColorSpace.CS_sRGB, true, DataBuffer.TYPE_BYTE), raster, false, null);
    }

    private static BufferedImage rgba16() {
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferUShort(WIDTH * HEIGHT * 4), WIDTH, HEIGHT, WIDTH * 4, 4, new int[]{0, 1, 2, 3}, null);
        return new BufferedImage(components(ColorSpace.CS_sRGB, true, DataBuffer.TYPE_USHORT), raster, false, null);
    }

    private static BufferedImage linear() {
        WritableRaster raster = interleaved(3, 2, 1, 0);
        return new BufferedImage(components(ColorSpace.CS_LINEAR_RGB, true, DataBuffer.TYPE_BYTE), raster, false,
                null);
    }

    private static BufferedImage linearInts() {
        ColorModel model = new DirectColorModel(ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB), 32, 0xFF0000, 0xFF00,
                0xFF, 0xFF000000, false, DataBuffer.TYPE_INT);
        return new BufferedImage(model, model.createCompatibleWritableRaster(WIDTH, HEIGHT), false, null);
    }

    private static BufferedImage rgbBytes() {
        return new BufferedImage(components(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_BYTE), interleaved(0, 1, 2),
                false, null);
    }

    private static BufferedImage rgbaInts() {
        ColorModel model = new DirectColorModel(32, 0xFF000000, 0xFF0000, 0xFF00, 0xFF);
        return new BufferedImage(model, model.createCompatibleWritableRaster(WIDTH, HEIGHT), false, null);
    }

    private static BufferedImage indexed() {
        byte[] levels = {0, 100, (byte) 200, (byte) 255};
        IndexColorModel model = new IndexColorModel(2, 4, levels, levels, levels, levels);
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, model);
    }

    private static BufferedImage spacedAbgr() {
        DataBufferByte data = new DataBufferByte(WIDTH * HEIGHT * 5);
        WritableRaster raster = Raster.createInterleavedRaster(data, WIDTH, HEIGHT, WIDTH * 5, 5,
                new int[]{3, 2, 1, 0}, null);
        return new BufferedImage(components(ColorSpace.CS_sRGB, true, DataBuffer.TYPE_BYTE), raster, false, null);
    }

    private static BufferedImage lateInts() {
        DirectColorModel model = new DirectColorModel(32, 0xFF0000, 0xFF00, 0xFF, 0xFF000000);
        int offset = 11;
        DataBufferInt data = new DataBufferInt(new int[offset + (WIDTH + 3) * HEIGHT], (WIDTH + 3) * HEIGHT, offset);
        WritableRaster raster = Raster.createPackedRaster(data, WIDTH, HEIGHT, WIDTH + 3, model.getMasks(), null);
        return new BufferedImage(model, raster, false, null);
    }

    private static WritableRaster interleaved(int... bandOffsets) {
        int bands = bandOffsets.length;
        return Raster.createInterleavedRaster(new DataBufferByte(WIDTH * HEIGHT * bands), WIDTH, HEIGHT,
                WIDTH * bands, bands, bandOffsets, null);
    }

    private static ColorModel components(int space, boolean alpha, int dataType) {
        return new ComponentColorModel(ColorSpace.getInstance(space), alpha, false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, dataType);
    }
}
