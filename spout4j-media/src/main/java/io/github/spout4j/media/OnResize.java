package io.github.spout4j.media;

/** What becomes of a film when its sender changes size. */
public enum OnResize {
    /** It keeps its size, and frames are scaled to that. */
    SCALE,
    /** It ends. */
    STOP,
    /** It ends, and another begins: {@code film-2.mp4} after {@code film.mp4}; a stream is begun anew. */
    NEW_FILE
}
