package io.github.spout4j.sdk;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import java.lang.foreign.MemorySegment;

/** Looks at a memory share under its guard, knowing nothing of frames. */
final class BareEye implements AutoCloseable {
    private final NamedMemory map;
    private final NamedMutex guard;
    private final int width;
    private final int height;
    private final MemorySegment copy;
    private final PictureReader reader = new PictureReader();

    BareEye(KernelObjects objects, SdkSenderOptions options) {
        map = objects.openMemory(options.name() + "_map").orElseThrow();
        guard = objects.createMutex(options.name() + "_map_mutex");
        width = options.width();
        height = options.height();
        copy = MemorySegment.ofArray(new byte[4 * width * height]);
    }

    /** The number of the picture there, or {@link PictureReader#TORN}. */
    int look() {
        glance();
        return reader.read(copy, 4L * width, width, height, PixelFormat.RGBA8);
    }

    /** Copies what is there. */
    void glance() {
        if (guard.acquire(1000) != WaitResult.SIGNALLED) {
            throw new AssertionError("the guard is not to be had");
        }
        try {
            MemorySegment.copy(map.segment(), 0, copy, 0, copy.byteSize());
        } finally {
            guard.release();
        }
    }

    MemorySegment pixels() {
        return copy;
    }

    @Override
    public void close() {
        map.close();
        guard.close();
    }
}
