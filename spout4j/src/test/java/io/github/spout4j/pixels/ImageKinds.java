package io.github.spout4j.pixels;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** An image of every kind that there is, full of random samples. */
final class ImageKinds {
    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    private static final ColorSpace LINEAR = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
    private static final ColorSpace GRAY = ColorSpace.getInstance(ColorSpace.CS_GRAY);

    private final int width;
    private final int height;

    private ImageKinds(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static Stream<Named<BufferedImage>> all(int width, int height) {
        ImageKinds kinds = new ImageKinds(width, height);
        return Stream
                .of(kinds.standard(), kinds.bytes(), kinds.packed(), kinds.gray(), kinds.wide(), kinds.otherSpaces())
                .flatMap(some -> some).map(image -> Named.of(image.getName(), scramble(image.getPayload())));
    }

    private Stream<Named<BufferedImage>> standard() {
        return IntStream.rangeClosed(1, 13)
                .mapToObj(type -> Named.of("type " + type, new BufferedImage(width, height, type)));
    }

    private Stream<Named<BufferedImage>> bytes() {
        byte[] levels = {0, 100, (byte) 200, (byte) 255};
        IndexColorModel indexed = new IndexColorModel(2, 4, levels, levels, levels, levels);
        return Stream.of(Named.of("banded", banded(SRGB, true, DataBuffer.TYPE_BYTE)),
                Named.of("RGBA bytes, premultiplied", premultiplied(SRGB, DataBuffer.TYPE_BYTE)),
                Named.of("RGB bytes", components(SRGB, false, DataBuffer.TYPE_BYTE)),
                Named.of("2 bits, indexed", new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, indexed)),
                Named.of("ABGR bytes in 5", spacedAbgr()));
    }

    private Stream<Named<BufferedImage>> packed() {
        return Stream.of(Named.of("RGBA ints", image(new DirectColorModel(32, 0xFF000000, 0xFF0000, 0xFF00, 0xFF))),
                Named.of("ABGR ints, premultiplied", image(new DirectColorModel(SRGB, 32, 0xFF, 0xFF00, 0xFF0000,
                        0xFF000000, true, DataBuffer.TYPE_INT))),
                Named.of("RGB of 10 bits", image(new DirectColorModel(30, 0x3FF00000, 0xFFC00, 0x3FF))),
                Named.of("ints that begin late", lateInts()));
    }

    private Stream<Named<BufferedImage>> gray() {
        return Stream.of(Named.of("gray of 8 bits with alpha", components(GRAY, true, DataBuffer.TYPE_BYTE)),
                Named.of("gray of 8 bits, premultiplied", premultiplied(GRAY, DataBuffer.TYPE_BYTE)),
                Named.of("gray of 16 bits with alpha", components(GRAY, true, DataBuffer.TYPE_USHORT)),
                Named.of("gray of 4 bits in bytes", bits(GRAY, DataBuffer.TYPE_BYTE, 4)),
                Named.of("gray floats", components(GRAY, false, DataBuffer.TYPE_FLOAT)),
                Named.of("gray with a profile", components(new NaiveGray(), true, DataBuffer.TYPE_BYTE)),
                Named.of("the green of bytes, as gray", greenAsGray()), Named.of("gray that begins late", lateGray()));
    }

    private Stream<Named<BufferedImage>> wide() {
        return Stream.of(Named.of("RGBA of 16 bits", components(SRGB, true, DataBuffer.TYPE_USHORT)),
                Named.of("RGB of 16 bits", components(SRGB, false, DataBuffer.TYPE_USHORT)),
                Named.of("RGB of 10 bits in 16", bits(SRGB, DataBuffer.TYPE_USHORT, 10, 10, 10)),
                Named.of("RGBA of 16 bits, premultiplied", premultiplied(SRGB, DataBuffer.TYPE_USHORT)),
                Named.of("RGBA of 16 bits, banded", banded(SRGB, true, DataBuffer.TYPE_USHORT)),
                Named.of("RGBA of 16 bits with signs", components(SRGB, true, DataBuffer.TYPE_SHORT)),
                Named.of("RGBA floats", components(SRGB, true, DataBuffer.TYPE_FLOAT)),
                Named.of("RGBA floats, premultiplied", premultiplied(SRGB, DataBuffer.TYPE_FLOAT)),
                Named.of("RGB doubles", components(SRGB, false, DataBuffer.TYPE_DOUBLE)));
    }

    private Stream<Named<BufferedImage>> otherSpaces() {
        return Stream.of(Named.of("linear RGBA bytes", components(LINEAR, true, DataBuffer.TYPE_BYTE)),
                Named.of("linear RGBA bytes, premultiplied", premultiplied(LINEAR, DataBuffer.TYPE_BYTE)),
                Named.of("linear RGB of 16 bits", components(LINEAR, false, DataBuffer.TYPE_USHORT)),
                Named.of("linear RGB floats", components(LINEAR, false, DataBuffer.TYPE_FLOAT)),
                Named.of("linear ints",
                        image(new DirectColorModel(LINEAR, 32, 0xFF0000, 0xFF00, 0xFF, 0xFF000000, false,
                                DataBuffer.TYPE_INT))),
                Named.of("PhotoYCC of 16 bits",
                        components(ColorSpace.getInstance(ColorSpace.CS_PYCC), true, DataBuffer.TYPE_USHORT)),
                Named.of("CMYK bytes", components(new NaiveCmyk(), false, DataBuffer.TYPE_BYTE)));
    }

    private BufferedImage components(ColorSpace space, boolean alpha, int dataType) {
        return image(model(space, alpha, false, dataType));
    }

    private BufferedImage premultiplied(ColorSpace space, int dataType) {
        return image(model(space, true, true, dataType));
    }

    private BufferedImage bits(ColorSpace space, int dataType, int... bits) {
        return image(new ComponentColorModel(space, bits, false, false, Transparency.OPAQUE, dataType));
    }

    private BufferedImage image(ColorModel model) {
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        return new BufferedImage(model, raster, model.isAlphaPremultiplied(), null);
    }

    private BufferedImage banded(ColorSpace space, boolean alpha, int dataType) {
        ColorModel model = model(space, alpha, false, dataType);
        SampleModel banded = new BandedSampleModel(dataType, width, height, model.getNumComponents());
        return new BufferedImage(model, Raster.createWritableRaster(banded, null), false, null);
    }

    private BufferedImage spacedAbgr() {
        WritableRaster raster = Raster.createInterleavedRaster(new DataBufferByte(width * height * 5), width, height,
                width * 5, 5, new int[]{3, 2, 1, 0}, null);
        return new BufferedImage(model(SRGB, true, false, DataBuffer.TYPE_BYTE), raster, false, null);
    }

    private BufferedImage lateInts() {
        DirectColorModel model = new DirectColorModel(32, 0xFF0000, 0xFF00, 0xFF, 0xFF000000);
        int offset = 11;
        DataBufferInt data = new DataBufferInt(new int[offset + (width + 3) * height], (width + 3) * height, offset);
        WritableRaster raster = Raster.createPackedRaster(data, width, height, width + 3, model.getMasks(), null);
        return new BufferedImage(model, raster, false, null);
    }

    private BufferedImage greenAsGray() {
        WritableRaster rgb = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
        WritableRaster green = rgb.createWritableChild(0, 0, width, height, 0, 0, new int[]{1});
        return new BufferedImage(model(GRAY, false, false, DataBuffer.TYPE_BYTE), green, false, null);
    }

    private BufferedImage lateGray() {
        int offset = 7;
        DataBufferByte data = new DataBufferByte(new byte[offset + 5 + (width + 3) * height], (width + 3) * height + 5,
                offset);
        WritableRaster raster = Raster.createInterleavedRaster(data, width, height, width + 3, 1, new int[]{5}, null);
        return new BufferedImage(model(GRAY, false, false, DataBuffer.TYPE_BYTE), raster, false, null);
    }

    static ColorModel model(ColorSpace space, boolean alpha, boolean premultiplied, int dataType) {
        return new ComponentColorModel(space, alpha, premultiplied,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, dataType);
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
                case DataBufferFloat _,DataBufferDouble _ -> {
                    for (int i = 0; i < size; i++) {
                        data.setElemDouble(bank, i, random.nextInt(9) == 0 ? i % 2 : random.nextDouble(-0.5, 1.5));
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

    /** Gray that says of itself to be darker. */
    private static final class NaiveGray extends NaiveSpace {
        private static final long serialVersionUID = 1L;

        NaiveGray() {
            super(TYPE_GRAY, 1);
        }

        @Override
        public float[] toRGB(float[] gray) {
            return new float[]{gray[0] / 2, gray[0] / 2, gray[0] / 2};
        }
    }

    /** Four inks that are what they say. */
    private static final class NaiveCmyk extends NaiveSpace {
        private static final long serialVersionUID = 1L;

        NaiveCmyk() {
            super(TYPE_CMYK, 4);
        }

        @Override
        public float[] toRGB(float[] inks) {
            float white = 1 - inks[3];
            return new float[]{(1 - inks[0]) * white, (1 - inks[1]) * white, (1 - inks[2]) * white};
        }
    }

    /** A colour space without a profile. */
    private abstract static class NaiveSpace extends ColorSpace {
        private static final long serialVersionUID = 1L;

        NaiveSpace(int type, int components) {
            super(type, components);
        }

        @Override
        public float[] fromRGB(float[] rgb) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] toCIEXYZ(float[] colours) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] fromCIEXYZ(float[] xyz) {
            throw new UnsupportedOperationException();
        }
    }
}
