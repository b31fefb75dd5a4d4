package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.ALLOW_ACCESS;
import static io.github.spout4j.peer.GenuineMethod.CHECK_ACCESS;
import static io.github.spout4j.peer.GenuineMethod.CREATE_ACCESS_MUTEX;
import static io.github.spout4j.peer.GenuineMethod.ENABLE_FRAME_COUNT;
import static io.github.spout4j.peer.GenuineMethod.FRAME_NEW;
import static io.github.spout4j.peer.GenuineMethod.GET_NEW_FRAME;
import static io.github.spout4j.peer.GenuineMethod.SENDER_FRAME;
import static io.github.spout4j.peer.GenuineMethod.WHOLE_INFO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.InProcessHandles;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the SDK's classes see of our senders of textures: all but the pixels, which need a system that shares handles. */
@GenuineTest
class GenuineTextureTest extends AgainstGenuine {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int INFO_BYTES = 280;
    private static final int DESCRIPTION = 20;
    private static final int PARTNER_ID = 276;
    private static final int GL_DX = 0x40000000;

    private Spout textures;
    private boolean counted;

    @BeforeEach
    void open() {
        textures = Spout.open("textures-in-process");
        counted = spout.settings().frameCount();
        spout.settings().frameCount(true);
    }

    @AfterEach
    void close() {
        spout.settings().frameCount(counted);
        textures.close();
    }

    private SpoutSender sender(int width, int height, PixelFormat format) {
        return textures.sender(UniqueName.of("ours")).size(width, height).format(format).open();
    }

    private static ByteBuffer wholeInfo(String name) {
        return ByteBuffer.wrap(Genuine.bytes(genuine.call(WHOLE_INFO, name, INFO_BYTES).get(1)))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Waits until the frame that was sent last is where receivers look. */
    private void settle(SpoutSender sender) {
        Await.until("the frame is counted", PATIENCE,
                () -> spout.senders().find(sender.name()).orElseThrow().frame() == sender.frameCount());
    }

    @ParameterizedTest
    @EnumSource
    void itReadsWhatWePublish(PixelFormat format) {
        try (SpoutSender sender = sender(33, 22, format)) {
            SenderInfo ours = textures.senders().find(sender.name()).orElseThrow();
            assertThat(ours.transport()).isEqualTo(Transport.TEXTURE);
            assertThat(genuine.info(sender.name())).contains(
                    new GenuineInfo(sender.name(), 33, 22, ours.shareHandle(), format.dxgiFormat()));
            assertThat(ours.shareHandle()).as("a handle beyond 31 bits keeps its sign").isNegative();
            assertThat(genuine.findActive()).map(GenuineInfo::name).contains(sender.name());
        }
    }

    @Test
    void allBytesAreAsItWritesThem() {
        String theirs = UniqueName.of("theirs");
        try (SpoutSender sender = sender(33, 22, PixelFormat.BGRA8)) {
            int handle = (int) textures.senders().find(sender.name()).orElseThrow().shareHandle();
            genuine.createSender(theirs, 33, 22, handle, 87);
            assertThat(genuine.isTrue(GenuineMethod.SET_ID, theirs, false, true)).isTrue();
            ByteBuffer ours = wholeInfo(sender.name());
            // the peer runs on the same java.exe
            assertThat(ours.array()).isEqualTo(wholeInfo(theirs).array());
            assertThat(ours.getInt(0)).isEqualTo(handle);
            assertThat(ours.getInt(16)).as("usage").isZero();
            assertThat(new String(ours.array(), DESCRIPTION, 255, StandardCharsets.US_ASCII))
                    .contains("java.exe");
            assertThat(ours.getInt(PARTNER_ID)).isEqualTo(GL_DX);
        }
    }

    @Test
    void itSeesANewTextureWithItsFirstFrame() {
        try (SpoutSender sender = sender(8, 8, PixelFormat.RGBA8)) {
            sender.send(new int[64]);
            settle(sender);
            GenuineInfo before = genuine.info(sender.name()).orElseThrow();
            sender.resize(30, 20);
            assertThat(genuine.info(sender.name())).contains(before);
            sender.send(new int[600]);
            settle(sender);
            GenuineInfo after = genuine.info(sender.name()).orElseThrow();
            assertThat(after.width()).isEqualTo(30);
            assertThat(after.height()).isEqualTo(20);
            assertThat(after.handle()).isNotEqualTo(before.handle());
        }
    }

    @Test
    void itCountsOurFramesAsWeDo() {
        try (SpoutSender sender = sender(8, 8, PixelFormat.RGBA8)) {
            genuine.call(ENABLE_FRAME_COUNT, sender.name());
            for (int number = 1; number <= 60; number++) {
                assertThat(sender.send(new int[64])).isTrue();
                if (number % 10 == 0) {
                    settle(sender);
                    assertThat(genuine.isTrue(GET_NEW_FRAME)).isTrue();
                    assertThat(genuine.isTrue(FRAME_NEW)).isTrue();
                    assertThat(genuine.number(SENDER_FRAME)).isEqualTo(number);
                    assertThat(sender.frameCount()).isEqualTo(number);
                    assertThat(genuine.isTrue(GET_NEW_FRAME)).as("the same frame again").isFalse();
                }
            }
        }
    }

    @Test
    void itsAccessKeepsOurSenderAndReceiverOut() {
        int[] frame = new int[64];
        try (SpoutSender sender = sender(8, 8, PixelFormat.RGBA8);
                SpoutReceiver receiver = textures.receiver(sender.name()).open()) {
            Arrays.fill(frame, 1);
            assertThat(sender.send(frame)).isTrue();
            settle(sender);
            assertThat(genuine.isTrue(CREATE_ACCESS_MUTEX, sender.name())).isTrue();
            assertThat(genuine.isTrue(CHECK_ACCESS)).isTrue();
            assertThat(receiver.receive(Duration.ofMillis(150))).isEmpty();
            assertThat(sender.send(frame)).isTrue();
            assertThat(sender.send(frame)).isTrue();
            assertThat(sender.send(frame)).as("two are on their way").isFalse();
            assertThat(spout.senders().find(sender.name()).orElseThrow().frame()).isEqualTo(1);
            genuine.call(ALLOW_ACCESS);
            settle(sender);
            try (SpoutFrame received = receiver.receive(PATIENCE).orElseThrow()) {
                assertThat(received.number()).isEqualTo(3);
            }
        }
    }

    @Test
    void ourSenderKeepsItOutUntilTheFrameIsComplete() {
        try (SpoutSender sender = sender(8, 8, PixelFormat.RGBA8)) {
            assertThat(sender.send(new int[64])).isTrue();
            settle(sender);
            genuine.call(ENABLE_FRAME_COUNT, sender.name());
            assertThat(genuine.isTrue(GET_NEW_FRAME)).isTrue();
            assertThat(genuine.isTrue(CREATE_ACCESS_MUTEX, sender.name())).isTrue();
            InProcessHandles.lastDevice().hang(true);
            assertThat(sender.send(new int[64])).isTrue();
            Await.until("it is kept out", PATIENCE, () -> {
                boolean kept = !genuine.isTrue(CHECK_ACCESS);
                if (!kept) {
                    genuine.call(ALLOW_ACCESS);
                }
                return kept;
            });
            assertThat(genuine.number(SENDER_FRAME)).isEqualTo(1);
            InProcessHandles.lastDevice().hang(false);
            settle(sender);
            assertThat(genuine.isTrue(CHECK_ACCESS)).isTrue();
            assertThat(genuine.isTrue(GET_NEW_FRAME)).isTrue();
            assertThat(genuine.number(SENDER_FRAME)).isEqualTo(2);
            genuine.call(ALLOW_ACCESS);
        }
    }

    @Test
    void itsSenderIsReceivedByItsHandleOrRefusedWithIt() {
        String theirs = UniqueName.of("theirs");
        genuine.createSender(theirs, 8, 8, -77, 87);
        genuine.call(ENABLE_FRAME_COUNT, theirs);
        genuine.call(GenuineMethod.SET_NEW_FRAME);
        try (SpoutReceiver receiver = textures.receiver(theirs).open()) {
            assertThat(catchThrowable(() -> receiver.receive(PATIENCE)))
                    .hasMessageContaining(theirs).hasMessageContaining("0xffffffffffffffb3");
        }
    }
}
