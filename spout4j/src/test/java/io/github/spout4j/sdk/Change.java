package io.github.spout4j.sdk;

/** What is different from one frame of a {@link NumberedPicture} to the next. */
public enum Change {
    /** Every row. */
    ALL,
    /** A square of 16 × 16 pixels that jumps about; the rest stays. */
    SMALL,
    /** Nothing: every frame is the first one. */
    NONE
}
