package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.spout4j.Spout;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Once warm, a frame costs no heap: neither on the thread of the context nor on those that copy. */
class AllocationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** So few that some round has no pause of 50 ms on a busy machine either: after one the receiver opens the sender's info anew. */
    private static final int FRAMES = 100;
    private static final int SIDE = 16;
    /** Of a frame: the generated calls of Windows make small objects, which the compiler does not always take away. */
    private static final long WINDOWS_BYTES = 2048;

    @ParameterizedTest
    @EnumSource
    void costsNoHeap(ContextKind kind) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String name = UniqueName.of("gl");
        try (TestContext _ = kind.open();
                Spout spout = Spout.open();
                GlSender sender = GlSender.of(spout.sender(name).size(SIDE, SIDE).open());
                GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
            int texture = Drawing.texture(GlPixels.RGBA8, SIDE, SIDE, null);
            int framebuffer = Drawing.framebuffer(Gl.TEXTURE_2D, texture);
            int target = Drawing.texture(GlPixels.RGBA8, SIDE, SIDE, null);
            long[] counted = counted(name);
            assertThat(counted).hasSizeGreaterThanOrEqualTo(3);
            long most = TestSystem.WINDOWS ? WINDOWS_BYTES * FRAMES : 0;
            long allocated = Long.MAX_VALUE;
            long end = System.nanoTime() + PATIENCE.toNanos(); // until the compiler is done
            while (allocated > most && System.nanoTime() - end < 0) {
                long before = allocated(threads, counted);
                for (int i = 0; i < FRAMES; i++) {
                    if (i % 2 == 0) {
                        sender.send(texture, SIDE, SIDE);
                    } else {
                        sender.sendFramebuffer(framebuffer, SIDE, SIDE);
                    }
                    sender.finish();
                    receiver.receiveInto(target, PATIENCE);
                }
                allocated = allocated(threads, counted) - before;
            }
            assertThat(allocated).as("bytes of heap for %d frames", FRAMES).isLessThanOrEqualTo(most);
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    private static long allocated(ThreadMXBean threads, long[] counted) {
        long bytes = 0;
        for (long thread : counted) {
            bytes += threads.getThreadAllocatedBytes(thread);
        }
        return bytes;
    }

    /** This thread, those of sender and receiver, and that which publishes textures where there is one. */
    private static long[] counted(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread == Thread.currentThread() || thread.getName().endsWith(" " + name))
                .mapToLong(Thread::threadId).toArray();
    }
}
