package io.github.spout4j.pixels;

import io.github.spout4j.Normalisation;

/** What becomes of the numbers of one channel: {@code (number * scale - mean) * share}. */
record Scaling(double scale, double mean, double share) {
    private static final Scaling NONE = new Scaling(1, 0, 1);

    /** Four that change nothing. */
    static Scaling[] none() {
        return new Scaling[]{NONE, NONE, NONE, NONE};
    }

    /** From pixels to tensors; {@code unit} is what 1 is in the pixels' planes. */
    static Scaling[] normalising(Normalisation normalisation, int unit) {
        Scaling[] channels = new Scaling[RowCodec.CHANNELS];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new Scaling((double) normalisation.range() / unit, normalisation.mean(i),
                    1.0 / normalisation.deviation(i));
        }
        return channels;
    }

    /** From tensors to pixels. */
    static Scaling[] denormalising(Normalisation normalisation, int unit) {
        Scaling[] channels = new Scaling[RowCodec.CHANNELS];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = new Scaling(normalisation.deviation(i), -normalisation.mean(i),
                    (double) unit / normalisation.range());
        }
        return channels;
    }

    /** In double, so that what is left of two numbers that are nearly the same is right. */
    float of(float number) {
        return (float) ((number * scale - mean) * share);
    }

    void take(float[] plane, int count) {
        if (!equals(NONE)) {
            take(plane, count, scale, mean, share);
        }
    }

    private static void take(float[] plane, int count, double scale, double mean, double share) {
        for (int i = 0; i < count; i++) {
            plane[i] = (float) ((plane[i] * scale - mean) * share);
        }
    }
}
