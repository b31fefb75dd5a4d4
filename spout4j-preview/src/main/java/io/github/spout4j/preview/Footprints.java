package io.github.spout4j.preview;

import java.util.Arrays;

/**
 * Along one side of a picture: which of its pixels lie below each device pixel, and with which shares of {@link #WHOLE}. Shares of a
 * device pixel add up to the whole; so a scale of 1 or more whole pixels copies, and any other averages by area.
 */
final class Footprints {
    static final int WHOLE = 256;

    private final int from;
    private final int to;
    private final int[] first;
    private final int[] begin;
    private int[] shares = new int[16];

    /**
     * @param canvas the canvas's size
     * @param edge   where the picture begins on it
     * @param shown  how much it takes
     * @param size   its size in its own pixels
     */
    Footprints(int canvas, int edge, int shown, int size) {
        from = Math.clamp(edge, 0, canvas);
        to = Math.clamp((long) edge + shown, from, canvas);
        first = new int[to - from];
        begin = new int[to - from + 1];
        for (int i = 0; i < first.length; i++) {
            lay(i, (long) (from + i - edge) * size, shown, size);
        }
    }

    /** A device pixel covers {@code size} parts of which each of the picture's has {@code shown}. */
    private void lay(int i, long left, int shown, int size) {
        first[i] = (int) (left / shown);
        int last = (int) ((left + size - 1) / shown);
        int count = begin[i] + last - first[i] + 1;
        if (count > shares.length) {
            shares = Arrays.copyOf(shares, 2 * count);
        }
        long given = 0;
        for (int pixel = first[i]; pixel <= last; pixel++) {
            long covered = Math.min(size, (pixel + 1L) * shown - left);
            long sum = (covered * WHOLE + size / 2) / size;
            shares[begin[i] + pixel - first[i]] = (int) (sum - given);
            given = sum;
        }
        begin[i + 1] = count;
    }

    /** The first device pixel that the picture covers. */
    int from() {
        return from;
    }

    /** The device pixel after the last one. */
    int to() {
        return to;
    }

    /** The first of the picture's pixels below a device pixel. */
    int first(int device) {
        return first[device - from];
    }

    /** How many of the picture's pixels are below a device pixel. */
    int count(int device) {
        return begin[device - from + 1] - begin[device - from];
    }

    /** The share of one of them, counted from 0. */
    int share(int device, int which) {
        return shares[begin[device - from] + which];
    }
}
