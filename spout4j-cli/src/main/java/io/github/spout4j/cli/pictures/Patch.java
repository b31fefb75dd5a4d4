package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;

/**
 * A rectangle of an animation that a file's format draws over what was there before.
 *
 * @param x            columns to the left of it
 * @param y            rows above it
 * @param over         whether what was there shines through it; else it takes the place of that
 * @param afterwards   what becomes of it before the next
 * @param milliseconds how long it is shown; less than {@link Animation} shows pictures where nobody has said
 */
record Patch(BufferedImage image, int x, int y, boolean over, Disposal afterwards, double milliseconds) {
    /** A picture that stands alone. */
    static Patch still(BufferedImage image) {
        return new Patch(image, 0, 0, false, Disposal.STAYS, 0);
    }

    /** What becomes of a patch when its time is over. */
    enum Disposal {
        STAYS, IS_CLEARED, GIVES_BACK
    }
}
