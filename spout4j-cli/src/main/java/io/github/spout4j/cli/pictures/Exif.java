package io.github.spout4j.cli.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a camera has noted beside a picture: TIFF's first directory, with or without the word "Exif" before it. */
final class Exif {
    private static final String WORD = "Exif\0\0";
    private static final int ENTRY_BYTES = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** The orientation; upright where there is none, or nothing that makes sense. */
    static Orientation orientation(byte[] bytes) {
        int start = new String(bytes, StandardCharsets.ISO_8859_1).startsWith(WORD) ? WORD.length() : 0;
        ByteBuffer tiff = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
        if (tiff.limit() < 2 * Integer.BYTES) {
            return Orientation.UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(Integer.BYTES));
        if (directory > tiff.limit() - Short.BYTES) {
            return Orientation.UPRIGHT;
        }
        tiff.position((int) directory);
        for (int left = Short.toUnsignedInt(tiff.getShort()); left > 0 && tiff.remaining() >= ENTRY_BYTES; left--) {
            int entry = tiff.position();
            if (tiff.getShort(entry) == ORIENTATION && tiff.getShort(entry + Short.BYTES) == SHORT) {
                return Orientation.ofExif(tiff.getShort(entry + 2 * Integer.BYTES));
            }
            tiff.position(entry + ENTRY_BYTES);
        }
        return Orientation.UPRIGHT;
    }
}
