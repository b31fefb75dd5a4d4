package io.github.spout4j.preview;

/** How large a picture is to be shown, and which place of it in the middle: whatever the sizes of picture and canvas. */
sealed interface Zoom {
    /** As large as it fits. */
    Zoom FIT = new Fit();

    /** Where the picture is on the canvas; both sizes in pixels, of the sender and of the device. */
    Viewport on(int canvasWidth, int canvasHeight, int width, int height);

    /** As large as it fits. */
    record Fit() implements Zoom {
        @Override
        public Viewport on(int canvasWidth, int canvasHeight, int width, int height) {
            double scale = Math.min((double) canvasWidth / width, (double) canvasHeight / height);
            return Viewport.of(canvasWidth, canvasHeight, width, height, scale, width / 2.0, height / 2.0);
        }
    }

    /**
     * In a size of its own.
     *
     * @param scale device pixels to one of the sender's
     * @param x     what is in the middle, in pixels from the picture's left
     * @param y     in pixels from its top
     */
    record Fixed(double scale, double x, double y) implements Zoom {
        @Override
        public Viewport on(int canvasWidth, int canvasHeight, int width, int height) {
            return Viewport.of(canvasWidth, canvasHeight, width, height, scale, x, y);
        }
    }
}
