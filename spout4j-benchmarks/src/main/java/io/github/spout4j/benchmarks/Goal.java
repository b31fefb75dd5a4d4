package io.github.spout4j.benchmarks;

import java.util.List;

/**
 * How much slower than plain copies something may be.
 *
 * @param benchmark class and method
 * @param baseline  the plain copy of the same bytes
 * @param limit     the ratio that it must not exceed
 */
record Goal(String benchmark, String baseline, double limit) {
    private static final String ONE = "PlainCopy.one";
    private static final String TWO = "PlainCopy.two";

    static final List<Goal> ALL = List.of(new Goal("Pixels.flip", ONE, 1.15), new Goal("Pixels.convert", ONE, 2),
            new Goal("Pixels.convertAndFlip", ONE, 2), new Goal("Pixels.intsToBgra", ONE, 1.3),
            new Goal("Pixels.intsToRgba", ONE, 1.3), new Goal("Pixels.opaqueIntsToRgba", ONE, 1.3),
            new Goal("Pixels.rgbaToInts", ONE, 1.3), new Goal("MemoryShare.send", ONE, 1.15),
            new Goal("MemoryShare.sendAndReceive", TWO, 1.15), new Goal("MemoryShare.nextFrameAndReceive", ONE, 1.15),
            new Goal("MemoryShare.sendFlipped", ONE, 1.15), new Goal("MemoryShare.sendConverted", ONE, 2),
            new Goal("MemoryShare.sendInts", ONE, 1.3), new Goal("MemoryShare.receiveFlipped", ONE, 1.15),
            new Goal("MemoryShare.receiveConverted", ONE, 2));
}
