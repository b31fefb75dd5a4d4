package io.github.spout4j.cli.demo;

import io.github.spout4j.cli.FrameSize;

/** The demo's frames, which sender and receiver make alike, each for itself. */
interface DemoPictures {
    FrameSize size();

    /** The pixels of the frame of that number, {@code 0xAARRGGBB}; in an array that the next call uses again. */
    int[] frame(long number);
}
