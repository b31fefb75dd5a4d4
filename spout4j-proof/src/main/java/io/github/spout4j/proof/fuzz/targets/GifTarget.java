package io.github.spout4j.proof.fuzz.targets;

/**
 * A GIF file: its pictures and their times. An input is the file; each picture in it is made one of 255 × 255 pixels at most, since larger ones take
 * their time, and no other way through our code.
 */
public final class GifTarget {
    private static final Pictures FILE = new Pictures("gif");
    private static final int FLAGS_AT = 10;
    private static final int HEADER_BYTES = 13;
    private static final int PICTURE = ',';
    private static final int EXTENSION = '!';

    private GifTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[] file = data.clone();
        if (data.length > HEADER_BYTES) {
            makeSmall(file);
        }
        FILE.read(file);
    }

    private static void makeSmall(byte[] file) {
        int at = HEADER_BYTES + tableBytes(file[FLAGS_AT]);
        while (at < file.length - FLAGS_AT) {
            switch (file[at]) {
                case PICTURE -> {
                    file[at + 6] = 0; // the upper halves of its width and height
                    file[at + 8] = 0;
                    at = behindParts(file, at + 11 + tableBytes(file[at + 9]));
                }
                case EXTENSION -> at = behindParts(file, at + 2);
                default -> at++;
            }
        }
    }

    private static int tableBytes(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 0x7) + 1;
    }

    private static int behindParts(byte[] file, int first) {
        int at = first;
        while (at < file.length && file[at] != 0) {
            at += 1 + (file[at] & 0xFF);
        }
        return at + 1;
    }
}
