package io.github.spout4j.cli.demo;

/**
 * The demo's first frames, while both Javas load and compile: sent in step, each when the one before was received;
 * checked as all others, but neither counted nor timed.
 */
final class WarmUp {
    static final int FRAMES = 20;

    private WarmUp() {}

    static boolean covers(long number) {
        return number <= FRAMES;
    }

    /** The frame's number for people, who count from 1 after the warm-up. */
    static long shown(long number) {
        return covers(number) ? number : number - FRAMES;
    }
}
