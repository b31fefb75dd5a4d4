package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.ComCount;
import io.github.spout4j.d3d11.UserCopy;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Textures out and in, for those who render by themselves; and who gets which way for pixels. */
class TexturesTest {
    private static final int WIDTH = 17;
    private static final int HEIGHT = 9;

    @ParameterizedTest
    @WithTextures
    @EnumSource
    void aReceivedTextureIsSentOn(PixelFormat format) {
        try (Pair pair = Pair.open(WIDTH, HEIGHT, format); Pair relay = Pair.open(1, 1)) {
            for (int number = 1; number <= 4; number++) {
                assertThat(pair.send(number)).isTrue();
                TextureFrame frame = pair.receiver().receiveTexture(PATIENCE).orElseThrow();
                assertThat(frame.width()).isEqualTo(WIDTH);
                assertThat(frame.height()).isEqualTo(HEIGHT);
                assertThat(frame.dxgiFormat()).isEqualTo(format.dxgiFormat());
                assertThat(frame.number()).isEqualTo(number);
                assertThat(frame.adapter()).isEqualTo(pair.sender().adapter().orElseThrow());
                assertThat(number % 2 == 0
                        ? relay.sender().sendTexture(frame.texture())
                        : relay.sender().sendShareHandle(frame.shareHandle())).isTrue();
                assertThat(relay.sender().width()).isEqualTo(WIDTH);
                assertThat(relay.sender().format()).isEqualTo(format);
                assertThat(Pattern.requireReceived(relay.receiver(), number, WIDTH, HEIGHT)).isEqualTo(number)
                        .isEqualTo(relay.sender().frameCount());
                assertThat(relay.receiver().receive(Duration.ZERO)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @WithTextures
    @EnumSource
    void whatIsDrawnToARenderTextureIsSent(PixelFormat format) {
        try (Pair pair = Pair.open(WIDTH, HEIGHT, format);
                Pair relay = Pair.open(1, 1);
                RenderTexture target = relay.sender().renderTexture(WIDTH, HEIGHT, format)) {
            assertThat(target.width()).isEqualTo(WIDTH);
            assertThat(target.height()).isEqualTo(HEIGHT);
            assertThat(target.dxgiFormat()).isEqualTo(format.dxgiFormat());
            assertThat(target.shareHandle()).isNotZero();
            assertThat(target.adapter()).isEqualTo(relay.sender().adapter().orElseThrow());
            for (int number = 1; number <= 2; number++) {
                assertThat(pair.send(number)).isTrue();
                assertThat(UserCopy.copy(pair.receiver().receiveTexture(PATIENCE).orElseThrow().texture(),
                        target.texture())).isTrue();
                assertThat(relay.sender().sendTexture(target.texture())).isTrue();
                assertThat(Pattern.requireReceived(relay.receiver(), number, WIDTH, HEIGHT)).isEqualTo(number);
            }
        }
    }

    /** As programs do that make a texture for each frame: addresses and handles of textures that are gone may come again. */
    @Test
    @WithTextures
    void texturesThatTakeEachOthersPlacesAreSentAsTheyAre() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT);
                Pair relay = Pair.open(1, 1);
                SpoutSender maker = pair.spout().sender(UniqueName.of("maker")).size(4, 4).open()) {
            int number = 0;
            for (int round = 0; round < 24; round++) {
                int width = WIDTH + round / 2 % 3;
                number++;
                pair.sender().resize(width, HEIGHT);
                assertThat(pair.send(number)).isTrue();
                long picture = pair.receiver().receiveTexture(PATIENCE).orElseThrow().texture();
                try (RenderTexture made = maker.renderTexture(width, HEIGHT, PixelFormat.RGBA8)) {
                    assertThat(UserCopy.copy(picture, made.texture())).isTrue();
                    assertThat(round % 2 == 0
                            ? relay.sender().sendTexture(made.texture())
                            : relay.sender().sendShareHandle(made.shareHandle())).isTrue();
                }
                assertThat(Pattern.requireReceived(relay.receiver(), number, width, HEIGHT)).isEqualTo(number);
            }
        }
    }

    @Test
    @WithTextures
    void aUsersTextureIsFreeAgainAfterTheCall() {
        try (Pair users = Pair.open(4, 4); Pair relay = Pair.open(4, 4)) {
            RenderTexture texture = users.sender().renderTexture(4, 4, PixelFormat.RGBA8);
            int before = ComCount.of(texture.texture());
            int device = ComCount.of(texture.device());
            assertThat(relay.sender().sendTexture(texture.texture())).isTrue();
            assertThat(ComCount.of(texture.texture())).isEqualTo(before);
            assertThat(ComCount.of(texture.device())).isEqualTo(device);
            texture.close();
            assertThat(relay.receiver().receive(PATIENCE)).isPresent();
        }
    }

    @Test
    @WithTextures
    void theSameTextureIsHandedOutUntilTheSizeChanges() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT)) {
            pair.send(1);
            TextureFrame first = pair.receiver().receiveTexture(PATIENCE).orElseThrow();
            long texture = first.texture();
            long handle = first.shareHandle();
            assertThat(pair.receiver().receiveTexture(SHORT)).isEmpty();
            pair.send(2);
            assertThat(pair.receiver().receiveTexture(PATIENCE)).containsSame(first);
            assertThat(first.texture()).isEqualTo(texture).isNotZero();
            assertThat(first.shareHandle()).isEqualTo(handle).isNotZero();
            assertThat(first.device()).isNotZero();
            pair.sender().resize(4, 4);
            pair.send(3);
            TextureFrame next = pair.receiver().receiveTexture(PATIENCE).orElseThrow();
            assertThat(next.shareHandle()).isNotEqualTo(handle);
            assertThat(next.width()).isEqualTo(4);
        }
    }

    @Test
    @WithTextures
    void texturesAndPixelsAreReceivedInTurn() {
        for (ReceiveMode mode : ReceiveMode.values()) {
            try (Pair pair = Pair.open(WIDTH, HEIGHT);
                    SpoutReceiver receiver = pair.spout().receiver(pair.sender().name()).mode(mode).open()) {
                for (int number = 1; number <= 10; number++) {
                    pair.send(number);
                    if (number % 2 == 0) {
                        assertThat(receiver.receiveTexture(PATIENCE).orElseThrow().number()).isEqualTo(number);
                    } else {
                        assertThat(Pattern.requireReceived(receiver, number, WIDTH, HEIGHT)).isEqualTo(number);
                    }
                }
            }
        }
    }

    @Test
    @WithTextures
    void whatIsNoTextureIsRefusedAndLeavesTheSenderWell() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT)) {
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().sendTexture(0))
                    .withMessageContaining("0");
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().sendShareHandle(0));
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> pair.sender().sendShareHandle(-0x1234))
                    .withMessageContaining(pair.sender().name()).withMessageContaining("0xffffffffffffedcc");
            pair.send(1);
            assertThat(Pattern.requireReceived(pair.receiver(), 1, WIDTH, HEIGHT)).isEqualTo(1);
        }
    }

    @Test
    void memoryShareTakesAndGivesNone() {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("memory")).size(4, 4).transport(Transport.MEMORY)
                        .open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            assertThat(sender.transport()).isEqualTo(Transport.MEMORY);
            assertThat(sender.adapter()).isEmpty();
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> sender.sendTexture(1))
                    .withMessageContaining("memory share");
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> sender.renderTexture(4, 4, PixelFormat.RGBA8))
                    .withMessageContaining("memory share");
            sender.send(Pattern.argb(1, 4, 4));
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> receiver.receiveTexture(PATIENCE))
                    .withMessageContaining("memory share");
            Pattern.requireReceived(receiver, 1, 4, 4);
        }
    }

    @Test
    void aReceiverThatInsistsSaysWhatTheSenderOffers() {
        try (Pair pair = Pair.open(4, 4)) {
            Transport wrong = EngineUnderTest.sharesTextures() ? Transport.MEMORY : Transport.TEXTURE;
            pair.send(1);
            try (SpoutReceiver receiver = pair.spout().receiver(pair.sender().name()).transport(wrong).open()) {
                assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> receiver.receive(PATIENCE))
                        .withMessageContaining(pair.sender().name()).withMessageContaining("memory share")
                        .withMessageContaining("a shared texture");
            }
            try (SpoutReceiver receiver = pair.spout().receiver(pair.sender().name())
                    .transport(EngineUnderTest.transport()).open()) {
                Pattern.requireReceived(receiver, 1, 4, 4);
            }
        }
    }

    @Test
    @WithTextures
    void bothWaysSideBySide() {
        try (Pair textures = Pair.open(4, 4);
                SpoutSender memory = textures.spout().sender(UniqueName.of("memory")).size(4, 4)
                        .transport(Transport.MEMORY).open();
                SpoutReceiver receiver = textures.spout().receiver(memory.name()).open()) {
            for (int number = 1; number <= 5; number++) {
                textures.send(number);
                memory.send(Pattern.argb(-number, 4, 4));
                Pattern.requireReceived(textures.receiver(), number, 4, 4);
                Pattern.requireReceived(receiver, -number, 4, 4);
            }
        }
    }

    @Test
    @WithTextures
    void aSenderIsOnTheAdapterThatItAsksFor() {
        try (Spout spout = EngineUnderTest.open()) {
            assertThat(spout.adapters()).isNotEmpty();
            for (Adapter adapter : spout.adapters()) {
                try (SpoutSender sender = spout.sender(UniqueName.of("adapter")).size(4, 4).adapter(adapter).open();
                        SpoutReceiver receiver = spout.receiver(sender.name()).adapter(adapter).open()) {
                    assertThat(sender.adapter()).contains(adapter);
                    sender.send(Pattern.argb(1, 4, 4));
                    Pattern.requireReceived(receiver, 1, 4, 4);
                }
            }
        }
    }

    @Test
    void whereTexturesDoNotWorkInsistingOnThemIsAnErrorAndMemoryShareIsChosen() {
        assumeFalse(EngineUnderTest.sharesTextures(), "textures work here");
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("insists");
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> spout.sender(name).size(4, 4).transport(Transport.TEXTURE).open())
                    .withMessageContaining(name).withMessageContaining("memory share")
                    .withMessageContaining(EngineUnderTest.texturesMissing().orElseThrow());
            assertThat(spout.senders().find(name)).isEmpty();
            try (SpoutSender sender = spout.sender(name).size(4, 4).open()) {
                assertThat(sender.transport()).isEqualTo(Transport.MEMORY);
            }
        }
    }

    @Test
    @WithTextures
    void insistingOnTexturesGivesThem() {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("insists")).size(4, 4).transport(Transport.TEXTURE)
                        .open()) {
            assertThat(sender.transport()).isEqualTo(Transport.TEXTURE);
        }
    }
}
