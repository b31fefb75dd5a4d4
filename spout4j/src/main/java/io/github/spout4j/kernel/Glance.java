package io.github.spout4j.kernel;

import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/**
 * What is to be seen of named objects by one who does not hold them: nobody takes the looker for a holder, and no object lives
 * on for a look. To be used within {@link KernelObjects#glance} alone, on the thread that asked for it. Methods throw
 * {@link io.github.spout4j.SpoutException} where the system refuses.
 */
public interface Glance {
    /** As {@link KernelObjects#memoryExists}. */
    boolean memoryExists(String name);

    /** Copies as many of memory's first bytes as {@code into} has; false where nobody holds memory of this name, or it is shorter. */
    boolean copy(String memory, MemorySegment into);

    /**
     * As {@link #copy}, and what is copied stood there while nobody owned the mutex; false also where that cannot be told at a
     * glance: whoever has to know opens both.
     *
     * @param mutex what all who write the memory own meanwhile, and hold as long as the memory
     */
    boolean copyUnowned(String memory, String mutex, MemorySegment into);

    /** A semaphore's count; empty where nobody holds a semaphore of this name. */
    OptionalInt count(String semaphore);
}
