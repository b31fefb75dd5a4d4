package io.github.spout4j.cli.pictures;

import io.github.spout4j.PixelFormat;
import java.awt.image.ColorModel;

/** How many bits a picture keeps of each channel. */
public enum Depth {
    EIGHT, SIXTEEN;

    private static final int CHANNELS = 4;

    /** The least that keeps all that pixels of a format may have. */
    public static Depth of(PixelFormat format) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            if (format.bits(channel) > Byte.SIZE) {
                return SIXTEEN;
            }
        }
        return EIGHT;
    }

    static Depth of(ColorModel colors) {
        return colors.getComponentSize(0) > Byte.SIZE ? SIXTEEN : EIGHT;
    }
}
