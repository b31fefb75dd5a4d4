package io.github.spout4j.cli.pictures;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** The blocks of a GIF file: ImageIO takes a file that ends among them for one with fewer pictures. */
final class GifBlocks {
    private static final int FLAGS_AT = 10;
    private static final int HEADER_BYTES = 13;
    private static final int PLACE_BYTES = 8;
    private static final int TABLE = 0x80;
    private static final int TABLE_SIZE = 0b111;
    private static final int COLOR_BYTES = 3;

    private GifBlocks() {}

    /**
     * Goes through a file up to its end mark.
     *
     * @throws EOFException where there is none
     */
    static void check(ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        stream.seek(FLAGS_AT);
        int flags = stream.readUnsignedByte();
        stream.seek(HEADER_BYTES);
        skipTable(stream, flags);
        while (skipBlock(stream)) {
            // the next
        }
    }

    private static boolean skipBlock(ImageInputStream stream) throws IOException {
        switch (stream.readUnsignedByte()) {
            case 0 -> {
                return true; // some leave one behind
            }
            case '!' -> stream.readUnsignedByte();
            case ',' -> {
                skip(stream, PLACE_BYTES);
                skipTable(stream, stream.readUnsignedByte());
                stream.readUnsignedByte();
            }
            default -> {
                return false; // the end mark, or what the reader shall judge
            }
        }
        for (int bytes = stream.readUnsignedByte(); bytes > 0; bytes = stream.readUnsignedByte()) {
            skip(stream, bytes);
        }
        return true;
    }

    private static void skipTable(ImageInputStream stream, int flags) throws IOException {
        if ((flags & TABLE) != 0) {
            skip(stream, COLOR_BYTES << (flags & TABLE_SIZE) + 1);
        }
    }

    private static void skip(ImageInputStream stream, int bytes) throws IOException {
        stream.seek(stream.getStreamPosition() + bytes);
    }
}
