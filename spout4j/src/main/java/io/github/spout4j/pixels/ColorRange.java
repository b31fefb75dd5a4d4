package io.github.spout4j.pixels;

/** Which numbers black, white and the strongest colours have, of 8 bits. */
public enum ColorRange {
    /** Y from 16 to 235, U and V from 16 to 240. */
    LIMITED(16, 219, 224),
    /** All from 0 to 255. */
    FULL(0, 255, 255);

    /** U and V without colour. */
    static final int NEUTRAL = 128;

    private final int black;
    private final int steps;
    private final int colourSteps;

    ColorRange(int black, int steps, int colourSteps) {
        this.black = black;
        this.steps = steps;
        this.colourSteps = colourSteps;
    }

    int black() {
        return black;
    }

    /** From black to white. */
    int steps() {
        return steps;
    }

    /** From the least U or V to the greatest. */
    int colourSteps() {
        return colourSteps;
    }
}
