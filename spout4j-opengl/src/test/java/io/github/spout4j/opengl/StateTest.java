package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.StateDump;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program's state is in an unusual way, does no harm, and is as it was afterwards: each number that a context tells. */
class StateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WIDTH = 101;
    private static final int HEIGHT = 43;
    private static final int FRAMEBUFFER = 0x8D40;

    @ParameterizedTest
    @EnumSource
    void nothingIsChangedAndNothingDoesHarm(ContextKind kind) {
        String name = UniqueName.of("gl");
        try (TestContext context = kind.open(); Spout spout = Spout.open()) {
            MemorySegment drawn = Drawing.noise(GlPixels.RGBA8, WIDTH, HEIGHT, 1);
            int texture = Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, drawn);
            int target = Drawing.texture(GlPixels.RGBA8, WIDTH, HEIGHT, null);
            int framebuffer = Drawing.framebuffer(Gl.TEXTURE_2D, texture);
            int several = kind.isEs() ? 0 : multisampled();
            dirty(kind);
            assertThat(AnyGl.errors()).isEmpty();
            try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                    SpoutReceiver receiver = spout.receiver(name).open();
                    GlReceiver textures = GlReceiver.of(spout.receiver(name).open())) {
                StateDump before = StateDump.of(kind.isEs());
                assertThat(before.size()).isGreaterThan(60);
                for (int i = 0; i < 5; i++) {
                    sender.send(texture, WIDTH, HEIGHT);
                    assertThat(StateDump.of(kind.isEs())).as("send").isEqualTo(before);
                    sender.finish();
                    assertThat(StateDump.of(kind.isEs())).as("finish").isEqualTo(before);
                    try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                        assertThat(frame.pixels().toArray(ValueLayout.JAVA_BYTE))
                                .isEqualTo(Drawing.turned(drawn, HEIGHT).toArray(ValueLayout.JAVA_BYTE));
                    }
                    assertThat(textures.receiveInto(target, PATIENCE)).isTrue();
                    assertThat(StateDump.of(kind.isEs())).as("receive").isEqualTo(before);
                    sender.sendFramebuffer(framebuffer, WIDTH, HEIGHT);
                    assertThat(StateDump.of(kind.isEs())).as("sendFramebuffer").isEqualTo(before);
                    sender.sendBackBuffer(context.width(), context.height());
                    assertThat(StateDump.of(kind.isEs())).as("sendBackBuffer").isEqualTo(before);
                    sender.finish();
                    if (several != 0) {
                        sender.send(GlTexture.multisampled(several, WIDTH, HEIGHT));
                        assertThat(StateDump.of(kind.isEs())).as("resolving").isEqualTo(before);
                        sender.finish();
                    }
                    assertThat(textures.receive(PATIENCE)).isTrue();
                    assertThat(StateDump.of(kind.isEs())).as("receive into own texture").isEqualTo(before);
                }
                assertThat(AnyGl.errors()).isEmpty();
                AnyGl.call("glBindBuffer", Gl.PIXEL_PACK_BUFFER, 0);
                AnyGl.call("glPixelStorei", Gl.PACK_ROW_LENGTH, 0);
                AnyGl.call("glPixelStorei", Gl.PACK_SKIP_PIXELS, 0);
                AnyGl.call("glPixelStorei", Gl.PACK_SKIP_ROWS, 0);
                if (!kind.isEs()) {
                    AnyGl.call("glPixelStorei", Gl.PACK_SWAP_BYTES, 0);
                    AnyGl.call("glPixelStorei", Gl.PACK_LSB_FIRST, 0);
                }
                if (kind.name().contains("COMPATIBILITY")) {
                    AnyGl.call("glPixelTransferf", Gl.RED_SCALE, 1f);
                    AnyGl.call("glPixelTransferf", Gl.BLUE_BIAS, 0f);
                }
                sender.send(texture, WIDTH, HEIGHT);
                sender.finish();
                while (textures.number() < sender.sender().frameCount()) {
                    assertThat(textures.receiveInto(target, PATIENCE)).isTrue(); // an earlier one, maybe
                }
                assertThat(Drawing.readTexture(target, GlPixels.RGBA8, WIDTH, HEIGHT).toArray(ValueLayout.JAVA_BYTE))
                        .isEqualTo(drawn.toArray(ValueLayout.JAVA_BYTE));
            }
        }
    }

    private static int multisampled() {
        int texture = Drawing.make("Textures");
        AnyGl.call("glBindTexture", Gl.TEXTURE_2D_MULTISAMPLE, texture);
        AnyGl.call("glTexImage2DMultisample", Gl.TEXTURE_2D_MULTISAMPLE, 4, Gl.RGBA8, WIDTH, HEIGHT, (byte) 1);
        return texture;
    }

    /** As a program could leave it that thinks of itself alone. */
    private static void dirty(ContextKind kind) {
        int bound = Drawing.texture(GlPixels.RGBA8, 4, 4, null);
        int other = Drawing.framebuffer(Gl.TEXTURE_2D, bound);
        int another = Drawing.framebuffer(Gl.TEXTURE_2D, Drawing.texture(GlPixels.RGBA8, 4, 4, null));
        AnyGl.call("glActiveTexture", 0x84C3);
        AnyGl.call("glBindTexture", Gl.TEXTURE_2D, bound);
        AnyGl.call("glBindFramebuffer", Gl.DRAW_FRAMEBUFFER, other);
        AnyGl.call("glBindFramebuffer", Gl.READ_FRAMEBUFFER, another);
        AnyGl.call("glReadBuffer", 0);
        AnyGl.call("glEnable", Gl.SCISSOR_TEST);
        AnyGl.call("glScissor", 3, 3, 2, 2);
        AnyGl.call("glViewport", 1, 2, 3, 4);
        AnyGl.call("glColorMask", (byte) 0, (byte) 1, (byte) 0, (byte) 0);
        int pack = Drawing.make("Buffers");
        AnyGl.call("glBindBuffer", Gl.PIXEL_PACK_BUFFER, pack);
        AnyGl.call("glBufferData", Gl.PIXEL_PACK_BUFFER, 16L, 0L, Gl.STREAM_READ);
        AnyGl.call("glBindBuffer", Gl.PIXEL_UNPACK_BUFFER, pack);
        for (int name : new int[]{Gl.PACK_ROW_LENGTH, Gl.PACK_SKIP_PIXELS, Gl.PACK_SKIP_ROWS, Gl.UNPACK_ROW_LENGTH,
                Gl.UNPACK_SKIP_PIXELS, Gl.UNPACK_SKIP_ROWS, Gl.UNPACK_SKIP_IMAGES, Gl.UNPACK_IMAGE_HEIGHT}) {
            AnyGl.call("glPixelStorei", name, 7);
        }
        AnyGl.call("glPixelStorei", Gl.PACK_ALIGNMENT, 8);
        AnyGl.call("glPixelStorei", Gl.UNPACK_ALIGNMENT, 2);
        if (!kind.isEs()) {
            for (int name : new int[]{Gl.PACK_SWAP_BYTES, Gl.PACK_LSB_FIRST, Gl.UNPACK_SWAP_BYTES,
                    Gl.UNPACK_LSB_FIRST}) {
                AnyGl.call("glPixelStorei", name, 1);
            }
            AnyGl.call("glEnable", Gl.FRAMEBUFFER_SRGB);
            AnyGl.call("glClampColor", Gl.CLAMP_READ_COLOR, 1);
        }
        if (kind.name().contains("COMPATIBILITY")) {
            AnyGl.call("glPixelTransferf", Gl.RED_SCALE, 0.5f);
            AnyGl.call("glPixelTransferf", Gl.BLUE_BIAS, 0.25f);
        }
    }
}
