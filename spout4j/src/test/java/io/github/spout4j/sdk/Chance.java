package io.github.spout4j.sdk;

/** Numbers that look random and are the same in every run. */
final class Chance {
    private Chance() {}

    /** 0 to 1. */
    static double of(long seed, int index) {
        long mixed = (seed + index) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (mixed >>> 11) * 0x1p-53;
    }
}
