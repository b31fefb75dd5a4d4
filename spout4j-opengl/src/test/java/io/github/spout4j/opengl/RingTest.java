package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames without pause: each is whole, none comes twice, none is older than the one before, and the last one comes. */
class RingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FRAMES = 400;
    private static final int FRAMEBUFFER = 0x8D40;

    @ParameterizedTest
    @EnumSource
    void everyFrameIsWholeAndInOrder(ContextKind kind) {
        String name = UniqueName.of("gl");
        try (TestContext _ = kind.open(); Spout spout = Spout.open()) {
            CompletableFuture<List<Integer>> received;
            try (GlSender sender = GlSender.builder(spout.sender(name).size(WIDTH, HEIGHT).open()).everyFrame().open();
                    SpoutReceiver receiver = spout.receiver(name).open()) {
                received = CompletableFuture.supplyAsync(() -> numbers(receiver));
                int texture = Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, null);
                int framebuffer = Drawing.framebuffer(Gl.TEXTURE_2D, texture);
                for (int number = 1; number <= FRAMES; number++) {
                    draw(framebuffer, number);
                    assertThat(sender.send(texture, WIDTH, HEIGHT)).isTrue();
                }
                assertThat(sender.finish()).isTrue();
                assertThat(sender.sender().frameCount()).isEqualTo(FRAMES);
                List<Integer> numbers = received.join();
                assertThat(numbers).isSorted().doesNotHaveDuplicates().endsWith(FRAMES);
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void texturesShowWholeFramesInOrder(ContextKind kind) {
        String name = UniqueName.of("gl");
        try (TestContext _ = kind.open();
                Spout spout = Spout.open();
                GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
            CompletableFuture<Void> gotLast = new CompletableFuture<>();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(spout, name, gotLast));
            List<Integer> numbers = new ArrayList<>();
            while (numbers.isEmpty() || numbers.getLast() != FRAMES) {
                assertThat(receiver.receive(PATIENCE)).isTrue();
                byte[] pixels = Drawing
                        .readTexture(receiver.texture(), GlPixels.RGBA8, receiver.width(), receiver.height())
                        .toArray(ValueLayout.JAVA_BYTE);
                numbers.add(number(pixels));
            }
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            gotLast.complete(null);
            sending.join();
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    /** Frames that grow now and then, so that buffers do. */
    private static void send(Spout spout, String name, CompletableFuture<Void> gotLast) {
        try (SpoutSender sender = spout.sender(name).size(WIDTH / 2, HEIGHT / 2).open()) {
            for (int number = 1; number <= FRAMES; number++) {
                if (number == FRAMES / 2) {
                    sender.resize(WIDTH, HEIGHT);
                }
                int[] pixels = new int[sender.width() * sender.height()];
                Arrays.fill(pixels, 0xFF000000 | (number & 0xFF) << 8 | number >> 8);
                sender.send(pixels);
                sender.holdFps(500);
            }
            gotLast.join(); // receivers want the last frame while its sender is there
        }
    }

    private static void draw(int framebuffer, int number) {
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, framebuffer);
        AnyGl.call("glClearColor", 0f, (number & 0xFF) / 255f, (number >> 8) / 255f, 1f);
        AnyGl.call("glClear", Gl.COLOR_BUFFER_BIT);
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, 0);
    }

    private static List<Integer> numbers(SpoutReceiver receiver) {
        List<Integer> numbers = new ArrayList<>();
        while (numbers.isEmpty() || numbers.getLast() != FRAMES) {
            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                numbers.add(number(frame.pixels().toArray(ValueLayout.JAVA_BYTE)));
            }
        }
        return numbers;
    }

    /** Of a frame whose pixels are all the same. */
    private static int number(byte[] pixels) {
        for (int i = Integer.BYTES; i < pixels.length; i++) {
            if (pixels[i] != pixels[i % Integer.BYTES]) {
                throw new AssertionError(
                        "a torn frame: byte " + i + " is " + pixels[i] + ", not " + pixels[i % Integer.BYTES]);
            }
        }
        return pixels[1] & 0xFF | (pixels[2] & 0xFF) << 8;
    }
}
