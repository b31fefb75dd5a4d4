package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Alpha that is not compressed, beside the lossy pixels of a WebP file; its reader knows compressed alpha alone. */
final class WebpAlpha {
    private static final int METHOD = 0b11;
    private static final int FILTER_SHIFT = 2;
    private static final int MOST = 0xFF;
    private static final int OPAQUE = 0xFF000000;

    private WebpAlpha() {}

    static boolean isPlain(ByteBuffer chunk) {
        return chunk.capacity() > 0 && (chunk.get(0) & METHOD) == 0;
    }

    /** The image as TYPE_INT_ARGB with that alpha. */
    static BufferedImage apply(ByteBuffer chunk, BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        if (chunk.capacity() - 1 < (long) width * height) {
            throw new EOFException();
        }
        int filter = chunk.get(0) >> FILTER_SHIFT & METHOD;
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[width];
        int[] above = new int[width];
        int[] alpha = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int number = chunk.get(1 + y * width + x);
                alpha[x] = number + (filter == 0 ? 0 : foreseen(filter, alpha, above, x, y)) & MOST;
                row[x] = row[x] & ~OPAQUE | alpha[x] << 3 * Byte.SIZE;
            }
            result.getRaster().setDataElements(0, y, width, 1, row);
            System.arraycopy(alpha, 0, above, 0, width);
        }
        return result;
    }

    private static int foreseen(int filter, int[] alpha, int[] above, int x, int y) {
        if (x == 0 || y == 0) {
            return x > 0 ? alpha[x - 1] : y > 0 ? above[0] : 0;
        }
        return switch (filter) {
            case 1 -> alpha[x - 1];
            case 2 -> above[x];
            default -> Math.clamp(alpha[x - 1] + above[x] - above[x - 1], 0, MOST);
        };
    }
}
