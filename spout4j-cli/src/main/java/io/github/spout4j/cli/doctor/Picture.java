package io.github.spout4j.cli.doctor;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelView;
import io.github.spout4j.SpoutFrame;

/**
 * What a frame looks like, as far as that can be why nobody sees it.
 *
 * @param width       pixels
 * @param height      pixels
 * @param black       whether no colour is in any pixel
 * @param transparent whether alpha is there, and 0 in every pixel
 */
record Picture(int width, int height, boolean black, boolean transparent) {
    private static final int ALPHA = 3;

    static Picture of(SpoutFrame frame) {
        PixelFormat format = frame.format();
        PixelView pixels = frame.view();
        boolean black = true;
        boolean transparent = format.bits(ALPHA) > 0;
        for (int y = 0; y < frame.height() && (black || transparent); y++) {
            for (int x = 0; x < frame.width() && (black || transparent); x++) {
                black &= (pixels.bits(x, y, 0) | pixels.bits(x, y, 1) | pixels.bits(x, y, 2)) == 0;
                transparent &= pixels.bits(x, y, ALPHA) == 0;
            }
        }
        return new Picture(frame.width(), frame.height(), black, transparent);
    }
}
