package io.github.spout4j.preview;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelView;
import io.github.spout4j.SpoutFrame;
import java.util.Locale;

/** One pixel of a frame in the sender's own numbers. Used again for others. */
final class PixelReading {
    private static final String CHANNELS = "RGBA";

    private final float[] numbers = new float[CHANNELS.length()];
    private final int[] bits = new int[CHANNELS.length()];
    private PixelFormat format;
    private int x;
    private int y;

    /** No pixel. */
    void clear() {
        format = null;
    }

    void read(SpoutFrame frame, int column, int row) {
        PixelView view = frame.view();
        format = frame.format();
        x = column;
        y = row;
        for (int channel = 0; channel < bits.length; channel++) {
            numbers[channel] = view.get(x, y, channel);
            bits[channel] = view.bits(x, y, channel);
        }
    }

    /** Position and numbers: whole ones as they are stored, floats and those with a sign as what they mean; empty without a pixel. */
    String text() {
        if (format == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(48).append(x).append(", ").append(y).append("  ");
        for (int channel = 0; channel < bits.length; channel++) {
            if (format.bits(channel) > 0) {
                text.append(' ').append(CHANNELS.charAt(channel)).append(' ').append(number(channel));
            }
        }
        return text.toString();
    }

    private String number(int channel) {
        return format.numbers() == PixelFormat.Numbers.UNORM
                ? Integer.toString(bits[channel])
                : String.format(Locale.ROOT, "%.5g", numbers[channel]);
    }
}
