package io.github.spout4j.cli.pictures;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/** What a TIFF says of its first picture, and where in the file its parts lie. */
final class TiffDirectory {
    private static final int ENTRY_BYTES = 12;
    private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    /** Strips, tiles and JPEG streams: the field of their offsets to that of their lengths. */
    private static final Map<Integer, Integer> PIXELS = Map.of(273, 279, 324, 325, 513, 514);

    private static final int COLORS = 262;
    private static final int INKS = 5;
    private static final int PROFILE = 34675;

    private final ImageInputStream stream;
    private final Map<Integer, Field> fields = new HashMap<>();

    private TiffDirectory(ImageInputStream stream) throws IOException {
        this.stream = stream;
        stream.seek(0);
        stream.setByteOrder(stream.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        stream.seek(Integer.BYTES);
        stream.seek(stream.readUnsignedInt());
        int count = stream.readUnsignedShort();
        long entry = stream.getStreamPosition();
        for (int i = 0; i < count; i++, entry += ENTRY_BYTES) {
            stream.seek(entry);
            int name = stream.readUnsignedShort();
            Field field = readField();
            if (field.bytes > 0) {
                fields.put(name, field); // of another type nobody knows what is in it, nor whether there is so much
            }
        }
        checkWithin(entry, Integer.BYTES);
    }

    /**
     * Reads it, and looks whether all of the picture is there, since ImageIO makes up what is not.
     *
     * @throws EOFException where the file ends before
     */
    static TiffDirectory of(ImageInputStream stream) throws IOException {
        TiffDirectory directory = new TiffDirectory(stream);
        directory.checkPixels();
        return directory;
    }

    /** Whether there are inks, and no profile says which colours they make. */
    boolean plainInks() throws IOException {
        Field colors = fields.get(COLORS);
        return colors != null && colors.count > 0 && number(colors, 0) == INKS && !fields.containsKey(PROFILE);
    }

    private Field readField() throws IOException {
        int type = stream.readUnsignedShort();
        int bytes = type < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type] : 0;
        long count = stream.readUnsignedInt();
        long position = stream.getStreamPosition();
        if (bytes * count > Integer.BYTES) {
            position = stream.readUnsignedInt();
        }
        checkWithin(position, bytes * count);
        return new Field(position, bytes, count);
    }

    private void checkPixels() throws IOException {
        for (Map.Entry<Integer, Integer> parts : PIXELS.entrySet()) {
            Field offsets = fields.get(parts.getKey());
            Field lengths = fields.get(parts.getValue());
            if (offsets != null && lengths != null) {
                for (long i = 0; i < Math.min(offsets.count, lengths.count); i++) {
                    checkWithin(number(offsets, i), number(lengths, i));
                }
            }
        }
    }

    private long number(Field field, long index) throws IOException {
        stream.seek(field.position + index * field.bytes);
        return field.bytes == Short.BYTES ? stream.readUnsignedShort() : stream.readUnsignedInt();
    }

    private void checkWithin(long position, long bytes) throws IOException {
        if (position + bytes > stream.length()) {
            throw new EOFException();
        }
    }

    /** Numbers of so many bytes each. */
    private record Field(long position, int bytes, long count) {}
}
