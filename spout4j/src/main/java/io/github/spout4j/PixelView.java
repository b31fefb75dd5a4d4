package io.github.spout4j;

/**
 * The pixels of a frame as numbers, whatever their format. Pixels are counted from the top left; channels are red 0, green
 * 1, blue 2, alpha 3. What the format does not have reads as 0, alpha as 1, and what is written there is lost.
 *
 * <p>For looking at pixels one by one; {@link SpoutFrame#copyTo} is the fast way for all of them. Valid as long as its frame is
 * open, then every access throws IllegalStateException. A pixel or channel that is not there is an
 * IndexOutOfBoundsException.
 *
 * {@snippet file="Sending.java" region="gradient"}
 */
public interface PixelView {
    /** {@return the width in pixels} */
    int width();

    /** {@return the height in pixels} */
    int height();

    /** {@return the pixels' format} */
    PixelFormat format();

    /**
     * Reads a number: 0 to 1 of UNORM formats, -1 to 1 of SNORM, as it is of floats. sRGB is given as it is stored.
     *
     * @param x       pixels from the left
     * @param y       pixels from the top
     * @param channel 0 to 3
     * @return the number
     */
    float get(int x, int y, int channel);

    /**
     * Writes a number: the nearest that the format has; of UNORM and SNORM formats, NaN is 0, and what is too large or small
     * becomes the largest or smallest.
     *
     * @param x       pixels from the left
     * @param y       pixels from the top
     * @param channel 0 to 3
     * @param number  see {@link #get}
     * @throws UnsupportedOperationException where the frame is read-only
     */
    void set(int x, int y, int channel, float number);

    /**
     * Reads a number's bits as they are stored, see {@link PixelFormat#bits}.
     *
     * @param x       pixels from the left
     * @param y       pixels from the top
     * @param channel 0 to 3
     * @return the bits, the others 0; 0 where the format does not have the channel
     */
    int bits(int x, int y, int channel);

    /**
     * Writes a number's bits.
     *
     * @param x       pixels from the left
     * @param y       pixels from the top
     * @param channel 0 to 3
     * @param bits    see {@link #bits(int, int, int)}; higher bits are ignored
     * @throws UnsupportedOperationException where the frame is read-only
     */
    void bits(int x, int y, int channel, int bits);
}
