package io.github.spout4j.memoryshare;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;

/** The memory of a name's frames. */
final class SharedPixels {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");

    private SharedPixels() {}

    /** Takes away what whoever died in the middle of a frame, or a former sender, has left. For who owns the guard. */
    static void wipe(KernelObjects objects, String memoryName) {
        try (NamedMemory memory = objects.openMemory(memoryName).orElse(null)) {
            if (memory != null) {
                memory.segment().fill((byte) 0);
            }
        } catch (SpoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "something else has the name of the memory with the pixels", e);
        }
    }
}
