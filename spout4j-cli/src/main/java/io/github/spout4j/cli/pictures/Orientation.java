package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** How a picture is to be turned before it is shown; in the order of EXIF's numbers, which begin with 1. */
enum Orientation {
    UPRIGHT("Normal", false, false, false), MIRRORED("FlipH", false, true, false), UPSIDE_DOWN("Rotate180", false, true,
            true),
    MIRRORED_UPSIDE_DOWN("FlipV", false, false, true), TRANSPOSED("FlipHRotate90", true, false,
            false),
    LEFT_SIDE_DOWN("Rotate270", true, false, true), TRANSVERSED("FlipVRotate90", true, true,
            true),
    RIGHT_SIDE_DOWN("Rotate90", true, true, false);

    private final String imageIoName;
    private final boolean swapped;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param imageIoName what the standard metadata of ImageIO calls it
     * @param swapped     whether stored columns become rows
     * @param fromRight   whether stored columns are read from right to left
     * @param fromBottom  whether stored rows are read from bottom to top
     */
    Orientation(String imageIoName, boolean swapped, boolean fromRight, boolean fromBottom) {
        this.imageIoName = imageIoName;
        this.swapped = swapped;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** The orientation of an EXIF number; upright where there is no such number. */
    static Orientation ofExif(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    static Orientation ofImageIo(String name) {
        return Arrays.stream(values()).filter(value -> value.imageIoName.equals(name)).findFirst().orElse(UPRIGHT);
    }

    FrameSize turn(FrameSize size) {
        return swapped ? new FrameSize(size.height(), size.width()) : size;
    }

    /** The same pixels, turned: numbers, colours and type stay. */
    BufferedImage turn(BufferedImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        FrameSize stored = new FrameSize(image.getWidth(), image.getHeight());
        FrameSize shown = turn(stored);
        WritableRaster from = image.getRaster();
        WritableRaster to = from.createCompatibleWritableRaster(shown.width(), shown.height());
        Object pixel = null;
        for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < shown.width(); x++) {
                int column = swapped ? y : x;
                int row = swapped ? x : y;
                pixel = from.getDataElements(fromRight ? stored.width() - 1 - column : column,
                        fromBottom ? stored.height() - 1 - row : row, pixel);
                to.setDataElements(x, y, pixel);
            }
        }
        return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
    }
}
