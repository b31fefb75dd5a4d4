package io.github.spout4j.cli.pictures;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** The chunks of a WebP file, or of a part of it, one after another. */
final class WebpChunks {
    static final int HEADER_BYTES = 8;

    private static final int NAME_BYTES = 4;
    private static final int FILE_HEADER_BYTES = 12;

    private final ImageInputStream stream;
    private final long end;
    private String name;
    private int length;
    private long data;
    private long next;

    private WebpChunks(ImageInputStream stream, long begin, long end) {
        this.stream = stream;
        this.next = begin;
        this.end = end;
    }

    /** @throws EOFException where the file is shorter than it says */
    static WebpChunks of(ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        stream.seek(NAME_BYTES);
        long end = HEADER_BYTES + stream.readUnsignedInt();
        if (stream.length() >= 0 && end > stream.length() + 1) { // some leave the last byte out, which is no pixel's
            throw new EOFException();
        }
        return new WebpChunks(stream, FILE_HEADER_BYTES, end);
    }

    /** The chunks within this one. */
    WebpChunks within(int from) {
        return new WebpChunks(stream, data + from, data + length);
    }

    /** Goes to the next chunk; false where there is none. */
    boolean advance() throws IOException {
        if (next + HEADER_BYTES > end) {
            return false;
        }
        stream.seek(next);
        byte[] bytes = new byte[NAME_BYTES];
        stream.readFully(bytes);
        name = new String(bytes, StandardCharsets.ISO_8859_1);
        length = stream.readInt();
        data = stream.getStreamPosition();
        if (length < 0 || data + length > end) {
            throw new EOFException();
        }
        next = data + length + (length & 1);
        return true;
    }

    String name() {
        return name;
    }

    /** In little-endian order. */
    ByteBuffer data() throws IOException {
        byte[] bytes = new byte[length];
        stream.seek(data);
        stream.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
