package io.github.spout4j.cli.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;

/** Writes TIFF files byte by byte: one strip, then the directory, then what does not fit into it. */
final class TiffFiles {
    static final int RGB = 2;
    static final int INKS = 5;
    static final int PLAIN = 1;
    static final int LZW = 5;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int HEADER_BYTES = 8;
    private static final int ENTRIES = 9;

    private TiffFiles() {}

    /** @param numbers of all channels, pixel by pixel */
    static byte[] still(int width, int height, int bits, int kind, int[] numbers) {
        ByteBuffer strip = ByteBuffer.allocate(numbers.length * bits / Byte.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            if (bits == Short.SIZE) {
                strip.putShort((short) number);
            } else {
                strip.put((byte) number);
            }
        }
        return file(width, height, bits, kind, numbers.length / width / height, PLAIN, strip.array());
    }

    static byte[] file(int width, int height, int bits, int kind, int channels, int compression, byte[] strip) {
        int directory = HEADER_BYTES + strip.length + strip.length % 2;
        int behind = directory + Short.BYTES + ENTRIES * 12 + Integer.BYTES;
        ByteBuffer file = ByteBuffer.allocate(behind + channels * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).put(strip);
        file.position(directory).putShort((short) ENTRIES);
        entry(file, 256, SHORT, 1, width);
        entry(file, 257, SHORT, 1, height);
        entry(file, 258, SHORT, channels, behind);
        entry(file, 259, SHORT, 1, compression);
        entry(file, 262, SHORT, 1, kind);
        entry(file, 273, LONG, 1, HEADER_BYTES);
        entry(file, 277, SHORT, 1, channels);
        entry(file, 278, SHORT, 1, height);
        entry(file, 279, LONG, 1, strip.length);
        file.putInt(0);
        Collections.nCopies(channels, (short) bits).forEach(file::putShort);
        return file.array();
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
