package io.github.spout4j.pixels;

/** How much red and blue weigh in Y, in ten-thousandths; green has the rest. */
public enum ColorMatrix {
    /** ITU-R BT.601: most cameras, and every JPEG. */
    BT601(2990, 1140),
    /** ITU-R BT.709: high definition. */
    BT709(2126, 722),
    /** ITU-R BT.2020, not constant luminance. */
    BT2020(2627, 593);

    static final int WHOLE = 10_000;

    private final int red;
    private final int blue;

    ColorMatrix(int red, int blue) {
        this.red = red;
        this.blue = blue;
    }

    int red() {
        return red;
    }

    int green() {
        return WHOLE - red - blue;
    }

    int blue() {
        return blue;
    }
}
