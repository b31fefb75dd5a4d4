package io.github.spout4j.benchmarks;

import java.util.Map;

/** How much slower than the plain copies of the same bytes, or the bare Direct3D calls, something may be. */
final class Goal {
    private static final Map<String, Double> LIMITS = Map.ofEntries(Map.entry("Pixels.copy", 1.15),
            Map.entry("Pixels.flip", 1.15), Map.entry("Pixels.convert", 1.25), Map.entry("Pixels.convertAndFlip", 1.4),
            Map.entry("Pixels.intsToBgra", 1.3), Map.entry("Pixels.intsToRgba", 1.3),
            Map.entry("Pixels.opaqueIntsToRgba", 1.3), Map.entry("Pixels.rgbaToInts", 1.3),
            Map.entry("Pixels.tenBitsToRgba", 2.5), Map.entry("Pixels.halvesToRgba", 5.0),
            Map.entry("Pixels.halvesToBgra", 5.0), Map.entry("MemoryShare.send", 1.15),
            Map.entry("MemoryShare.sendAndReceive", 1.15), Map.entry("MemoryShare.sendAndReceiveInto", 1.15),
            Map.entry("MemoryShare.nextFrameAndReceive", 1.15), Map.entry("MemoryShare.sendFlipped", 1.15),
            Map.entry("MemoryShare.sendConverted", 1.25), Map.entry("MemoryShare.sendInts", 1.3),
            Map.entry("MemoryShare.receiveFlipped", 1.15), Map.entry("MemoryShare.receiveConverted", 1.25),
            Map.entry("Tensors.toFloats", 2.0), Map.entry("Tensors.toFloatsTogether", 2.0),
            Map.entry("Tensors.toHalves", 2.0), Map.entry("Tensors.toHalvesTogether", 2.0),
            Map.entry("Tensors.fromHalvesTogether", 2.0), Map.entry("Tensors.fromFloats", 2.0),
            Map.entry("Tensors.fromFloatsTogether", 2.0), Map.entry("Tensors.fromHalves", 2.0),
            Map.entry("Textures.send", 1.3), Map.entry("Textures.receive", 1.2), Map.entry("OpenGl.send", 1.3),
            Map.entry("OpenGl.sendSeries", 1.3),
            Map.entry("OpenGl.held", 0.25), Map.entry("OpenGl.receive", 1.3));

    private Goal() {}

    /** @param benchmark class and method; NaN where it has no goal */
    static double limit(String benchmark) {
        return LIMITS.getOrDefault(benchmark, Double.NaN);
    }
}
