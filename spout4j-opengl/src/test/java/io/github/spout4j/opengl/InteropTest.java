package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways that stay on the graphics card, where there are textures to share and drivers that have them; and what is done where not. */
class InteropTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WIDTH = 333;
    private static final int HEIGHT = 77;

    private static final Set<GlPixels> NOT_OF_MEMORY_OBJECTS = EnumSet.of(GlPixels.BGRA8, GlPixels.BGRA8_SRGB);

    private final String name = UniqueName.of("interop");
    private final Spout spout = Spout.open();

    @AfterEach
    void close() {
        spout.close();
    }

    /** The ways, or a skip that says why not. */
    private void require(GlWay way) {
        Optional<String> unavailable = texturesUnavailable();
        assumeTrue(unavailable.isEmpty(), () -> "textures cannot be shared here: " + unavailable.orElseThrow());
        assumeTrue(WayChoice.offers(GlContext.current()).contains(way),
                () -> "the driver lacks " + way + ": " + GlContext.current());
    }

    private Optional<String> texturesUnavailable() {
        try (SpoutSender _ = spout.sender(name + " probe").size(4, 4).transport(Transport.TEXTURE).open()) {
            return Optional.empty();
        } catch (SpoutException e) {
            return Optional.of(e.getMessage());
        }
    }

    static Stream<Arguments> everyFormat() {
        return Stream.of(GlWay.DX_INTEROP, GlWay.MEMORY_OBJECTS).flatMap(way -> Stream.of(GlPixels.values())
                .filter(pixels -> way == GlWay.DX_INTEROP
                        || !NOT_OF_MEMORY_OBJECTS.contains(pixels))
                .map(pixels -> Arguments.of(way, pixels)));
    }

    @ParameterizedTest
    @MethodSource("everyFormat")
    void aTextureOutAndIn(GlWay way, GlPixels pixels) {
        try (TestContext _ = ContextKind.openAny()) {
            require(way);
            MemorySegment drawn = Drawing.noise(pixels, WIDTH, HEIGHT, 1);
            int texture = Drawing.texture(pixels, WIDTH, HEIGHT, drawn);
            try (GlSender sender = GlSender
                    .builder(spout.sender(name).size(WIDTH, HEIGHT).format(pixels.format()).open())
                    .keepFormat().way(way).open();
                    SpoutReceiver pixelReceiver = spout.receiver(name).open();
                    GlReceiver receiver = GlReceiver.builder(spout.receiver(name).open()).way(way).open()) {
                for (int i = 0; i < 4; i++) {
                    assertThat(sender.send(texture, WIDTH, HEIGHT)).isTrue();
                    assertThat(sender.finish()).isTrue();
                    assertThat(receive(pixelReceiver, pixels.format()))
                            .isEqualTo(bytes(Drawing.turned(drawn, HEIGHT)));
                    assertThat(receiver.receive(PATIENCE)).isTrue();
                    assertThat(bytes(Drawing.readTexture(receiver.texture(), pixels, WIDTH, HEIGHT)))
                            .isEqualTo(bytes(drawn));
                }
                assertThat(sender.way()).isEqualTo(way);
                assertThat(receiver.way()).isEqualTo(way);
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    private static byte[] receive(SpoutReceiver receiver, PixelFormat format) {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
            assertThat(frame.width()).isEqualTo(WIDTH);
            assertThat(frame.height()).isEqualTo(HEIGHT);
            assertThat(frame.format()).isEqualTo(format);
            return bytes(frame.pixels());
        }
    }

    private static byte[] bytes(MemorySegment memory) {
        return memory.toArray(ValueLayout.JAVA_BYTE);
    }

    @ParameterizedTest
    @EnumSource(names = {"DX_INTEROP", "MEMORY_OBJECTS"})
    void sizesChangeMidStream(GlWay way) {
        try (TestContext _ = ContextKind.openAny()) {
            require(way);
            int texture = Drawing.make("Textures");
            try (GlSender sender = GlSender.builder(spout.sender(name).size(8, 8).open()).way(way).open();
                    GlReceiver receiver = GlReceiver.builder(spout.receiver(name).open()).way(way).open()) {
                for (int[] size : List.of(new int[]{64, 64}, new int[]{1, 1}, new int[]{641, 2}, new int[]{64, 64},
                        new int[]{1920, 1080})) {
                    MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, size[0], size[1], size[0]);
                    sender.send(Drawing.texture(GlPixels.RGBA8, size[0], size[1], drawn), size[0], size[1]);
                    assertThat(sender.finish()).isTrue();
                    assertThat(receiver.receiveInto(texture, PATIENCE)).isTrue();
                    assertThat(receiver.width()).isEqualTo(size[0]);
                    assertThat(bytes(Drawing.readTexture(texture, GlPixels.RGBA8, size[0], size[1])))
                            .isEqualTo(bytes(drawn));
                }
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    /** BGRA8 is not among OpenGL's textures; whatever way there is, the frames come. */
    @Test
    void formatsThatTheDriverRefusesGoThroughMemory() {
        try (TestContext _ = ContextKind.openAny()) {
            MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, WIDTH, HEIGHT, 2);
            int texture = Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, drawn);
            try (GlSender sender = GlSender
                    .builder(spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.BGRA8).open()).keepFormat()
                    .open();
                    GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
                for (int i = 0; i < 4; i++) {
                    sender.send(texture, WIDTH, HEIGHT);
                    assertThat(sender.finish()).isTrue();
                    assertThat(receiver.receive(PATIENCE)).isTrue();
                    assertThat(bytes(Drawing.readTexture(receiver.texture(), GlPixels.RGBA8, WIDTH, HEIGHT)))
                            .isEqualTo(bytes(drawn));
                }
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    @Test
    void memorySharesFramesGoThroughMemory() {
        try (TestContext _ = ContextKind.openAny()) {
            MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, WIDTH, HEIGHT, 3);
            int texture = Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, drawn);
            try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).transport(Transport.MEMORY).open());
                    GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
                assertThat(sender.way()).isEqualTo(GlWay.PIXEL_BUFFERS);
                sender.send(texture, WIDTH, HEIGHT);
                assertThat(sender.finish()).isTrue();
                assertThat(receiver.receive(PATIENCE)).isTrue();
                assertThat(receiver.way()).isEqualTo(GlWay.PIXEL_BUFFERS);
                assertThat(bytes(Drawing.readTexture(receiver.texture(), GlPixels.RGBA8, WIDTH, HEIGHT)))
                        .isEqualTo(bytes(drawn));
            }
        }
    }

    @Test
    void whoInsistsIsToldWhyNot() {
        try (TestContext _ = ContextKind.openAny()) {
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> GlSender.builder(spout.sender(name).transport(Transport.MEMORY).size(8, 8).open())
                            .way(GlWay.DX_INTEROP).open())
                    .withMessageContaining(name).withMessageContaining("memory share");
            assertThat(spout.senders().find(name)).isEmpty();
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> GlReceiver.builder(spout.receiver(name).alpha(Alpha.PREMULTIPLIED).open())
                            .way(GlWay.MEMORY_OBJECTS).open())
                    .withMessageContaining(name).withMessageContaining("PREMULTIPLIED");
        }
    }
}
