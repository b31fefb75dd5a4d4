package io.github.spout4j.preview;

/**
 * What the user wants to see.
 *
 * @param width         the canvas's, in device pixels
 * @param height        the canvas's, in device pixels
 * @param around        the colour beside the picture, 0xAARRGGBB
 * @param square        how wide a square of the checkerboard is, in device pixels
 * @param zoom          how large
 * @param alphaView     what of alpha
 * @param premultiplied whether the sender's colours are multiplied by alpha
 * @param flipped       whether upside down
 * @param frozen        whether the picture stands still
 * @param pointerX      where the pointer is on the canvas, in device pixels; below 0 where it is elsewhere
 * @param pointerY      where the pointer is on the canvas, in device pixels
 */
record View(int width, int height, int around, int square, Zoom zoom, AlphaView alphaView, boolean premultiplied,
        boolean flipped, boolean frozen, int pointerX, int pointerY) {
    View sized(int newWidth, int newHeight, int newSquare) {
        return new View(newWidth, newHeight, around, newSquare, zoom, alphaView, premultiplied, flipped, frozen,
                pointerX, pointerY);
    }

    View around(int color) {
        return new View(width, height, color, square, zoom, alphaView, premultiplied, flipped, frozen, pointerX,
                pointerY);
    }

    View zoom(Zoom newZoom) {
        return new View(width, height, around, square, newZoom, alphaView, premultiplied, flipped, frozen, pointerX,
                pointerY);
    }

    View nextAlphaView() {
        return new View(width, height, around, square, zoom, alphaView.next(), premultiplied, flipped, frozen, pointerX,
                pointerY);
    }

    View otherPremultiplied() {
        return new View(width, height, around, square, zoom, alphaView, !premultiplied, flipped, frozen, pointerX,
                pointerY);
    }

    View otherFlip() {
        return new View(width, height, around, square, zoom, alphaView, premultiplied, !flipped, frozen, pointerX,
                pointerY);
    }

    View otherFreeze() {
        return new View(width, height, around, square, zoom, alphaView, premultiplied, flipped, !frozen, pointerX,
                pointerY);
    }

    View pointer(int x, int y) {
        return new View(width, height, around, square, zoom, alphaView, premultiplied, flipped, frozen, x, y);
    }
}
