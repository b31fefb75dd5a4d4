package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.Transport;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pixel of what is sent and received, in contexts of every kind. */
class RoundTripTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WIDTH = 333;
    private static final int HEIGHT = 77;
    private static final int FRAMEBUFFER = 0x8D40;
    /** What textures of OpenGL ES 3 cannot be, or cannot be drawn to and so not be sent. */
    private static final Set<GlPixels> NOT_OF_ES = EnumSet.of(GlPixels.BGRA8, GlPixels.BGRA8_SRGB, GlPixels.RGBA16,
            GlPixels.RGBA16_SNORM, GlPixels.R16, GlPixels.RG16, GlPixels.RGBA8_SNORM);

    private final String name = UniqueName.of("gl");
    private final Spout spout = Spout.open();

    @AfterEach
    void close() {
        spout.close();
    }

    /** Runs a test in a context, on one thread, and looks for errors after it. */
    private static void in(ContextKind kind, Consumer<TestContext> test) {
        try (TestContext context = kind.open()) {
            test.accept(context);
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    static Stream<Arguments> everyFormat() {
        return Arrays.stream(ContextKind.values()).flatMap(kind -> Arrays.stream(GlPixels.values())
                .filter(pixels -> !kind.isEs() || !NOT_OF_ES.contains(pixels))
                .map(pixels -> Arguments.of(kind, pixels)));
    }

    @ParameterizedTest
    @MethodSource("everyFormat")
    void aTextureOfEveryFormatOutAndIn(ContextKind kind, GlPixels pixels) {
        in(kind, _ -> {
            MemorySegment drawn = Drawing.noise(pixels, WIDTH, HEIGHT, 1);
            int texture = Drawing.texture(pixels, WIDTH, HEIGHT, drawn);
            PixelFormat followed = switch (pixels) {
                case BGRA8 -> PixelFormat.RGBA8;
                case BGRA8_SRGB -> PixelFormat.RGBA8_SRGB;
                default -> pixels.format();
            };
            MemorySegment expected = Drawing.readTexture(texture, GlPixels.valueOf(followed.name()), WIDTH, HEIGHT);
            assertThat(sendsAndGets(GlTexture.of(texture, WIDTH, HEIGHT), followed))
                    .isEqualTo(bytes(Drawing.turned(expected, HEIGHT)));
        });
    }

    /** Sent, received by Spout, and by OpenGL again, which has the very same pixels. */
    private byte[] sendsAndGets(GlTexture texture, PixelFormat format) {
        try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                SpoutReceiver receiver = spout.receiver(name).open();
                GlReceiver again = GlReceiver.of(spout.receiver(name).open())) {
            requireCarried(sender, format);
            assertThat(sender.send(texture)).isTrue();
            assertThat(sender.finish()).isTrue();
            byte[] got = frame(receiver, texture.width(), texture.height(), format);
            assertThat(again.receive(PATIENCE)).isTrue();
            assertThat(again.width()).isEqualTo(texture.width());
            assertThat(again.height()).isEqualTo(texture.height());
            assertThat(sender.send(again.texture(), texture.width(), texture.height())).isTrue();
            assertThat(sender.finish()).isTrue();
            assertThat(frame(receiver, texture.width(), texture.height(), format)).isEqualTo(got);
            return got;
        }
    }

    private static void requireCarried(GlSender sender, PixelFormat format) {
        assumeTrue(
                format == PixelFormat.RGBA8 || !TestSystem.WINDOWS || sender.sender().transport() == Transport.TEXTURE,
                "pixels of memory share are RGBA8 on Windows");
    }

    private static byte[] frame(SpoutReceiver receiver, int width, int height, PixelFormat format) {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
            assertThat(frame.width()).isEqualTo(width);
            assertThat(frame.height()).isEqualTo(height);
            assertThat(frame.format()).isEqualTo(format);
            byte[] bytes = new byte[width * height * format.bytesPerPixel()];
            int row = width * format.bytesPerPixel();
            for (int y = 0; y < height; y++) {
                MemorySegment.copy(frame.pixels(), y * frame.rowPitch(), MemorySegment.ofArray(bytes), (long) y * row,
                        row);
            }
            return bytes;
        }
    }

    private static byte[] bytes(MemorySegment memory) {
        return memory.toArray(ValueLayout.JAVA_BYTE);
    }

    @ParameterizedTest
    @EnumSource
    void sizesOfEveryKind(ContextKind kind) {
        in(kind, _ -> {
            try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                    SpoutReceiver receiver = spout.receiver(name).open();
                    GlReceiver textures = GlReceiver.of(spout.receiver(name).open())) {
                for (int[] size : List.of(new int[]{1, 1}, new int[]{3, 5}, new int[]{641, 2}, new int[]{1920, 1080},
                        new int[]{7, 300},
                        new int[]{64, 64})) {
                    MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, size[0], size[1], size[1]);
                    int texture = Drawing.texture(GlPixels.RGBA8, size[0], size[1], drawn);
                    sender.send(texture, size[0], size[1]);
                    assertThat(sender.finish()).isTrue();
                    assertThat(frame(receiver, size[0], size[1], PixelFormat.RGBA8))
                            .isEqualTo(bytes(Drawing.turned(drawn, size[1])));
                    assertThat(textures.receive(PATIENCE)).isTrue();
                    assertThat(bytes(Drawing.readTexture(textures.texture(), GlPixels.RGBA8, size[0], size[1])))
                            .isEqualTo(bytes(drawn));
                    Drawing.delete("Textures", texture);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFramebufferAndTheBackBuffer(ContextKind kind) {
        in(kind, context -> {
            int texture = Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, null);
            int framebuffer = Drawing.framebuffer(Gl.TEXTURE_2D, texture);
            try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                    SpoutReceiver receiver = spout.receiver(name).open()) {
                AnyGl.call("glBindFramebuffer", FRAMEBUFFER, framebuffer);
                Drawing.rectangles(WIDTH, HEIGHT, 3);
                MemorySegment expected = Drawing.read(GlPixels.RGBA8, WIDTH, HEIGHT);
                AnyGl.call("glBindFramebuffer", FRAMEBUFFER, 0);
                sender.sendFramebuffer(framebuffer, WIDTH, HEIGHT);
                sender.finish();
                assertThat(frame(receiver, WIDTH, HEIGHT, PixelFormat.RGBA8))
                        .isEqualTo(bytes(Drawing.turned(expected, HEIGHT)));

                Drawing.rectangles(context.width(), context.height(), 4);
                expected = Drawing.read(GlPixels.RGBA8, context.width(), context.height());
                assertThat(sender.sendBackBuffer(context.width(), context.height())).isTrue();
                sender.finish();
                assertThat(frame(receiver, context.width(), context.height(), PixelFormat.RGBA8))
                        .isEqualTo(bytes(Drawing.turned(expected, context.height())));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EGL_ES_3")
    void aRectangleTexture(ContextKind kind) {
        in(kind, _ -> {
            MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, WIDTH, HEIGHT, 5);
            int texture = Drawing.texture(Gl.TEXTURE_RECTANGLE, GlPixels.RGBA8, WIDTH, HEIGHT, drawn);
            assertThat(sendsAndGets(GlTexture.rectangle(texture, WIDTH, HEIGHT), PixelFormat.RGBA8))
                    .isEqualTo(bytes(Drawing.turned(drawn, HEIGHT)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLayerOfAnArray(ContextKind kind) {
        in(kind, _ -> {
            int texture = Drawing.make("Textures");
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D_ARRAY, texture);
            AnyGl.call("glTexImage3D", Gl.TEXTURE_2D_ARRAY, 0, Gl.RGBA8, WIDTH, HEIGHT, 3, 0, Gl.RGBA, Gl.UNSIGNED_BYTE,
                    0L);
            MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, WIDTH, HEIGHT, 6);
            AnyGl.call("glTexSubImage3D", Gl.TEXTURE_2D_ARRAY, 0, 0, 0, 2, WIDTH, HEIGHT, 1, Gl.RGBA, Gl.UNSIGNED_BYTE,
                    drawn.address());
            assertThat(sendsAndGets(GlTexture.layer(texture, 2, WIDTH, HEIGHT), PixelFormat.RGBA8))
                    .isEqualTo(bytes(Drawing.turned(drawn, HEIGHT)));
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EGL_ES_3")
    void aMultisampledTextureAndFramebufferAreResolved(ContextKind kind) {
        in(kind, _ -> {
            int texture = Drawing.make("Textures");
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D_MULTISAMPLE, texture);
            AnyGl.call("glTexImage2DMultisample", Gl.TEXTURE_2D_MULTISAMPLE, 4, Gl.RGBA8, WIDTH, HEIGHT, (byte) 1);
            int framebuffer = Drawing.framebuffer(Gl.TEXTURE_2D_MULTISAMPLE, texture);
            AnyGl.call("glBindFramebuffer", FRAMEBUFFER, framebuffer);
            Drawing.rectangles(WIDTH, HEIGHT, 7);
            AnyGl.call("glBindFramebuffer", FRAMEBUFFER, 0);
            int plain = Drawing.framebuffer(Gl.TEXTURE_2D, Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, null));
            AnyGl.call("glBindFramebuffer", FRAMEBUFFER, plain);
            Drawing.rectangles(WIDTH, HEIGHT, 7);
            byte[] expected = bytes(Drawing.turned(Drawing.read(GlPixels.RGBA8, WIDTH, HEIGHT), HEIGHT));
            AnyGl.call("glBindFramebuffer", FRAMEBUFFER, 0);
            assertThat(sendsAndGets(GlTexture.multisampled(texture, WIDTH, HEIGHT), PixelFormat.RGBA8))
                    .isEqualTo(expected);
            try (GlSender sender = GlSender.of(spout.sender(name + " fbo").size(8, 8).open());
                    SpoutReceiver receiver = spout.receiver(name + " fbo").open()) {
                sender.sendFramebuffer(framebuffer, WIDTH, HEIGHT);
                sender.finish();
                assertThat(frame(receiver, WIDTH, HEIGHT, PixelFormat.RGBA8)).isEqualTo(expected);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void originFormatAndAlphaAsAskedFor(ContextKind kind) {
        in(kind, _ -> {
            MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, WIDTH, HEIGHT, 8);
            int texture = Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, drawn);
            try (GlSender sender = GlSender
                    .builder(spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.BGRA8).open())
                    .flip(false)
                    .keepFormat().alpha(Alpha.OPAQUE).open();
                    SpoutReceiver receiver = spout.receiver(name).open();
                    GlReceiver textures = GlReceiver.builder(spout.receiver(name).open()).flip(false).open()) {
                requireCarried(sender, PixelFormat.BGRA8);
                sender.send(texture, WIDTH, HEIGHT);
                sender.finish();
                byte[] expected = new byte[WIDTH * HEIGHT * 4];
                byte[] sent = bytes(drawn);
                for (int i = 0; i < expected.length; i += 4) {
                    expected[i] = sent[i + 2];
                    expected[i + 1] = sent[i + 1];
                    expected[i + 2] = sent[i];
                    expected[i + 3] = (byte) 0xFF;
                }
                assertThat(frame(receiver, WIDTH, HEIGHT, PixelFormat.BGRA8)).isEqualTo(expected);
                assertThat(textures.receive(PATIENCE)).isTrue();
                byte[] inTexture = bytes(Drawing.readTexture(textures.texture(), GlPixels.RGBA8, WIDTH, HEIGHT));
                for (int i = 0; i < sent.length; i += 4) {
                    sent[i + 3] = (byte) 0xFF;
                }
                assertThat(inTexture).isEqualTo(sent);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void intoTheCallersTexture(ContextKind kind) {
        in(kind, _ -> {
            int texture = Drawing.make("Textures");
            try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                    GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
                for (int height : List.of(HEIGHT, HEIGHT, 20)) {
                    MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, WIDTH, height, height);
                    int source = Drawing.texture(GlPixels.RGBA8, WIDTH, height, drawn);
                    sender.send(source, WIDTH, height);
                    sender.finish();
                    assertThat(receiver.receiveInto(texture, PATIENCE)).isTrue();
                    assertThat(bytes(Drawing.readTexture(texture, GlPixels.RGBA8, WIDTH, height)))
                            .isEqualTo(bytes(drawn));
                    assertThat(receiver.receiveInto(texture)).isFalse();
                }
                assertThat(receiver.texture()).isZero();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theOwnTextureFollowsTheFormatOfFrames(ContextKind kind) {
        in(kind, _ -> {
            int callers = Drawing.make("Textures");
            try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                    GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
                requireCarried(sender, PixelFormat.RGBA16F);
                send(sender, GlPixels.RGBA8);
                assertThat(receiver.receive(PATIENCE)).isTrue();
                send(sender, GlPixels.RGBA8);
                assertThat(receiver.receiveInto(callers, PATIENCE)).isTrue();
                MemorySegment halves = send(sender, GlPixels.RGBA16F);
                assertThat(receiver.receive(PATIENCE)).isTrue();
                // floats are what OpenGL ES reads
                GlPixels read = kind.isEs() ? GlPixels.RGBA32F : GlPixels.RGBA16F;
                int same = Drawing.texture(GlPixels.RGBA16F, WIDTH, HEIGHT, halves);
                assertThat(bytes(Drawing.readTexture(receiver.texture(), read, WIDTH, HEIGHT)))
                        .isEqualTo(bytes(Drawing.readTexture(same, read, WIDTH, HEIGHT)));
            }
        });
    }

    private static MemorySegment send(GlSender sender, GlPixels pixels) {
        MemorySegment drawn = Drawing.noise(pixels, WIDTH, HEIGHT, pixels.ordinal());
        assertThat(sender.send(Drawing.texture(pixels, WIDTH, HEIGHT, drawn), WIDTH, HEIGHT)).isTrue();
        assertThat(sender.finish()).isTrue();
        return drawn;
    }
}
