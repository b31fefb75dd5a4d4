package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Opened and closed over and over, nothing is left: no name of OpenGL's, no thread. */
class LifecycleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TIMES = 1000;
    /** More than so often each gets a new one. */
    private static final int HIGHEST_NAME = 20 * TIMES;

    @Test
    void aThousandTimes() {
        try (TestContext _ = ContextKind.openAny(); Spout spout = Spout.open()) {
            int texture = Drawing.texture(GlPixels.RGBA8, 16, 16, null);
            cycle(spout, texture);
            Map<String, Long> names = names();
            long threads = threads();
            for (int i = 0; i < TIMES; i++) {
                cycle(spout, texture);
            }
            assertThat(names()).isEqualTo(names);
            assertThat(threads()).isEqualTo(threads);
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    private static void cycle(Spout spout, int texture) {
        String name = UniqueName.of("gl");
        try (GlSender sender = GlSender.of(spout.sender(name).size(16, 16).open());
                GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
            sender.send(texture, 16, 16);
            sender.finish();
            assertThat(receiver.receive(PATIENCE)).isTrue();
        }
    }

    /** How many names of each kind are in use. */
    private static Map<String, Long> names() {
        Map<String, Long> names = new TreeMap<>();
        for (String kind : new String[]{"Texture", "Buffer", "Framebuffer", "Renderbuffer"}) {
            names.put(kind,
                    IntStream.range(1, HIGHEST_NAME).filter(name -> AnyGl.askTruth("glIs" + kind, name)).count());
        }
        return names;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("OpenGL") && thread.isAlive()).count();
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
                        assertThat(receiver.receive(PATIENCE)).isPresent();
                    }
                    second.release();
                }).join();
                assertThat(sender.send(texture, 16, 16)).isTrue();
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }
}
