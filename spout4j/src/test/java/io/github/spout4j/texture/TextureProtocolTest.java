package io.github.spout4j.texture;

import static io.github.spout4j.texture.TextureWay.PATIENCE;
import static io.github.spout4j.texture.TextureWay.requireFrame;
import static io.github.spout4j.texture.TextureWay.requireNone;
import static io.github.spout4j.texture.TextureWay.requireOpen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.ComCount;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.Direct3DTest;
import io.github.spout4j.d3d11.InProcessHandles;
import io.github.spout4j.d3d11.OddTextures;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.LockHolder;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import io.github.spout4j.transport.PixelWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others see of a sender's textures, and when; what a reader believes. */
@Direct3DTest
class TextureProtocolTest {
    private static final FrameShape SHAPE = TextureWay.rgba(16, 8);
    private static final int R32_UINT = 42;
    private static final Duration HINDERED = Duration.ofMillis(1100);

    @Test
    void theMutexIsHeldUntilTheCopyIsCompleteAndCounted() {
        try (TextureWay way = new TextureWay(SHAPE); AccessMutex peer = new AccessMutex(way.objects, way.name)) {
            way.sendThrough(SHAPE, 1);
            way.device().hang(true);
            assertThat(way.send(SHAPE, 2, 0)).as("handed over").isTrue();
            Await.until("the copy begins under the mutex", PATIENCE, () -> held(peer));
            assertThat(way.count()).as("not counted before it is complete").isEqualTo(1);
            assertThat(held(peer)).isTrue();
            way.device().hang(false);
            way.awaitCount(2);
            assertThat(peer.acquire(TextureWay.PATIENCE_MILLIS)).isEqualTo(WaitResult.SIGNALLED);
            peer.release();
        }
    }

    private static boolean held(AccessMutex mutex) {
        boolean free = mutex.acquire(0).owned();
        if (free) {
            mutex.release();
        }
        return !free;
    }

    @Test
    void aNewTextureIsToldOfUnderTheMutexWhenItsFirstFrameIsComplete() {
        FrameShape next = TextureWay.rgba(5, 4);
        try (TextureWay way = new TextureWay(SHAPE)) {
            way.sendThrough(SHAPE, 1);
            int old = way.publishedHandle();
            try (LockHolder _ = LockHolder.of(way.objects, way.name + "_SpoutAccessMutex")) {
                assertThat(way.send(next, 2, 1000)).isTrue();
                assertThat(way.publishedHandle()).isEqualTo(old);
                assertThat(way.count()).isEqualTo(1);
            }
            way.awaitCount(2);
            assertThat(way.publishedHandle()).isNotEqualTo(old);
        }
    }

    @Test
    void nothingIsCountedWhileSomebodyHoldsTheMutexAndTheSenderIsTold() {
        try (TextureWay way = new TextureWay(SHAPE)) {
            way.sendThrough(SHAPE, 1);
            try (LockHolder holder = LockHolder.of(way.objects, way.name + "_SpoutAccessMutex")) {
                assertThat(holder.result()).isEqualTo(WaitResult.SIGNALLED);
                assertThat(way.send(SHAPE, 2, 1000)).isTrue();
                assertThat(way.send(SHAPE, 3, 1000)).isTrue();
                long start = System.nanoTime();
                assertThat(way.send(SHAPE, 4, 1000)).as("there is no place for a third one").isFalse();
                assertThat((System.nanoTime() - start) / 1_000_000).isBetween(999L, 5000L);
                assertThat(way.count()).isEqualTo(1);
            }
            way.awaitCount(3);
            requireFrame(way.reader(ReceiveMode.LOWEST_LATENCY), 3, SHAPE, 3);
        }
    }

    @Test
    void aReaderWaitsForTheMutexAndNoLonger() {
        try (TextureWay way = new TextureWay(SHAPE)) {
            way.sendThrough(SHAPE, 1);
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            try (LockHolder _ = LockHolder.of(way.objects, way.name + "_SpoutAccessMutex")) {
                assertThat(reader.begin(PixelReader.Form.PIXELS, 30)).isEqualTo(PixelReader.Access.BUSY);
            }
            requireFrame(reader, 1, SHAPE, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReaderHoldsTheMutexUntilItsOwnCopyIsCompleteAndNotWhileItReads(ReceiveMode mode) throws Exception {
        try (TextureWay way = new TextureWay(SHAPE); AccessMutex peer = new AccessMutex(way.objects, way.name)) {
            way.sendThrough(SHAPE, 7);
            TextureReader reader = way.reader(mode);
            way.device().hang(true);
            PixelReader.Access[] result = new PixelReader.Access[1];
            Thread thread = Thread.ofPlatform()
                    .start(() -> result[0] = reader.begin(PixelReader.Form.PIXELS, 1000));
            Await.until("the reader copies under the mutex", PATIENCE, () -> held(peer));
            way.device().hang(false);
            thread.join();
            Await.until("the frame", PATIENCE, () -> result[0] == PixelReader.Access.READY
                    || reader.begin(PixelReader.Form.PIXELS, 50) == PixelReader.Access.READY);
            assertThat(held(peer)).as("while the frame is read").isFalse();
            requireOpen(reader, 1, SHAPE, 7);
            reader.end();
        }
    }

    @Test
    void aGpuThatHangsIsAnErrorOfTheSenderWhichGoesOn() {
        try (TextureWay way = new TextureWay(SHAPE)) {
            way.sendThrough(SHAPE, 1);
            way.device().hang(true);
            assertThat(way.send(SHAPE, 2, 1000)).isTrue();
            Await.until("the sender is told", PATIENCE, () -> {
                try {
                    way.writer().begin(SHAPE, 0);
                    way.writer().abort();
                    return false;
                } catch (SpoutException e) {
                    assertThat(e).hasMessageContaining(way.name.text()).hasMessageContaining("2000 ms");
                    return true;
                }
            });
            way.device().hang(false);
            assertThat(way.count()).as("the lost frame is not counted").isEqualTo(1);
            way.sendThrough(SHAPE, 3);
            requireFrame(way.reader(ReceiveMode.LOWEST_LATENCY), way.writer().number(), SHAPE, 3);
        }
    }

    @Test
    void numbersGoOnFromTheLastOneThatReceiversKnow() {
        try (TextureWay way = new TextureWay(SHAPE);
                NamedSemaphore kept = way.objects.createSemaphore(way.name + "_Count_Semaphore", 41, 1 << 30)) {
            assertThat(way.count()).isEqualTo(40);
            assertThat(way.writer().number()).isEqualTo(40);
            assertThat(way.count()).as("nobody takes the old frame for one of the new sender").isZero();
            way.sendThrough(SHAPE, 1);
            assertThat(way.writer().number()).isEqualTo(41);
            kept.acquire(0);
            kept.acquire(0);
            way.sendThrough(SHAPE, 2);
            assertThat(way.count()).as("though somebody took from the count").isEqualTo(42);
        }
    }

    @Test
    void whatAReaderThatDiedWithTheMutexLeftIsNoFrame() throws Exception {
        try (TextureWay way = new TextureWay(SHAPE); AccessMutex doomed = new AccessMutex(way.objects, way.name)) {
            way.sendThrough(SHAPE, 1);
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            requireFrame(reader, 1, SHAPE, 1);
            way.sendThrough(SHAPE, 2);
            Thread.ofPlatform().start(() -> doomed.acquire(1000)).join();
            requireNone(reader);
            assertThat(way.count()).isZero();
            way.sendThrough(SHAPE, 3);
            requireFrame(reader, 3, SHAPE, 3);
            Thread.ofPlatform().start(() -> doomed.acquire(1000)).join();
            way.sendThrough(SHAPE, 4);
            requireFrame(reader, 4, SHAPE, 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void handleSizeAndFormatAreFollowed(ReceiveMode mode) {
        try (TextureWay way = new TextureWay(SHAPE)) {
            TextureReader reader = way.reader(mode);
            int number = 0;
            for (FrameShape shape : new FrameShape[]{SHAPE, TextureWay.rgba(3, 50),
                    new FrameShape(3, 50, PixelFormat.BGRA8), new FrameShape(16, 8, PixelFormat.RGBA16F), SHAPE}) {
                for (int frame = 0; frame < 3; frame++) {
                    number++;
                    way.sendThrough(shape, number);
                    requireFrame(reader, number, shape, number);
                    requireNone(reader);
                }
            }
        }
    }

    @Test
    void anOldTextureLivesForASecond() {
        try (TextureWay way = new TextureWay(SHAPE)) {
            way.sendThrough(SHAPE, 1);
            int old = way.publishedHandle();
            way.sendThrough(TextureWay.rgba(4, 4), 2);
            long start = System.nanoTime();
            assertThat(way.publishedHandle()).isNotEqualTo(old);
            assertThat(way.opens(old)).isTrue();
            int[] side = {4};
            Await.until("it is freed with a later change", PATIENCE, () -> {
                side[0] = 12 - side[0];
                way.sendThrough(TextureWay.rgba(side[0], 4), 3);
                return !way.opens(old);
            });
            assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThan(950);
        }
    }

    @Test
    void handlesAreHalvesWithASign() {
        try (TextureWay way = new TextureWay(SHAPE)) {
            assertThat(way.publishedHandle()).as("a handle beyond 31 bits").isNegative()
                    .isEqualTo((int) way.first.handle());
            assertThat(way.first.handle()).isNegative();
            way.sendThrough(SHAPE, 1);
            requireFrame(way.reader(ReceiveMode.LOWEST_LATENCY), 1, SHAPE, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x1_0000_0001L, 0x8000_0000L})
    void aHandleThatNobodyCouldOpenIsNeverPublished(long handle) {
        TextureSystem odd = new TextureSystem(new SharedHandles() {
            @Override
            public long handleOf(Texture texture) {
                return handle;
            }

            @Override
            public Texture open(Device device, long opened) {
                throw new AssertionError("opened " + opened);
            }
        });
        assertThat(odd.unavailable()).hasValueSatisfying(reason -> assertThat(reason)
                .contains("0x" + Long.toHexString(handle)).contains("no Spout program can open"));
    }

    @ParameterizedTest
    @EnumSource
    void everyModeGivesTheNewestInTheEndAndNothingTwice(ReceiveMode mode) {
        try (TextureWay way = new TextureWay(SHAPE)) {
            TextureReader reader = way.reader(mode);
            long last = 0;
            for (int number = 1; number <= 30; number++) {
                assertThat(way.send(SHAPE, number, 5000)).isTrue();
                if (reader.begin(PixelReader.Form.PIXELS, 100) == PixelReader.Access.READY) {
                    assertThat(reader.number()).isGreaterThan(last);
                    last = reader.number();
                    requireOpen(reader, last, SHAPE, (int) last);
                    reader.end();
                }
            }
            while (last < 30) {
                long before = last;
                Await.until("a frame after " + before, PATIENCE,
                        () -> reader.begin(PixelReader.Form.PIXELS, 50) == PixelReader.Access.READY);
                assertThat(reader.number()).isGreaterThan(last);
                last = reader.number();
                requireOpen(reader, last, SHAPE, (int) last);
                reader.end();
            }
            requireNone(reader);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFrameThatIsGivenBackComesAgain(ReceiveMode mode) {
        try (TextureWay way = new TextureWay(SHAPE)) {
            TextureReader reader = way.reader(mode);
            way.sendThrough(SHAPE, 1);
            Await.until("the frame", PATIENCE,
                    () -> reader.begin(PixelReader.Form.PIXELS, 50) == PixelReader.Access.READY);
            reader.giveBack();
            assertThat(reader.begin(PixelReader.Form.PIXELS, 50)).isEqualTo(PixelReader.Access.READY);
            requireOpen(reader, 1, SHAPE, 1);
            reader.end();
            requireNone(reader);
        }
    }

    @Test
    void aUsersTextureIsTheNextFrameAndStaysTheirs() {
        FrameShape shape = new FrameShape(9, 7, PixelFormat.BGRA8);
        try (TextureWay way = new TextureWay(SHAPE);
                Texture users = Texture.shared(way.device(), 9, 7, shape.format().dxgiFormat(), Texture.Sharing.NONE)) {
            way.sendThrough(SHAPE, 1);
            int before = ComCount.of(users.address());
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            for (int number = 2; number <= 4; number++) {
                assertThat(way.writer().publish(PixelWriter.Foreign.TEXTURE, users.address(), 5000)).isEqualTo(shape);
                assertThat(way.count()).as("returns when it is counted").isEqualTo(number)
                        .isEqualTo((int) way.writer().number());
                requireFrame(reader, number, shape, 0);
            }
            assertThat(ComCount.of(users.address())).isEqualTo(before);
            try (LockHolder _ = LockHolder.of(way.objects, way.name + "_SpoutAccessMutex")) {
                assertThat(way.writer().publish(PixelWriter.Foreign.TEXTURE, users.address(), 50)).isNull();
            }
            assertThat(way.count()).isEqualTo(4);
            way.sendThrough(SHAPE, 5);
            requireFrame(reader, 5, SHAPE, 5);
        }
    }

    @Test
    void texturesThatSpoutHasNotAreRefusedAndHinderReceivers() {
        try (TextureWay way = new TextureWay(SHAPE);
                Texture mips = OddTextures.withTwoMips(way.device(), 28);
                Texture slices = OddTextures.withThreeSlices(way.device(), 28);
                Texture strange = Texture.shared(way.device(), 4, 4, R32_UINT, Texture.Sharing.NONE)) {
            for (Texture odd : new Texture[]{mips, slices, strange}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> way.writer().publish(PixelWriter.Foreign.TEXTURE, odd.address(), 1000))
                        .withMessageContaining(odd == strange ? "42" : "mip levels");
            }
            way.sendThrough(SHAPE, 1);
            way.publish(SHAPE, (int) way.textures.handleOf(mips));
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            assertThat(reader.begin(PixelReader.Form.PIXELS, 50)).isEqualTo(PixelReader.Access.HINDERED);
            assertThat(reader.problem()).contains(way.name.text()).contains("mip levels");
            way.publish(SHAPE, way.first.shareHandle());
            requireFrame(reader, 1, SHAPE, 1);
        }
    }

    @Test
    void aTextureOfADeviceWhereOursCannotBeOpenedIsAnErrorAndTheSenderGoesOn() {
        try (TextureWay way = new TextureWay(SHAPE);
                Device other = Device.on(way.device().adapter());
                Texture users = Texture.shared(other, 16, 8, 28, Texture.Sharing.NONE)) {
            // the test double shares on one device alone
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> way.writer().publish(PixelWriter.Foreign.TEXTURE, users.address(), 1000))
                    .withMessageContaining("OpenSharedResource");
            way.sendThrough(SHAPE, 1);
            requireFrame(way.reader(ReceiveMode.LOWEST_LATENCY), 1, SHAPE, 1);
        }
    }

    @Test
    void theTextureIsBelievedAndNotWhatTheSenderSaysOfIt() {
        try (TextureWay way = new TextureWay(SHAPE)) {
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            int number = 0;
            for (int[] lie : new int[][]{{16, 8, 28}, {9999, 9999, 28}, {-1, 0, 28}, {16, 8, 2}, {16, 8, 12345}}) {
                number++;
                way.publish(way.first.shareHandle(), lie[0], lie[1], lie[2]);
                way.sendThrough(SHAPE, number);
                requireFrame(reader, number, SHAPE, number);
            }
        }
    }

    @Test
    void aHandleThatDoesNotOpenHindersAndIsTriedNowAndThen() {
        AtomicInteger tries = new AtomicInteger();
        InProcessHandles handles = new InProcessHandles();
        SharedHandles counting = new SharedHandles() {
            @Override
            public long handleOf(Texture texture) {
                return handles.handleOf(texture);
            }

            @Override
            public Texture open(Device device, long handle) {
                tries.incrementAndGet();
                return handles.open(device, handle);
            }
        };
        try (TextureWay way = new TextureWay(SHAPE, counting)) {
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            way.sendThrough(SHAPE, 1);
            way.publish(SHAPE, 0x1234);
            assertThat(reader.begin(PixelReader.Form.PIXELS, 10)).isEqualTo(PixelReader.Access.HINDERED);
            way.publish(SHAPE, way.first.shareHandle());
            requireFrame(reader, 1, SHAPE, 1);
            way.publish(SHAPE, -0x1234);
            way.sendThrough(SHAPE, 2);
            tries.set(0);
            long end = System.nanoTime() + HINDERED.toNanos();
            while (System.nanoTime() - end < 0) {
                assertThat(reader.begin(PixelReader.Form.PIXELS, 10)).isEqualTo(PixelReader.Access.HINDERED);
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(reader.problem()).contains(way.name.text()).contains("0xffffffffffffedcc")
                    .contains("E_INVALIDARG");
            assertThat(tries.get()).as("each try may make devices").isBetween(2, 5 * way.textures.adapters().size());
            way.publish(SHAPE, way.first.shareHandle());
            requireFrame(reader, 2, SHAPE, 2);
        }
    }

    @Test
    void noHandleIsNoTexture() {
        try (TextureWay way = new TextureWay(SHAPE)) {
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            way.sendThrough(SHAPE, 1);
            way.publish(SHAPE, 0);
            assertThat(reader.begin(PixelReader.Form.PIXELS, 50)).isEqualTo(PixelReader.Access.LOST);
            assertThat(reader.rest()).isFalse();
        }
    }

    @Test
    void aFormatThatNobodyKnowsHindersAndIsNamed() {
        try (TextureWay way = new TextureWay(SHAPE);
                Texture strange = Texture.shared(way.device(), 4, 4, R32_UINT, Texture.Sharing.PLAIN)) {
            way.sendThrough(SHAPE, 1);
            way.publish(SHAPE, (int) way.textures.handleOf(strange));
            TextureReader reader = way.reader(ReceiveMode.LOWEST_LATENCY);
            assertThat(reader.begin(PixelReader.Form.PIXELS, 50)).isEqualTo(PixelReader.Access.HINDERED);
            assertThat(reader.problem()).contains(way.name.text()).contains("42");
        }
    }
}
