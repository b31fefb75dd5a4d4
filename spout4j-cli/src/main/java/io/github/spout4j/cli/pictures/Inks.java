package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.IIOException;

/** Four inks of which no profile tells the colours: each takes its part of the light, and black of all three. */
final class Inks {
    private static final int BANDS = 4;
    private static final int BLACK = 3;
    private static final int MOST = 0xFF;
    private static final int MIDDLE = 0x80;

    private Inks() {}

    /**
     * The picture as TYPE_INT_RGB.
     *
     * @param stored the numbers of a JPEG, which say how much light each ink leaves, as Adobe's do
     * @param ycck   whether the first three are brightness, blue and red difference
     */
    static BufferedImage toRgb(Raster stored, boolean ycck) {
        int width = stored.getWidth();
        BufferedImage image = new BufferedImage(width, stored.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] inks = new int[width * BANDS];
        int[] row = new int[width];
        for (int y = 0; y < stored.getHeight(); y++) {
            stored.getPixels(0, y, width, 1, inks);
            for (int x = 0; x < width; x++) {
                row[x] = rgb(inks, x * BANDS, ycck);
            }
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    /**
     * The picture as {@link Samples#newImage}, with as many bits as it has.
     *
     * @param stored the numbers of a TIFF, which say how much there is of each ink
     * @throws IOException where they are floats, or fewer than four
     */
    static BufferedImage toRgb(Raster stored) throws IOException {
        int bands = stored.getNumBands();
        boolean numbers = stored.getTransferType() == DataBuffer.TYPE_BYTE
                || stored.getTransferType() == DataBuffer.TYPE_USHORT;
        if (!numbers || bands < BANDS) {
            throw new IIOException("its inks are of a kind that cannot be shown");
        }
        long most = (1L << stored.getSampleModel().getSampleSize(0)) - 1;
        int width = stored.getWidth();
        BufferedImage image = Samples.newImage(width, stored.getHeight(), most > MOST ? Depth.SIXTEEN : Depth.EIGHT);
        int mostShown = (1 << image.getColorModel().getComponentSize(0)) - 1;
        int[] inks = new int[width * bands];
        int[] row = new int[width * BANDS];
        for (int y = 0; y < stored.getHeight(); y++) {
            stored.getPixels(0, y, width, 1, inks);
            for (int x = 0; x < width; x++) {
                long black = most - inks[x * bands + BLACK];
                for (int ink = 0; ink < BLACK; ink++) {
                    row[x * BANDS + ink] = (int) (((most - inks[x * bands + ink]) * black * mostShown
                            + most * most / 2) / (most * most));
                }
                row[x * BANDS + BLACK] = mostShown;
            }
            image.getRaster().setPixels(0, y, width, 1, row);
        }
        return image;
    }

    private static int rgb(int[] inks, int at, boolean ycck) {
        int black = inks[at + BLACK];
        if (!ycck) {
            return rgb(inks[at], inks[at + 1], inks[at + 2], black);
        }
        double brightness = inks[at];
        double blue = inks[at + 1] - MIDDLE;
        double red = inks[at + 2] - MIDDLE;
        int cyan = MOST - number(brightness + 1.402 * red);
        int magenta = MOST - number(brightness - 0.344136 * blue - 0.714136 * red);
        int yellow = MOST - number(brightness + 1.772 * blue);
        return rgb(cyan, magenta, yellow, black);
    }

    private static int rgb(int cyan, int magenta, int yellow, int black) {
        return light(cyan, black) << 16 | light(magenta, black) << 8 | light(yellow, black);
    }

    private static int light(int ink, int black) {
        return (ink * black + MOST / 2) / MOST;
    }

    private static int number(double value) {
        return Math.clamp(Math.round(value), 0, MOST);
    }
}
