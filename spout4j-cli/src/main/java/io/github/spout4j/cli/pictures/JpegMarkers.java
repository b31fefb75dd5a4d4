package io.github.spout4j.cli.pictures;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/** What a JPEG says of itself before its pixels. */
final class JpegMarkers {
    private static final int MARKER = 0xFF;
    private static final int LENGTH_BYTES = 2;
    private static final int COMPONENTS_AT = 5;
    private static final int TRANSFORM_AT = 11;
    private static final int YCCK = 2;
    private static final int NONE = -1;
    private static final int FOUR_INKS = 4;

    private int components;
    private int transform = NONE;
    private boolean profile;
    private Orientation orientation = Orientation.UPRIGHT;

    /** What makes no sense is left to the reader of the pixels. */
    static JpegMarkers of(ImageInputStream stream) throws IOException {
        JpegMarkers markers = new JpegMarkers();
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        stream.seek(LENGTH_BYTES);
        try {
            while (markers.look(stream)) {
                // the next
            }
        } catch (EOFException _) {
            // the reader tells
        }
        return markers;
    }

    Orientation orientation() {
        return orientation;
    }

    /** Whether there are four inks, as Adobe writes them, and no profile says which colours they make. */
    boolean plainInks() {
        return components == FOUR_INKS && transform != NONE && !profile;
    }

    /** Whether three of them are stored as brightness and two differences. */
    boolean ycck() {
        return transform == YCCK;
    }

    private boolean look(ImageInputStream stream) throws IOException {
        int marker = stream.readUnsignedByte();
        while (marker != MARKER) {
            marker = stream.readUnsignedByte();
        }
        while (marker == MARKER) {
            marker = stream.readUnsignedByte();
        }
        if (marker == 0 || marker == 0x01 || marker >= 0xD0 && marker <= 0xD8) {
            return true;
        }
        if (marker == 0xD9 || marker == 0xDA) {
            return false; // the end, or pixels
        }
        byte[] data = new byte[Math.max(stream.readUnsignedShort() - LENGTH_BYTES, 0)];
        stream.readFully(data);
        take(marker, data);
        return true;
    }

    private void take(int marker, byte[] data) {
        switch (marker) {
            case 0xC4, 0xC8, 0xCC -> {
                // tables
            }
            case 0xE1 -> {
                if (begins(data, "Exif\0\0")) {
                    orientation = Exif.orientation(data);
                }
            }
            case 0xE2 -> profile |= begins(data, "ICC_PROFILE\0");
            case 0xEE -> {
                if (begins(data, "Adobe") && data.length > TRANSFORM_AT) {
                    transform = data[TRANSFORM_AT];
                }
            }
            default -> {
                if (marker >= 0xC0 && marker <= 0xCF && data.length > COMPONENTS_AT) {
                    components = data[COMPONENTS_AT];
                }
            }
        }
    }

    private static boolean begins(byte[] data, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        return data.length >= bytes.length && Arrays.equals(data, 0, bytes.length, bytes, 0, bytes.length);
    }
}
