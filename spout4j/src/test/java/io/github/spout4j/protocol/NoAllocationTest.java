package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.testing.AllocatedBytes;
import io.github.spout4j.testing.PrefixedSystem;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What runs every frame allocates nothing. */
class NoAllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int RUNS = 10_000;

    private final KernelSystem system = new PrefixedSystem(TestSystem.open(), UniqueName.of("alloc") + "-", Map.of());
    private final SenderName cam = SenderName.of("cam", system.names());

    private static void allocatesNothing(Runnable action) {
        for (int i = 0; i < WARM_UP; i++) {
            action.run();
        }
        long before = AllocatedBytes.now();
        for (int i = 0; i < RUNS; i++) {
            action.run();
        }
        // The question itself, and the JIT's rare deoptimisations, take some.
        assertThat(AllocatedBytes.now() - before).isLessThan(RUNS);
    }

    @Test
    void countingAndReadingFrames() {
        try (FrameCount frames = new FrameCount(system.objects(), cam)) {
            allocatesNothing(() -> {
                int frame = frames.countFrame();
                frames.frame();
                frames.waitForChange(frame - 1, 10);
            });
        }
    }

    @Test
    void takingTheAccessMutex() {
        try (AccessMutex access = new AccessMutex(system.objects(), cam)) {
            allocatesNothing(() -> {
                access.acquire();
                access.release();
            });
        }
    }

    @Test
    void lockingGuardedMemory() {
        try (GuardedMemory memory = GuardedMemory.create(system.objects(), "m", 100)) {
            allocatesNothing(() -> {
                memory.lock(Patience.FRAME_MILLIS);
                memory.unlock();
            });
        }
    }

    @Test
    void syncEvents() {
        try (FrameSync sync = new FrameSync(system.objects(), cam)) {
            allocatesNothing(() -> {
                sync.set();
                sync.await(10);
            });
        }
    }

    @Test
    void theRateAndThePacer() {
        FrameRate rate = new FrameRate();
        FramePacer pacer = new FramePacer();
        allocatesNothing(() -> {
            rate.frame(System.nanoTime());
            rate.hertz(System.nanoTime());
            pacer.await(1e6);
            pacer.await(5e5);
        });
    }

    @Test
    void aWatchThatNeedNotLookAgain() {
        try (SenderNames names = new SenderNames(system)) {
            names.register(cam, SharedTextureInfo.ofMemory(1, 1, DxgiFormat.R8G8B8A8_UNORM, ""));
            SenderWatch watch = new SenderWatch(system, cam, Long.MAX_VALUE);
            allocatesNothing(watch::look);
        }
    }
}
