package io.github.spout4j.pixels;

import io.github.spout4j.Alpha;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;

/** How the pixels of an image are got at. */
enum ImageStorage {
    /** {@code 0xAARRGGBB} in an array. */
    INTS,
    /** Alpha, blue, green, red; a byte each. */
    ABGR,
    /** Blue, green, red; a byte each. */
    BGR,
    /** A byte of gray. */
    GRAY,
    /** By {@link ImageNumbers}. */
    NUMBERS,
    /** By {@link BufferedImage#getRGB(int, int)}. */
    COLOURS;

    static ImageStorage of(BufferedImage image) {
        ImageStorage standard = standard(image);
        if (standard != NUMBERS && isPlain(image, standard)) {
            return standard;
        }
        return ImageNumbers.suit(image.getColorModel()) ? NUMBERS : COLOURS;
    }

    /** A standard type, but for gray, may still come in another colour space. */
    private static ImageStorage standard(BufferedImage image) {
        int type = image.getType();
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
            return GRAY;
        }
        if (!image.getColorModel().getColorSpace().isCS_sRGB()) {
            return NUMBERS;
        }
        return switch (type) {
            case BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_INT_RGB -> INTS;
            case BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_4BYTE_ABGR_PRE -> ABGR;
            case BufferedImage.TYPE_3BYTE_BGR -> BGR;
            default -> NUMBERS;
        };
    }

    /** Whether pixels follow each other without gaps. */
    private static boolean isPlain(BufferedImage image, ImageStorage storage) {
        return switch (image.getRaster().getDataBuffer()) {
            case DataBufferInt _ -> storage == INTS
                    && image.getSampleModel() instanceof SinglePixelPackedSampleModel;
            case DataBufferByte _ -> image.getSampleModel() instanceof ComponentSampleModel model
                    && model.getPixelStride() == storage.bytes();
            default -> false;
        };
    }

    private int bytes() {
        return switch (this) {
            case ABGR -> 4;
            case BGR -> 3;
            case GRAY -> 1;
            case INTS, NUMBERS, COLOURS -> 0;
        };
    }

    /** What alpha means in the pixels of an image that are got at in this way. */
    Alpha alpha(BufferedImage image) {
        return switch (this) {
            case INTS, ABGR -> !image.getColorModel().hasAlpha()
                    ? Alpha.OPAQUE
                    : image.isAlphaPremultiplied() ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
            case NUMBERS -> ImageNumbers.alpha(image.getColorModel());
            case BGR, GRAY, COLOURS -> Alpha.STRAIGHT;
        };
    }
}
