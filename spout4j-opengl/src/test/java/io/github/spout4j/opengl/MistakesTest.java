package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.Spout;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.StateDump;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do wrong is told in one line, and leaves everything as it was. */
class MistakesTest {
    private final String name = UniqueName.of("gl");

    @Test
    void noContextIsCurrent() {
        try (Spout spout = Spout.open()) {
            assertThatIllegalStateException().isThrownBy(() -> GlSender.of(spout.sender(name).size(8, 8).open()))
                    .withMessageContaining("no OpenGL context is current on this thread");
            assertThat(spout.senders().find(name)).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> GlReceiver.of(spout.receiver(name).open()))
                    .withMessageContaining("no OpenGL context is current on this thread");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherContextOrNoneIsCurrent(ContextKind kind) {
        try (TestContext context = kind.open(); Spout spout = Spout.open()) {
            int texture = Drawing.texture(GlPixels.RGBA8, 8, 8, null);
            try (GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                    GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
                context.release();
                assertThatIllegalStateException().isThrownBy(() -> sender.send(texture, 8, 8))
                        .withMessageContaining("no OpenGL context is current on the thread")
                        .withMessageContaining(name);
                assertThatIllegalStateException().isThrownBy(receiver::receive)
                        .withMessageContaining("no OpenGL context is current");
                try (TestContext _ = kind.open()) {
                    assertThatIllegalStateException().isThrownBy(() -> sender.send(texture, 8, 8))
                            .withMessageContaining("another OpenGL context is current");
                    assertThatIllegalStateException().isThrownBy(sender::finish)
                            .withMessageContaining("another OpenGL context is current");
                    assertThatIllegalStateException().isThrownBy(receiver::receive)
                            .withMessageContaining("another OpenGL context is current");
                }
                context.makeCurrent();
                assertThat(sender.send(texture, 8, 8)).isTrue();
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPicture(ContextKind kind) {
        try (TestContext _ = kind.open();
                Spout spout = Spout.open();
                GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open())) {
            int texture = Drawing.texture(GlPixels.RGBA8, 8, 8, null);
            int empty = Drawing.make("Textures");
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D, empty);
            int numbers = Drawing.make("Textures");
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D, numbers);
            AnyGl.call("glTexImage2D", Gl.TEXTURE_2D, 0, 0x8D7C, 8, 8, 0, 0x8D99, Gl.UNSIGNED_BYTE, 0L);
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D, 0);
            StateDump before = StateDump.of(kind.isEs());
            wrong("texture 0 is none", () -> sender.send(0, 8, 8));
            wrong("the size is 0 × 8", () -> sender.send(texture, 0, 8));
            wrong("the size is 8 × 20000", () -> sender.sendFramebuffer(0, 8, 20_000));
            wrong("texture 9999 does not exist", () -> sender.send(9999, 8, 8));
            wrong("framebuffer 9999 does not exist", () -> sender.sendFramebuffer(9999, 8, 8));
            wrong("OpenGL cannot read texture " + empty, () -> sender.send(empty, 8, 8));
            wrong("texture " + numbers + " holds whole numbers", () -> sender.send(numbers, 8, 8));
            wrong("target 0x806f", () -> new GlTexture(texture, 0x806F, 0, 8, 8));
            wrong("texture " + texture + " is 8 × 8 pixels, and 16 × 8 were asked for",
                    () -> sender.send(texture, 16, 8));
            assertThat(StateDump.of(kind.isEs())).isEqualTo(before);
            assertThat(AnyGl.errors()).isEmpty();
            assertThat(sender.send(texture, 8, 8)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFramebufferThatIsSmaller(ContextKind kind) {
        try (TestContext _ = kind.open();
                Spout spout = Spout.open();
                GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open())) {
            int texture = Drawing.texture(GlPixels.RGBA8, 8, 9, null);
            int ofTexture = Drawing.framebuffer(Gl.TEXTURE_2D, texture);
            int ofRenderbuffer = Drawing.framebufferOfRenderbuffer(8, 9);
            StateDump before = StateDump.of(kind.isEs());
            for (int framebuffer : kind.isEs() ? new int[]{ofRenderbuffer} : new int[]{ofTexture, ofRenderbuffer}) {
                wrong("that framebuffer is 8 × 9 pixels, and 9 × 9 were asked for",
                        () -> sender.sendFramebuffer(framebuffer, 9, 9));
                wrong("that framebuffer is 8 × 9 pixels, and 8 × 10 were asked for",
                        () -> sender.sendFramebuffer(framebuffer, 8, 10));
                assertThat(StateDump.of(kind.isEs())).isEqualTo(before);
                assertThat(sender.sendFramebuffer(framebuffer, 7, 9)).isTrue();
                assertThat(sender.finish()).isTrue();
            }
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    /** The same framebuffer and the same call, but the program has given its texture other storage. */
    @Test
    void aFramebufferThatHasBecomeSmaller() {
        try (TestContext _ = ContextKind.openAny();
                Spout spout = Spout.open();
                GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open())) {
            int texture = Drawing.texture(GlPixels.RGBA8, 8, 8, null);
            int framebuffer = Drawing.framebuffer(Gl.TEXTURE_2D, texture);
            assertThat(sender.sendFramebuffer(framebuffer, 8, 8)).isTrue();
            assertThat(sender.send(texture, 8, 8)).isTrue();
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D, texture);
            AnyGl.call("glTexImage2D", Gl.TEXTURE_2D, 0, Gl.RGBA8, 8, 4, 0, Gl.RGBA, Gl.UNSIGNED_BYTE, 0L);
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D, 0);
            wrong("that framebuffer is 8 × 4 pixels, and 8 × 8", () -> sender.sendFramebuffer(framebuffer, 8, 8));
            wrong("texture " + texture + " is 8 × 4 pixels, and 8 × 8", () -> sender.send(texture, 8, 8));
            Drawing.delete("Textures", texture); // it lives as long as it is attached
            sender.sendFramebuffer(framebuffer, 8, 4);
            assertThat(AnyGl.errors()).isEmpty();
        }
    }

    private static void wrong(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingFromAThreadWithoutTheContextTakesTheNameAway(boolean receiving) {
        try (TestContext _ = ContextKind.openAny(); Spout spout = Spout.open()) {
            GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
            GlReceiver receiver = GlReceiver.of(spout.receiver(name).open());
            if (receiving) {
                sender.send(Drawing.texture(GlPixels.RGBA8, 8, 8, null), 8, 8);
                sender.finish();
                receiver.receive();
            }
            CompletableFuture.runAsync(() -> {
                sender.close();
                receiver.close();
            }).join();
            assertThat(spout.senders().find(name)).isEmpty();
            assertThatIllegalStateException().isThrownBy(receiver::receive).withMessageContaining("is closed");
            assertThatIllegalStateException().isThrownBy(sender::finish).withMessageContaining("is closed");
            sender.close();
        }
    }

    @Test
    void aContextOfAnotherThread() {
        try (TestContext _ = ContextKind.openAny();
                Spout spout = Spout.open();
                GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open())) {
            CompletableFuture<Boolean> elsewhere = CompletableFuture.supplyAsync(sender::finish);
            assertThatThrownBy(elsewhere::join).isInstanceOf(CompletionException.class)
                    .hasMessageContaining("no OpenGL context is current on the thread");
        }
    }

    @Test
    void aTextureOfFixedSize() {
        try (TestContext _ = ContextKind.openAny();
                Spout spout = Spout.open();
                GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
                GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
            int fixed = Drawing.make("Textures");
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D, fixed);
            AnyGl.call("glTexStorage2D", Gl.TEXTURE_2D, 1, Gl.RGBA8, 16, 16);
            AnyGl.call("glBindTexture", Gl.TEXTURE_2D, 0);
            sender.send(Drawing.texture(GlPixels.RGBA8, 8, 8, null), 8, 8);
            sender.finish();
            org.assertj.core.api.Assertions
                    .assertThatThrownBy(() -> receiver.receiveInto(fixed, Duration.ofSeconds(5)))
                    .hasMessageContaining("the size of texture " + fixed + " is fixed");
            sender.send(Drawing.texture(GlPixels.RGBA8, 16, 16, null), 16, 16);
            sender.finish();
            assertThat(receiver.receiveInto(fixed, Duration.ofSeconds(5))).isTrue();
            assertThat(AnyGl.errors()).isEmpty();
        }
    }
}
