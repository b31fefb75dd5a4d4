package io.github.spout4j;

import java.util.List;

/**
 * What the numbers of a tensor are: {@code (number * range - mean) / deviation}, where the pixel's number is 0 to 1. Means and
 * deviations are one for all channels; or three, for red, green and blue, in this order whatever that of {@link TensorLayout#channels} is, while
 * alpha stays 0 to {@code range}; or four, for alpha too.
 *
 * @param range     the largest number before mean and deviation: 1, or 255 for models that were trained with bytes
 * @param mean      what is taken off
 * @param deviation what the rest is divided by
 */
public record Normalisation(float range, List<Float> mean, List<Float> deviation) {
    /** 0 to 1. */
    public static final Normalisation NONE = of(1, 0, 1);

    /** 0 to 255. */
    public static final Normalisation BYTES = of(255, 0, 1);

    /** -1 to 1. */
    public static final Normalisation SIGNED = of(1, 0.5f, 0.5f);

    /** Mean and deviation of the pictures of ImageNet, as torchvision's models were trained. */
    public static final Normalisation IMAGENET = new Normalisation(1, List.of(0.485f, 0.456f, 0.406f),
            List.of(0.229f, 0.224f, 0.225f));

    private static final int COLOURS = 3;
    private static final int CHANNELS = 4;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException where there are not one, three or four; where a range or deviation is 0; or one is not finite
     */
    public Normalisation {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (!Float.isFinite(range) || range == 0) {
            throw new IllegalArgumentException(
                    "the range is " + range + "; it must be finite and not 0, such as 1 or 255");
        }
        check("mean", mean);
        check("deviation", deviation);
        if (deviation.contains(0f) || deviation.contains(-0f)) {
            throw new IllegalArgumentException("a deviation is 0; numbers are divided by it");
        }
    }

    private static void check(String what, List<Float> numbers) {
        if (numbers.size() != 1 && numbers.size() != COLOURS && numbers.size() != CHANNELS) {
            throw new IllegalArgumentException("there are " + numbers.size() + " numbers for the " + what
                    + "; give one, or three for red, green and blue, or four with alpha");
        }
        if (!numbers.stream().allMatch(Float::isFinite)) {
            throw new IllegalArgumentException("the " + what + " is " + numbers + "; numbers must be finite");
        }
    }

    /**
     * One mean and deviation for all channels.
     *
     * @param range     the largest number before mean and deviation
     * @param mean      what is taken off
     * @param deviation what the rest is divided by
     * @return the normalisation
     * @throws IllegalArgumentException where one is not finite, or the range or deviation is 0
     */
    public static Normalisation of(float range, float mean, float deviation) {
        return new Normalisation(range, List.of(mean), List.of(deviation));
    }

    /**
     * The mean of a channel.
     *
     * @param channel red 0, green 1, blue 2, alpha 3
     * @return what is taken off
     */
    public float mean(int channel) {
        return of(mean, channel, 0);
    }

    /**
     * The deviation of a channel.
     *
     * @param channel red 0, green 1, blue 2, alpha 3
     * @return what the rest is divided by
     */
    public float deviation(int channel) {
        return of(deviation, channel, 1);
    }

    private static float of(List<Float> numbers, int channel, float ofAlpha) {
        return numbers.size() == 1 ? numbers.getFirst() : channel < numbers.size() ? numbers.get(channel) : ofAlpha;
    }

    /** {@return whether one mean and one deviation are for all channels} */
    public boolean isSameForAll() {
        return mean.size() == 1 && deviation.size() == 1;
    }
}
