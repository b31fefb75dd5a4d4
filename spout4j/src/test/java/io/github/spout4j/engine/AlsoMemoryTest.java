package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.Transport;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A texture's sender whose frames go by memory share as well. */
class AlsoMemoryTest {
    private static final int WIDTH = 17;
    private static final int HEIGHT = 9;

    /** A sender with both, and a receiver of each. */
    private record Both(Spout spout, SpoutSender sender, SpoutReceiver texture,
            SpoutReceiver memory) implements AutoCloseable {
        static Both open(PixelFormat format, boolean keyed) {
            Spout spout = EngineUnderTest.open();
            SpoutSender.Builder builder = spout.sender(UniqueName.of("both")).size(WIDTH, HEIGHT).format(format)
                    .alsoMemory();
            SpoutSender sender = (keyed ? builder.keyedMutex() : builder).open();
            if (sender.transport() != Transport.TEXTURE) {
                spout.close();
                assumeFalse(keyed, "this Direct3D makes no texture with a keyed mutex");
            }
            return new Both(spout, sender, spout.receiver(sender.name()).transport(Transport.TEXTURE).open(),
                    spout.receiver(sender.memoryName().orElseThrow()).transport(Transport.MEMORY).open());
        }

        static Both open() {
            return open(PixelFormat.BGRA8, false);
        }

        void requireReceived(int number, int width, int height) {
            Pattern.requireReceived(texture, number, width, height);
            Pattern.requireReceived(memory, number, width, height);
        }

        @Override
        public void close() {
            spout.close();
        }
    }

    @Test
    void whereMemoryShareIsTheTransportNothingIsAdded() {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("memory")).size(4, 4).transport(Transport.MEMORY)
                        .alsoMemory().open()) {
            assertThat(sender.memoryName()).contains(sender.name());
            assertThat(spout.senders().find(sender.name() + "_memory")).isEmpty();
        }
    }

    @Test
    void whoAsksForNoneHasNone() {
        try (Pair pair = Pair.open(4, 4)) {
            assertThat(pair.sender().memoryName().isPresent()).isNotEqualTo(EngineUnderTest.sharesTextures());
        }
    }

    @Test
    @WithTextures
    void theSecondIsAnOrdinarySenderButNotTheActiveOne() {
        try (Both both = Both.open()) {
            String name = both.sender().memoryName().orElseThrow();
            assertThat(name).isEqualTo(both.sender().name() + "_memory");
            SenderInfo listed = both.spout().senders().find(name).orElseThrow();
            assertThat(listed.transport()).isEqualTo(Transport.MEMORY);
            assertThat(listed.width()).isEqualTo(WIDTH);
            assertThat(listed.format()).contains(PixelFormat.BGRA8);
            assertThat(both.spout().senders().active().orElseThrow().name()).isEqualTo(both.sender().name());
            try (SpoutSender taken = both.spout().sender(UniqueName.of("other")).size(1, 1).open();
                    SpoutSender _ = both.spout().sender(taken.name() + "_x_memory").size(1, 1).open();
                    SpoutSender third = both.spout().sender(taken.name() + "_x").size(1, 1).alsoMemory().open()) {
                assertThat(third.memoryName()).contains(taken.name() + "_x_memory_1");
            }
            both.sender().close();
            assertThat(both.spout().senders().find(name)).isEmpty();
        }
    }

    @ParameterizedTest
    @WithTextures
    @ValueSource(strings = {"RGBA8", "BGRA8"})
    void everyFormOfSendingGoesBothWays(PixelFormat format) {
        try (Both both = Both.open(format, false)) {
            SpoutSender sender = both.sender();
            sender.send(Pattern.argb(1, WIDTH, HEIGHT));
            both.requireReceived(1, WIDTH, HEIGHT);
            sender.send(Pattern.bytes(2, WIDTH, HEIGHT, format));
            both.requireReceived(2, WIDTH, HEIGHT);
            sender.send(MemorySegment.ofArray(Pattern.bytes(3, WIDTH, HEIGHT, format)));
            both.requireReceived(3, WIDTH, HEIGHT);
            try (SpoutFrame frame = sender.nextFrame()) {
                frame.pixels().copyFrom(MemorySegment.ofArray(Pattern.spread(Pattern.bytes(4, WIDTH, HEIGHT, format),
                        WIDTH, (int) frame.rowPitch(), (byte) 0)));
            }
            both.requireReceived(4, WIDTH, HEIGHT);
            sender.resize(40, 30);
            sender.send(Pattern.argb(5, 40, 30));
            Pattern.requireReceived(both.texture(), 5, 40, 30);
            both.memory().close(); // lets the small memory go
            sender.send(Pattern.argb(6, 40, 30));
            try (SpoutReceiver memory = both.spout().receiver(sender.memoryName().orElseThrow()).open()) {
                Pattern.requireReceived(memory, 6, 40, 30);
            }
            assertThat(sender.frameCount()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @WithTextures
    @ValueSource(booleans = {false, true})
    void texturesAreReadBack(boolean keyed) {
        try (Both both = Both.open(PixelFormat.BGRA8, keyed); Pair source = Pair.open(WIDTH, HEIGHT)) {
            for (int number = 1; number <= 4; number++) {
                if (number == 3) {
                    source.sender().resize(30, 20);
                }
                source.send(number);
                TextureFrame frame = source.receiver().receiveTexture(PATIENCE).orElseThrow();
                assertThat(number % 2 == 0
                        ? both.sender().sendTexture(frame.texture())
                        : both.sender().sendShareHandle(frame.shareHandle())).isTrue();
                Pattern.requireReceived(both.texture(), number, frame.width(), frame.height());
                if (number != 3) { // the receiver may hold memory of the old size for a moment
                    Pattern.requireReceived(both.memory(), number, frame.width(), frame.height());
                } else {
                    both.memory().receive(SHORT).ifPresent(SpoutFrame::close);
                }
            }
        }
    }

    @ParameterizedTest
    @WithTextures
    @EnumSource
    void whateverTheAlphaBothCarryIt(Alpha alpha) {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("alpha")).size(WIDTH, HEIGHT)
                        .format(PixelFormat.RGBA8).alpha(alpha).alsoMemory().open();
                SpoutReceiver texture = spout.receiver(sender.name()).open();
                SpoutReceiver memory = spout.receiver(sender.memoryName().orElseThrow()).open()) {
            sender.send(Pattern.argb(1, WIDTH, HEIGHT));
            try (SpoutFrame one = texture.receive(PATIENCE).orElseThrow();
                    SpoutFrame other = memory.receive(PATIENCE).orElseThrow()) {
                assertThat(other.pixels().mismatch(one.pixels())).isEqualTo(-1);
            }
        }
    }

    @Test
    @WithTextures
    void whoReadsTheMemoryHoldsTheTextureNotUp() {
        try (Both both = Both.open()) {
            both.sender().send(Pattern.argb(1, WIDTH, HEIGHT));
            assertThat(both.memory().receive(PATIENCE, _ -> {
                assertThat(Threads.start(() -> both.sender().send(Pattern.argb(2, WIDTH, HEIGHT))).get()).isTrue();
                Pattern.requireReceived(both.texture(), 2, WIDTH, HEIGHT);
            })).isTrue();
            assertThat(both.memory().receive(SHORT)).isEmpty();
            both.sender().send(Pattern.argb(3, WIDTH, HEIGHT));
            assertThat(Pattern.requireReceived(both.memory(), 3, WIDTH, HEIGHT)).isEqualTo(2);
        }
    }

    @Test
    @WithTextures
    void bothArePausedAndRenamed() {
        try (Both both = Both.open()) {
            String old = both.sender().memoryName().orElseThrow();
            both.sender().pause();
            assertThat(both.spout().senders().find(old).orElseThrow().paused()).isTrue();
            assertThat(both.sender().send(Pattern.argb(1, WIDTH, HEIGHT))).isFalse();
            assertThat(both.memory().receive(SHORT)).isEmpty();
            both.sender().resume();
            String name = UniqueName.of("renamed");
            both.sender().rename(name);
            assertThat(both.sender().memoryName()).contains(name + "_memory");
            assertThat(both.spout().senders().find(old)).isEmpty();
            try (SpoutReceiver memory = both.spout().receiver(name + "_memory").open()) {
                both.sender().send(Pattern.argb(2, WIDTH, HEIGHT));
                assertThat(Pattern.requireReceived(memory, 2, WIDTH, HEIGHT)).isEqualTo(1);
            }
        }
    }

    @Test
    @WithTextures
    void aLongNameIsCutToMakeRoom() {
        String unique = UniqueName.of("long");
        String longName = unique + "n".repeat(239 - unique.length());
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(longName).size(1, 1)
                        .alsoMemory().open()) {
            assertThat(sender.memoryName().orElseThrow()).endsWith("_memory").hasSize(239);
        }
    }
}
