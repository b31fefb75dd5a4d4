package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.imageio.IIOException;

/** The chunks with the pixels of one picture of a WebP file; ImageIO reads them as a WebP file of their own in memory. */
final class WebpPixels {
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String ALPHA = "ALPH";
    private static final int EXTENDED_BYTES = 10;
    private static final int ALPHA_FLAG = 0x10;

    private String kind;
    private ByteBuffer pixels;
    private ByteBuffer alpha;

    /** Takes the chunk where it is one of these. */
    void take(WebpChunks chunk) throws IOException {
        switch (chunk.name()) {
            case LOSSY, LOSSLESS -> {
                if (pixels == null) {
                    kind = chunk.name();
                    pixels = chunk.data();
                }
            }
            case ALPHA -> alpha = chunk.data();
            default -> {
                // no pixels
            }
        }
    }

    /** @throws IOException where pixels are missing, or it is not of that size */
    BufferedImage read(FrameSize size, Consumer<String> remarks) throws IOException {
        if (pixels == null) {
            throw new IIOException("a picture of it has no pixels");
        }
        boolean lossy = kind.equals(LOSSY);
        boolean plainAlpha = lossy && alpha != null && WebpAlpha.isPlain(alpha);
        BufferedImage image = PictureReader.read(file(size, lossy && alpha != null && !plainAlpha), remarks);
        if (image.getWidth() != size.width() || image.getHeight() != size.height()) {
            throw new IIOException("a picture of it is not of the size that it says");
        }
        return plainAlpha ? WebpAlpha.apply(alpha, image) : image;
    }

    private byte[] file(FrameSize size, boolean withAlpha) {
        int bytes = WebpChunks.HEADER_BYTES + Integer.BYTES + padded(pixels)
                + (withAlpha ? WebpChunks.HEADER_BYTES + EXTENDED_BYTES + padded(alpha) : 0);
        ByteBuffer file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        put(file, "RIFF").putInt(bytes - WebpChunks.HEADER_BYTES);
        put(file, "WEBP");
        if (withAlpha) {
            put(file, "VP8X").putInt(EXTENDED_BYTES).putInt(ALPHA_FLAG);
            put24(file, size.width() - 1);
            put24(file, size.height() - 1);
            putChunk(file, ALPHA, alpha);
        }
        putChunk(file, kind, pixels);
        return file.array();
    }

    private static int padded(ByteBuffer data) {
        return WebpChunks.HEADER_BYTES + data.capacity() + (data.capacity() & 1);
    }

    private static ByteBuffer put(ByteBuffer file, String name) {
        return file.put(name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void put24(ByteBuffer file, int number) {
        file.putShort((short) number).put((byte) (number >> Short.SIZE));
    }

    private static void putChunk(ByteBuffer file, String name, ByteBuffer data) {
        put(file, name).putInt(data.capacity()).put(data.array());
        if ((data.capacity() & 1) != 0) {
            file.put((byte) 0);
        }
    }
}
