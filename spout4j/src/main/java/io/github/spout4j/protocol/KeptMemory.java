package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Guarded memory that is kept open from the first time that it is seen until {@link #close}, its threads queued. Where another program
 * has taken it away it is opened anew. One thread at a time.
 */
final class KeptMemory implements AutoCloseable {
    private final KernelObjects objects;
    private final String name;
    private GuardedMemory kept;
    /** What was lost last: other threads may be about to find that out. */
    private GuardedMemory former;

    KeptMemory(KernelObjects objects, String name) {
        this.objects = objects;
        this.name = name;
    }

    /** Empty where there is none. */
    Optional<GuardedMemory> open() {
        letGoOfLost();
        if (kept == null) {
            kept = GuardedMemory.open(objects, name).map(GuardedMemory::queued).orElse(null);
        }
        return Optional.ofNullable(kept);
    }

    /** @param size bytes, asked for where there is none yet */
    GuardedMemory openOrCreate(LongSupplier size) {
        letGoOfLost();
        if (kept == null) {
            kept = GuardedMemory.create(objects, name, size.getAsLong()).queued();
        }
        return kept;
    }

    private void letGoOfLost() {
        if (kept != null && kept.lost()) {
            closeFormer();
            former = kept;
            kept = null;
        }
    }

    private void closeFormer() {
        if (former != null) {
            former.close();
            former = null;
        }
    }

    @Override
    public void close() {
        closeFormer();
        if (kept != null) {
            kept.close();
        }
    }
}
