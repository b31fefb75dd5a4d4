package io.github.spout4j.proof.fuzz.targets;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** A PNG file. An input is the file; each of its chunks is given its right checksum, which no mutation would find. */
public final class PngTarget {
    private static final Pictures FILE = new Pictures("png");
    private static final int SIGNATURE_BYTES = 8;
    private static final int AROUND_DATA = 12;
    private static final int DATA_AT = 8;
    /** In an input with such a last byte the checksums stay as they are. */
    private static final byte AS_IT_IS = 'X';

    private PngTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[] file = data.clone();
        if (data.length > 0 && data[data.length - 1] != AS_IT_IS) {
            check(file);
        }
        FILE.read(file);
    }

    private static void check(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int chunk = SIGNATURE_BYTES;
        while (chunk <= file.length - AROUND_DATA) {
            int length = bytes.getInt(chunk);
            if (length < 0 || length > file.length - AROUND_DATA - chunk) {
                return;
            }
            CRC32 check = new CRC32();
            check.update(file, chunk + Integer.BYTES, Integer.BYTES + length);
            bytes.putInt(chunk + DATA_AT + length, (int) check.getValue());
            chunk += AROUND_DATA + length;
        }
    }
}
