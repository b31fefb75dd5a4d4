package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * A camera's JPEG as readers want it: with a JFIF header, since its colours are Y, U and V whatever else it says; with the usual Huffman
 * tables where it has none; without applications' segments and what follows its end. Baseline or extended, in one scan, of three
 * components: so a picture costs what its size says.
 */
final class JpegBytes {
    /** Bytes beside the pixels', and bytes of a pixel: more than any encoder makes. */
    private static final long BESIDE = 1 << 16;
    private static final long OF_PIXEL = 6;

    private static final long MOST = 1 << 30;

    private static final int COLOURS = 3;

    private static final int SOF0 = 0xC0;
    private static final int SOF1 = 0xC1;
    private static final int SOF15 = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DNL = 0xDC;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final int ADOBE = 0x41646F62;
    private static final int ADOBE_TRANSFORM = 13;

    private static final byte[] JFIF = {(byte) 0xFF, (byte) SOI, (byte) 0xFF, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0,
            1, 1, 0, 0, 1, 0, 1, 0, 0};

    private byte[] given = {};
    private byte[] made = {};
    private int givenLength;
    private int length;
    private int components;
    private boolean hasTables;

    /** Takes one and checks it; why it is refused, or empty. */
    String take(MemorySegment source, long offset, long bytes, int width, int height) {
        long most = Math.min(MOST, BESIDE + OF_PIXEL * width * height);
        if (offset < 0 || bytes < 0 || offset > source.byteSize() - bytes) {
            return "its " + bytes + " bytes from " + offset + " on are not in memory of " + source.byteSize();
        }
        if (bytes > most) {
            return "it has " + bytes + " bytes, too many for " + width + " × " + height + " pixels";
        }
        givenLength = (int) bytes;
        int room = givenLength + JFIF.length + HuffmanTables.STANDARD.length;
        if (made.length < room) {
            given = new byte[room];
            made = new byte[room];
        }
        MemorySegment.copy(source, JAVA_BYTE, offset, given, 0, givenLength);
        return rewrite(width, height);
    }

    /** The bytes, up to {@link #length}. */
    byte[] array() {
        return made;
    }

    int length() {
        return length;
    }

    private String rewrite(int width, int height) {
        if (givenLength < 4 || at(0) != 0xFF || at(1) != SOI) {
            return "it is no JPEG";
        }
        length = 0;
        append(JFIF, 0, JFIF.length);
        components = 0;
        hasTables = false;
        int place = 2;
        while (place + 4 <= givenLength) {
            if (at(place) != 0xFF) {
                return "there is no marker at " + place;
            }
            int marker = at(place + 1);
            if (marker == 0xFF) {
                place++;
                continue;
            }
            int size = shortAt(place + 2);
            if (size < 2 || place + 2 + size > givenLength) {
                return "it is cut off in a segment at " + place;
            }
            String wrong = segment(marker, place, size, width, height);
            if (!wrong.isEmpty() || marker == SOS) {
                return wrong;
            }
            place += 2 + size;
        }
        return "it is cut off before its pixels";
    }

    private String segment(int marker, int place, int size, int width, int height) {
        if (marker == APP14 && size > ADOBE_TRANSFORM && intAt(place + 4) == ADOBE
                && at(place + 2 + ADOBE_TRANSFORM) == 0) {
            return "its colours are not Y, U and V";
        }
        if (marker >= APP0 && marker <= APP15 || marker == COM) {
            return "";
        }
        if (marker == SOS) {
            return scan(place, size);
        }
        if (marker == SOI || marker == EOI || marker == DNL || marker <= 1 || marker >= RST0 && marker <= RST7) {
            return String.format("it has a marker %02X before its pixels", marker);
        }
        hasTables |= marker == DHT;
        String wrong = "";
        if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC) {
            wrong = frame(marker, place, size, width, height);
        }
        append(given, place, 2 + size);
        return wrong;
    }

    private String frame(int marker, int place, int size, int width, int height) {
        if (marker != SOF0 && marker != SOF1) {
            return "it is progressive or of another rare kind";
        }
        if (components > 0) {
            return "it has two headers";
        }
        if (size < 8) {
            return "its header is too short";
        }
        if (at(place + 4) != Byte.SIZE) {
            return "it has " + at(place + 4) + " bits, not 8";
        }
        int itsHeight = shortAt(place + 5);
        int itsWidth = shortAt(place + 7);
        if (itsWidth != width || itsHeight != height) {
            return "it has " + itsWidth + " × " + itsHeight + " pixels, not " + width + " × " + height;
        }
        components = at(place + 9);
        return components == COLOURS ? "" : "it has " + components + " components, not Y, U and V";
    }

    private String scan(int place, int size) {
        if (components == 0) {
            return "it has no header";
        }
        if (size < 3 || at(place + 4) != components) {
            return "it has several scans";
        }
        if (!hasTables) {
            append(HuffmanTables.STANDARD, 0, HuffmanTables.STANDARD.length);
        }
        int end = end(place + 2 + size);
        if (end < 0) {
            return "it is cut off in its pixels";
        }
        append(given, place, end - place);
        return "";
    }

    /** Behind the marker of the end; -1 where there is none. */
    private int end(int from) {
        for (int place = from; place + 1 < givenLength; place++) {
            if (at(place) == 0xFF && at(place + 1) == EOI) {
                return place + 2;
            }
        }
        return -1;
    }

    private void append(byte[] bytes, int from, int count) {
        System.arraycopy(bytes, from, made, length, count);
        length += count;
    }

    private int at(int place) {
        return given[place] & 0xFF;
    }

    private int shortAt(int place) {
        return at(place) << 8 | at(place + 1);
    }

    private int intAt(int place) {
        return shortAt(place) << 16 | shortAt(place + 2);
    }
}
