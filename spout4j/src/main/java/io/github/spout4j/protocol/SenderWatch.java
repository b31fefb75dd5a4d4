package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelSystem;

/**
 * A sender's info for one who needs it every frame: looked at afresh only when the last look is old, since each look opens
 * and closes the info (see {@link SenderInfoMap} why it must). Thread-confined.
 */
public final class SenderWatch {
    private final KernelSystem system;
    private final SenderName name;
    private final long maxAgeNanos;
    private InfoReading last;
    private long lookedAt;

    /** @param maxAgeNanos ns that a look stays good, so the longest time a vanished sender goes unnoticed */
    public SenderWatch(KernelSystem system, SenderName name, long maxAgeNanos) {
        this.system = system;
        this.name = name;
        this.maxAgeNanos = maxAgeNanos;
    }

    public SenderName name() {
        return name;
    }

    /** The last look, renewed where it is too old. */
    public InfoReading look() {
        return last != null && System.nanoTime() - lookedAt < maxAgeNanos ? last : lookNow();
    }

    /** Looks now. */
    public InfoReading lookNow() {
        last = SenderInfoMap.read(system, name);
        lookedAt = System.nanoTime();
        return last;
    }
}
