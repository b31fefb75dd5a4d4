package io.github.spout4j.pixels;

import io.github.spout4j.TensorLayout.Resizing;
import java.math.BigInteger;

/**
 * Of which pixels of a row or column each pixel of a shorter or longer one is made, and how much of each. Weights are whole numbers, and as
 * small as they can be, so that means of few bytes are exact.
 */
final class Taps {
    private final int most;
    private final int[] first;
    private final int[] counts;
    private final float[] weights;
    private final int total;

    private Taps(int to, int most, int total) {
        this.most = most;
        this.total = total;
        first = new int[to];
        counts = new int[to];
        weights = new float[to * most];
    }

    static Taps of(Resizing resizing, int from, int to) {
        int shared = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
        return switch (resizing) {
            case AREA -> area(to, from / shared, to / shared);
            case BILINEAR -> bilinear(from, to, from / shared, to / shared);
        };
    }

    /** A pixel of the one is {@code parts} long, of the other {@code length}. */
    private static Taps area(int to, int length, int parts) {
        Taps taps = new Taps(to, Math.ceilDiv(length, parts) + 1, length);
        for (int i = 0; i < to; i++) {
            int start = i * length;
            int end = start + length;
            taps.first[i] = start / parts;
            for (int at = start; at < end; at = (at / parts + 1) * parts) {
                taps.add(i, Math.min(end, (at / parts + 1) * parts) - at);
            }
        }
        return taps;
    }

    /** Centres lie on halves, so a pixel of the one is {@code 2 * parts} long. */
    private static Taps bilinear(int from, int to, int length, int parts) {
        Taps taps = new Taps(to, 2, 2 * parts);
        for (int i = 0; i < to; i++) {
            int centre = Math.max(0, (2 * i + 1) * length - parts);
            int second = centre % taps.total;
            taps.first[i] = centre / taps.total;
            if (taps.first[i] == from - 1) {
                taps.add(i, taps.total);
            } else {
                taps.add(i, taps.total - second);
                taps.add(i, second);
            }
        }
        return taps;
    }

    private void add(int pixel, int weight) {
        weights[pixel * most + counts[pixel]++] = weight;
    }

    int first(int pixel) {
        return first[pixel];
    }

    int count(int pixel) {
        return counts[pixel];
    }

    float weight(int pixel, int tap) {
        return weights[pixel * most + tap];
    }

    /** The weights of each pixel added up. */
    int total() {
        return total;
    }

    /** Weighs a whole row, and divides it by {@code divisor} and the weights. */
    void weigh(float[] source, float[] target, float divisor) {
        float all = divisor * total;
        for (int i = 0; i < first.length; i++) {
            float sum = 0;
            for (int tap = 0; tap < counts[i]; tap++) {
                sum += weights[i * most + tap] * source[first[i] + tap];
            }
            target[i] = sum / all;
        }
    }
}
