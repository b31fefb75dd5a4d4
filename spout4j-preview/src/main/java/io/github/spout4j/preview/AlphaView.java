package io.github.spout4j.preview;

/** What is shown of a picture's alpha. */
enum AlphaView {
    /** A checkerboard where the picture lets it through. */
    CHECKERBOARD,
    /** Alpha alone, as gray. */
    ALPHA,
    /** The colours alone, as if alpha were 1. */
    OPAQUE;

    AlphaView next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
