package io.github.spout4j.pixels;

import java.io.ByteArrayOutputStream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** The tables of ITU-T T.81, K.3, that cameras leave out of their JPEGs. */
final class HuffmanTables {
    /** A segment with all four. */
    static final byte[] STANDARD = segment();

    private static final int AC = 0x10;

    private HuffmanTables() {}

    private static byte[] segment() {
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        append(tables, 0, JPEGHuffmanTable.StdDCLuminance);
        append(tables, 1, JPEGHuffmanTable.StdDCChrominance);
        append(tables, AC, JPEGHuffmanTable.StdACLuminance);
        append(tables, AC | 1, JPEGHuffmanTable.StdACChrominance);
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        int size = tables.size() + 2;
        segment.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xC4, (byte) (size >> 8), (byte) size});
        segment.writeBytes(tables.toByteArray());
        return segment.toByteArray();
    }

    /** How many codes there are of 1 to 16 bits, then what they stand for. */
    private static void append(ByteArrayOutputStream tables, int place, JPEGHuffmanTable table) {
        tables.write(place);
        short[] lengths = table.getLengths();
        for (int bits = 0; bits < 16; bits++) {
            tables.write(bits < lengths.length ? lengths[bits] : 0);
        }
        for (short value : table.getValues()) {
            tables.write(value);
        }
    }
}
