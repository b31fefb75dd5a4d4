package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.pictures.Patch.Disposal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOException;

/**
 * What an animated PNG says of one of its pictures, by a chunk fcTL.
 *
 * @param x columns to the left of it
 * @param y rows above it
 */
record PngFrame(int sequence, FrameSize size, int x, int y, double milliseconds, Disposal afterwards, boolean over) {
    static final int BYTES = 26;

    private static final int USUAL_DENOMINATOR = 100;

    /**
     * Reads it.
     *
     * @param whole the size of all pictures together
     * @throws IOException where it makes no sense
     */
    static PngFrame of(byte[] chunk, FrameSize whole) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(chunk);
        int sequence = bytes.getInt();
        FrameSize size = new FrameSize(bytes.getInt(), bytes.getInt());
        int x = bytes.getInt();
        int y = bytes.getInt();
        int numerator = Short.toUnsignedInt(bytes.getShort());
        int denominator = Short.toUnsignedInt(bytes.getShort());
        int disposal = bytes.get();
        int blend = bytes.get();
        if (size.width() < 1 || size.height() < 1 || x < 0 || y < 0 || size.width() > whole.width() - x
                || size.height() > whole.height() - y) {
            throw new IIOException("a picture of it reaches beyond its " + whole + " pixels");
        }
        if (disposal < 0 || disposal >= Disposal.values().length || blend < 0 || blend > 1) {
            throw new IIOException("a picture of it is to be drawn in a way that PNG does not have");
        }
        return new PngFrame(sequence, size, x, y,
                1000.0 * numerator / (denominator == 0 ? USUAL_DENOMINATOR : denominator),
                Disposal.values()[disposal], blend == 1);
    }

    Patch patch(BufferedImage image) {
        return new Patch(image, x, y, over, afterwards, milliseconds);
    }
}
