package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.context.LostContext;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.ContextKind;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.TestContext;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context that the graphics driver lost is told in one line, and closing frees what is not OpenGL's. */
class LossTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name = UniqueName.of("gl");

    private static void requireTold() {
        assumeTrue(LostContext.isTold(), "the contexts here don't tell whether they are lost (OpenGL before 4.5)");
    }

    @Test
    void everyCallTellsIt() {
        try (TestContext _ = ContextKind.openAny(); Spout spout = Spout.open()) {
            requireTold();
            int texture = Drawing.texture(GlPixels.RGBA8, 8, 8, null);
            GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
            GlReceiver receiver = GlReceiver.of(spout.receiver(name).open());
            sender.send(texture, 8, 8);
            sender.finish();
            assertThat(receiver.receive(PATIENCE)).isTrue();
            sender.send(texture, 8, 8); // is on its way
            try (LostContext _ = new LostContext(Integer.MAX_VALUE)) {
                told("the GlSender of \"" + name + "\"", () -> sender.send(texture, 8, 8));
                told("the GlSender of \"" + name + "\"", () -> sender.sendFramebuffer(0, 8, 8));
                told("the GlSender of \"" + name + "\"", sender::finish);
                told("the GlReceiver of \"" + name + "\"", receiver::receive);
                told("the GlReceiver of \"" + name + "\"", () -> receiver.receiveInto(texture));
                sender.close();
                receiver.close();
                assertThat(spout.senders().find(name)).isEmpty();
                assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().contains(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingAsksNothingOfIt(boolean knownBefore) {
        try (TestContext _ = ContextKind.openAny(); Spout spout = Spout.open()) {
            requireTold();
            int texture = Drawing.texture(GlPixels.RGBA8, 8, 8, null);
            GlSender sender = GlSender.of(spout.sender(name).size(8, 8).open());
            sender.send(texture, 8, 8);
            try (LostContext _ = new LostContext(1)) {
                if (knownBefore) {
                    told("the GlSender of \"" + name + "\"", sender::finish); // and the driver has forgotten it when it is closed
                }
                sender.close();
            }
            // a frame of a lost context is no frame
            assertThat(sender.sender().frameCount()).isZero();
            assertThat(spout.senders().find(name)).isEmpty();
        }
    }

    private static void told(String owner, ThrowingCallable call) {
        assertThatExceptionOfType(SpoutException.class).isThrownBy(call)
                .withMessage("the OpenGL context of %s is lost, as the graphics driver was reset; make a new context "
                        + "and open it again there", owner);
    }
}
