package io.github.spout4j.pixels;

/** Bytes of cameras, several in a number, put in another order. Small loops, which C2 turns into vector instructions. */
final class CameraBytes {
    private static final int EVEN = 0x00FF00FF;
    private static final long APART = 0x0000FFFF_0000FFFFL;
    private static final long FURTHER = 0x00FF00FF_00FF00FFL;

    private CameraBytes() {}

    /** The first and the second byte change places, and the third and the fourth. */
    static void swapNeighbours(int[] quads, int count) {
        for (int i = 0; i < count; i++) {
            quads[i] = (quads[i] & EVEN) << 8 | quads[i] >>> 8 & EVEN;
        }
    }

    /** The second and the fourth byte change places. */
    static void swapColours(int[] quads, int count) {
        for (int i = 0; i < count; i++) {
            quads[i] = quads[i] & EVEN | Integer.rotateLeft(quads[i] & ~EVEN, 16);
        }
    }

    /** Bytes of the first and of the second take turns. */
    static void weave(int[] first, int[] second, long[] woven, int count) {
        for (int i = 0; i < count; i++) {
            long one = first[i] & 0xFFFFFFFFL;
            long other = second[i] & 0xFFFFFFFFL;
            one = (one | one << 16) & APART;
            other = (other | other << 16) & APART;
            woven[i] = (one | one << 8) & FURTHER | (other << 8 | other << 16) & FURTHER << 8;
        }
    }

    /** Three bytes a pixel become the lower three of an int; four pixels at a time, so a few more are made. */
    static void spreadThirds(int[] packed, int[] pixels, int count) {
        int from = 0;
        for (int i = 0; i < count; i += 4) {
            int first = packed[from];
            int second = packed[from + 1];
            int third = packed[from + 2];
            pixels[i] = first;
            pixels[i + 1] = first >>> 24 | second << 8;
            pixels[i + 2] = second >>> 16 | third << 16;
            pixels[i + 3] = third >>> 8;
            from += 3;
        }
    }
}
