package io.github.spout4j.cli.pictures;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** The chunks of a PNG file, one after another. */
final class PngChunks {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int AROUND_DATA = 3 * Integer.BYTES;
    private static final int TYPE_BYTES = 4;
    private static final int PART_BYTES = 1 << 14;
    private static final String END = "IEND";

    private final ImageInputStream stream;
    private String type;
    private int length;
    private long data;
    private long next = Long.BYTES;

    PngChunks(ImageInputStream stream) throws IOException {
        this.stream = stream;
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        stream.seek(0);
        if (stream.readLong() != SIGNATURE) {
            throw new IIOException("it does not begin as PNG does");
        }
    }

    /**
     * Goes to the next chunk.
     *
     * @return false at the end of the picture
     * @throws EOFException where the file ends before the chunk does
     */
    boolean advance() throws IOException {
        if (END.equals(type)) {
            return false;
        }
        stream.seek(next);
        length = stream.readInt();
        byte[] name = new byte[TYPE_BYTES];
        stream.readFully(name);
        type = new String(name, StandardCharsets.ISO_8859_1);
        data = stream.getStreamPosition();
        next += AROUND_DATA + Integer.toUnsignedLong(length);
        if (!END.equals(type) && (length < 0 || stream.length() >= 0 && next > stream.length())) {
            throw new EOFException();
        }
        return !END.equals(type);
    }

    String type() {
        return type;
    }

    /** Whether no reader may leave it out. */
    boolean critical() {
        return Character.isUpperCase(type.charAt(0));
    }

    /** @throws IIOException where its bytes are not those of which its checksum is */
    void check() throws IOException {
        CRC32 check = new CRC32();
        stream.seek(data - TYPE_BYTES);
        byte[] part = new byte[PART_BYTES];
        for (int left = TYPE_BYTES + length; left > 0;) {
            int read = Math.min(left, part.length);
            stream.readFully(part, 0, read);
            check.update(part, 0, read);
            left -= read;
        }
        if (stream.readInt() != (int) check.getValue()) {
            throw new IIOException("its chunk " + type + " does not match its checksum");
        }
    }

    byte[] data() throws IOException {
        return data(0);
    }

    /** The number with which the data begin. */
    int number() throws IOException {
        checkLength(Integer.BYTES);
        stream.seek(data);
        return stream.readInt();
    }

    /** @param from the first byte wanted */
    byte[] data(int from) throws IOException {
        checkLength(from);
        byte[] bytes = new byte[length - from];
        stream.seek(data + from);
        stream.readFully(bytes);
        return bytes;
    }

    /** @throws IIOException where the chunk is of another length */
    byte[] dataOf(int expected) throws IOException {
        if (length != expected) {
            throw new IIOException("its chunk " + type + " has " + length + " bytes, not " + expected);
        }
        return data();
    }

    private void checkLength(int least) throws IIOException {
        if (length < least) {
            throw new IIOException("its chunk " + type + " is too short");
        }
    }

    /** Begins a PNG file in memory. */
    static ByteArrayOutputStream newFile() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new DataOutputStream(file).writeLong(SIGNATURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Adds a chunk to a file in memory. */
    static void write(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        try {
            DataOutputStream out = new DataOutputStream(file);
            out.writeInt(data.length);
            out.write(name);
            out.write(data);
            out.writeInt((int) check.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
