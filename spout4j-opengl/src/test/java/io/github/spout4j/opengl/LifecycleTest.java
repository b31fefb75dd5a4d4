package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.NativeMemory;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Opened and closed over and over, nothing is left: no name of OpenGL's, no thread, no file, no memory. */
class LifecycleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** On Wine a time takes some 50 ms. */
    private static final int TIMES = TestSystem.WINDOWS ? 200 : 1000;
    private static final int SIDE = 64;
    /** So often memory is looked at; the lowest look counts, as Java's compilers come and go with megabytes. */
    private static final int LOOK = 10;
    /** In half of all times. If each left a frame it would be twice as much. */
    private static final long MOST_BYTES = TIMES / 2 * SIDE * SIDE * 2L;
    /** More than so often each gets a new one. */
    private static final int HIGHEST_NAME = 20 * TIMES;

    @Test
    void overAndOver() {
        try (TestContext _ = ContextKind.openAny(); Spout spout = Spout.open()) {
            int texture = Drawing.texture(GlPixels.RGBA8, SIDE, SIDE, null);
            cycle(spout, texture);
            Map<String, Long> held = held();
            long first = lowestMemory(spout, texture);
            long second = lowestMemory(spout, texture);
            assertThat(held()).allSatisfy((what, now) -> assertThat(now).as(what).isLessThanOrEqualTo(held.get(what)));
            assertThat(second - first).as("bytes from one half to the other").isLessThan(MOST_BYTES);
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    /** In half of all times. */
    private static long lowestMemory(Spout spout, int texture) {
        long lowest = Long.MAX_VALUE;
        for (int i = 1; i <= TIMES / 2; i++) {
            cycle(spout, texture);
            if (i % LOOK == 0) {
                lowest = Math.min(lowest, NativeMemory.allocated());
            }
        }
        return lowest;
    }

    private static void cycle(Spout spout, int texture) {
        String name = UniqueName.of("gl");
        try (GlSender sender = GlSender.of(spout.sender(name).size(SIDE, SIDE).open());
                GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
            sender.send(texture, SIDE, SIDE);
            sender.finish();
            assertThat(receiver.receive(PATIENCE)).isTrue();
        }
    }

    /** How many of each kind are in use: names of OpenGL, threads of ours, open files. */
    private static Map<String, Long> held() {
        Map<String, Long> held = new TreeMap<>();
        for (String kind : new String[]{"Texture", "Buffer", "Framebuffer", "Renderbuffer"}) {
            held.put(kind,
                    IntStream.range(1, HIGHEST_NAME).filter(name -> AnyGl.askTruth("glIs" + kind, name)).count());
        }
        held.put("Thread", Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("OpenGL") && thread.isAlive()).count());
        held.put("File", NativeMemory.openFiles());
        return held;
    }

    @Test
    void eachContextHasItsOwnOnItsThread() {
        try (TestContext first = ContextKind.openAny(); Spout spout = Spout.open()) {
            String name = UniqueName.of("gl");
            int texture = Drawing.texture(GlPixels.RGBA8, 16, 16, null);
            try (TestContext second = first.shared();
                    GlSender sender = GlSender.of(spout.sender(name).size(16, 16).open());
                    SpoutReceiver receiver = spout.receiver(name + " shared").open()) {
                CompletableFuture.runAsync(() -> {
                    second.makeCurrent();
                    // the texture is the first context's, and shared
                    try (GlSender other = GlSender.of(spout.sender(name + " shared").size(16, 16).open())) {
                        other.send(texture, 16, 16);
                        assertThat(other.finish()).isTrue();
                        receiver.receive(PATIENCE).orElseThrow().close();
                    }
                    second.release();
                }).join();
                assertThat(sender.send(texture, 16, 16)).isTrue();
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }
}
