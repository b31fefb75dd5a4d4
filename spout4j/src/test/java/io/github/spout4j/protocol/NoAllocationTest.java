package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.testing.AllocatedBytes;
import io.github.spout4j.testing.PrefixedSystem;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What runs every frame allocates nothing. */
class NoAllocationTest {
    private final KernelSystem system = new PrefixedSystem(TestSystem.open(), UniqueName.of("alloc") + "-", Map.of());
    private final SenderName cam = SenderName.of("cam", system.names());

    @Test
    void countingAndReadingFrames() {
        try (FrameCount frames = new FrameCount(system.objects(), cam)) {
            AllocatedBytes.requireNone(() -> {
                int frame = frames.countFrame();
                frames.frame();
                frames.waitForChange(frame - 1, 10);
            });
        }
    }

    @Test
    void takingTheAccessMutex() {
        try (AccessMutex access = new AccessMutex(system.objects(), cam)) {
            AllocatedBytes.requireNone(() -> {
                access.acquire();
                access.release();
            });
        }
    }

    @Test
    void lockingGuardedMemory() {
        try (GuardedMemory memory = GuardedMemory.create(system.objects(), "m", 100)) {
            AllocatedBytes.requireNone(() -> {
                memory.lock(Patience.FRAME_MILLIS);
                memory.unlock();
            });
        }
    }

    @Test
    void syncEvents() {
        try (FrameSync sync = new FrameSync(system.objects(), cam)) {
            AllocatedBytes.requireNone(() -> {
                sync.set();
                sync.await(10);
            });
        }
    }

    @Test
    void theRateAndThePacer() {
        FrameRate rate = new FrameRate();
        FramePacer pacer = new FramePacer();
        AllocatedBytes.requireNone(() -> {
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
            AllocatedBytes.requireNone(watch::look);
        }
    }
}
