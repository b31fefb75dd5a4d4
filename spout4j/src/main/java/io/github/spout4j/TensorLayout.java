package io.github.spout4j;

import java.util.Objects;

/**
 * How a picture lies in memory as the tensor that a model reads or makes: one picture (N = 1) without gaps, in the byte order of
 * this machine. Frames are converted to it and from it in one pass, resized where sizes differ.
 *
 * <p>A number of a pixel ({@link PixelView#get}; 0 to 1 of most formats) becomes a number of the tensor as
 * {@link #normalisation} says, and back. sRGB is taken as it stands. Gray is {@code 0.299 r + 0.587 g + 0.114 b}, and of a format of one
 * channel its red; back, it is all three colours.
 *
 * @param width         pixels, 1 to 16384
 * @param height        pixels, 1 to 16384
 * @param element       what each number is
 * @param order         which numbers follow each other
 * @param channels      which channels there are, the first one first
 * @param normalisation what the numbers are
 * @param resizing      how pixels are made of others where the frame has another size
 * @param flip          whether the first row in memory is the bottom one
 * @param alpha         what alpha means for the colours; where {@code channels} have none, a tensor is opaque when it is sent
 */
public record TensorLayout(int width, int height, Element element, Order order, Channels channels,
        Normalisation normalisation, Resizing resizing, boolean flip, Alpha alpha) {
    private static final int MAXIMUM_SIDE = 16384;

    /**
     * Checks the layout.
     *
     * @throws IllegalArgumentException where a side is not 1 to 16384, or gray has a mean or deviation for each colour
     */
    public TensorLayout {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(channels, "channels");
        Objects.requireNonNull(normalisation, "normalisation");
        Objects.requireNonNull(resizing, "resizing");
        Objects.requireNonNull(alpha, "alpha");
        if (width < 1 || height < 1 || width > MAXIMUM_SIDE || height > MAXIMUM_SIDE) {
            throw new IllegalArgumentException("the tensor's size is " + width + " × " + height
                    + " pixels; each side must be 1 to " + MAXIMUM_SIDE);
        }
        if (channels == Channels.GRAY && !normalisation.isSameForAll()) {
            throw new IllegalArgumentException("gray has one mean and one deviation; give one number of each");
        }
    }

    /**
     * What most models take: FLOAT32, NCHW, RGB from 0 to 1, top row first, straight alpha, resized by AREA.
     *
     * @param width  pixels, 1 to 16384
     * @param height pixels, 1 to 16384
     * @return the layout
     * @throws IllegalArgumentException where a side is not
     */
    public static TensorLayout of(int width, int height) {
        return new TensorLayout(width, height, Element.FLOAT32, Order.NCHW, Channels.RGB, Normalisation.NONE,
                Resizing.AREA, false, Alpha.STRAIGHT);
    }

    /**
     * The same with another size.
     *
     * @param newWidth  pixels, 1 to 16384
     * @param newHeight pixels, 1 to 16384
     * @return the layout
     * @throws IllegalArgumentException where a side is not
     */
    public TensorLayout size(int newWidth, int newHeight) {
        return new TensorLayout(newWidth, newHeight, element, order, channels, normalisation, resizing, flip, alpha);
    }

    /**
     * The same with other numbers.
     *
     * @param newElement what each number is
     * @return the layout
     */
    public TensorLayout element(Element newElement) {
        return new TensorLayout(width, height, newElement, order, channels, normalisation, resizing, flip, alpha);
    }

    /**
     * The same in another order.
     *
     * @param newOrder which numbers follow each other
     * @return the layout
     */
    public TensorLayout order(Order newOrder) {
        return new TensorLayout(width, height, element, newOrder, channels, normalisation, resizing, flip, alpha);
    }

    /**
     * The same with other channels.
     *
     * @param newChannels which there are, the first one first
     * @return the layout
     * @throws IllegalArgumentException where gray has a mean or deviation for each colour
     */
    public TensorLayout channels(Channels newChannels) {
        return new TensorLayout(width, height, element, order, newChannels, normalisation, resizing, flip, alpha);
    }

    /**
     * The same, normalised otherwise.
     *
     * @param newNormalisation what the numbers are
     * @return the layout
     * @throws IllegalArgumentException where gray has a mean or deviation for each colour
     */
    public TensorLayout normalisation(Normalisation newNormalisation) {
        return new TensorLayout(width, height, element, order, channels, newNormalisation, resizing, flip, alpha);
    }

    /**
     * The same, resized otherwise.
     *
     * @param newResizing how pixels are made of others where the frame has another size
     * @return the layout
     */
    public TensorLayout resizing(Resizing newResizing) {
        return new TensorLayout(width, height, element, order, channels, normalisation, newResizing, flip, alpha);
    }

    /** {@return the same with the other row first: bottom instead of top, or top instead of bottom} */
    public TensorLayout flipped() {
        return new TensorLayout(width, height, element, order, channels, normalisation, resizing, !flip, alpha);
    }

    /**
     * The same with another alpha.
     *
     * @param newAlpha what alpha means for the colours
     * @return the layout
     */
    public TensorLayout alpha(Alpha newAlpha) {
        return new TensorLayout(width, height, element, order, channels, normalisation, resizing, flip, newAlpha);
    }

    /** {@return how many numbers the tensor has} */
    public long elements() {
        return (long) width * height * channels.count();
    }

    /** {@return the memory that the tensor takes, in bytes} */
    public long bytes() {
        return elements() * element.bytes();
    }

    /** What each number of a tensor is. */
    public enum Element {
        /** A float of 32 bits. */
        FLOAT32(Float.BYTES),
        /** A half float, 16 bits: the nearest to the float. */
        FLOAT16(Short.BYTES);

        private final int bytes;

        Element(int bytes) {
            this.bytes = bytes;
        }

        /** {@return how many bytes one takes} */
        public int bytes() {
            return bytes;
        }
    }

    /** Which numbers of a tensor follow each other. */
    public enum Order {
        /** Each channel by itself, its rows one after the other: 1 × channels × height × width. */
        NCHW,
        /** All channels of a pixel together, as in a frame: 1 × height × width × channels. */
        NHWC
    }

    /** Which channels a tensor has, the first one first. */
    public enum Channels {
        /** Red, green, blue. */
        RGB(0, 1, 2),
        /** Blue, green, red; of models that were trained with OpenCV's pictures. */
        BGR(2, 1, 0),
        /** Red, green, blue, alpha. */
        RGBA(0, 1, 2, 3),
        /** Blue, green, red, alpha. */
        BGRA(2, 1, 0, 3),
        /** Lightness alone. */
        GRAY(0);

        private static final int ALPHA = 3;

        private final int[] numbers;

        Channels(int... numbers) {
            this.numbers = numbers;
        }

        /** {@return how many there are} */
        public int count() {
            return numbers.length;
        }

        /** {@return whether alpha is among them} */
        public boolean hasAlpha() {
            return numbers.length > ALPHA;
        }

        /**
         * Which one is where.
         *
         * @param place 0 to {@code count() - 1}
         * @return red 0, green 1, blue 2, alpha 3; gray 0
         * @throws IndexOutOfBoundsException where there are fewer
         */
        public int at(int place) {
            return numbers[place];
        }
    }

    /** How pixels are made of others where sizes differ: of the numbers as they stand, alpha too. */
    public enum Resizing {
        /** The mean of what a pixel covers; right for making smaller. Larger, pixels become rectangles. */
        AREA,
        /**
         * Between the four pixels around its centre, as PyTorch's {@code interpolate} with {@code align_corners=False}; smooth for
         * making larger. Less than half as large, it leaves pixels out.
         */
        BILINEAR
    }
}
