package io.github.spout4j.proof.soak;

import io.github.spout4j.proof.measure.Gauges;

/**
 * What a program of the soak has, and has counted so far.
 *
 * @param has       of the system
 * @param sent      frames
 * @param received  frames, by all its receivers together
 * @param missed    frames between those that were received
 * @param torn      received frames with a pixel that is not theirs
 * @param backwards received frames that were no newer than the one before
 * @param errors    threads that an exception ended
 * @param refused   senders and receivers that could not be opened
 * @param starved   receivers without a new frame since the last count
 */
record SoakCount(Gauges has, long sent, long received, long missed, long torn, long backwards, long errors,
        long refused, long starved) {}
