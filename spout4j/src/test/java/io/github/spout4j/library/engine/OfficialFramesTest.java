package io.github.spout4j.library.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Setting;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.kernel.win32.Win32System;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Which frames come through an official SpoutLibrary.dll, and that each bit of them does, in every format that it shares. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll runs on Windows alone")
@EnabledIfSystemProperty(named = "spout.library", matches = ".+", disabledReason = "name an official SpoutLibrary.dll by -Dspout.library=PATH")
class OfficialFramesTest {
    private static final int WIDTH = 317;
    private static final int HEIGHT = 43;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(150);
    /** Longer than the DLL waits for the pixels. */
    private static final Duration HELD = Duration.ofMillis(250);

    private static final int FRAMES = 60;

    private final Arena arena = Arena.ofShared();
    private final String name = UniqueName.of("library");
    private Spout official;
    private Spout direct;
    private OptionalInt counting;

    @BeforeEach
    void open() {
        official = Spout.open(Path.of(System.getProperty("spout.library")));
        direct = Spout.open("direct");
        counting = direct.settings().stored(Setting.FRAME_COUNT);
    }

    @AfterEach
    void close() {
        official.close();
        counting.ifPresentOrElse(value -> direct.settings().set(Setting.FRAME_COUNT, value),
                () -> direct.settings().unset(Setting.FRAME_COUNT));
        direct.close();
        arena.close();
    }

    private Spout engine(String named) {
        return named.equals("direct") ? direct : official;
    }

    /** Skips, with the reason that the engine gives, where such pixels cannot be shared. */
    private SpoutSender sender(String engine, PixelFormat format) {
        try {
            return engine(engine).sender(name).size(WIDTH, HEIGHT).format(format).open();
        } catch (SpoutException e) {
            assertThat(e).hasMessageContaining(name);
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    /** Skips formats that need a function which not all builds have. */
    private static void assumeShared(PixelFormat format) {
        try (SpoutLibrary library = SpoutLibrary.open(Path.of(System.getProperty("spout.library")))) {
            assumeTrue(DllFormat.isImage(format) || DllTexture.isGivenBy(library.layout()),
                    library.layout() + " gives no textures away, so it shares RGBA8 and BGRA8 alone");
        }
    }

    private MemorySegment noise(long seed, PixelFormat format) {
        byte[] bytes = new byte[WIDTH * HEIGHT * format.bytesPerPixel()];
        new SplittableRandom(seed).nextBytes(bytes);
        return arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    }

    static Stream<Arguments> formatsBothWays() {
        return DllFormat.shared().stream().flatMap(format -> Stream.of(Arguments.of("library", "library", format),
                Arguments.of("direct", "library", format), Arguments.of("library", "direct", format)));
    }

    @ParameterizedTest
    @MethodSource("formatsBothWays")
    void everyBitArrives(String from, String to, PixelFormat format) {
        assumeShared(format);
        try (SpoutSender sender = sender(from, format); SpoutReceiver receiver = engine(to).receiver(name).open()) {
            for (int seed = 1; seed <= 3; seed++) {
                MemorySegment sent = noise(seed, format);
                assertThat(sender.send(sent)).isTrue();
                assertThat(bytes(receiver, format, sent)).isTrue();
            }
        }
    }

    /** Whether a frame with these bytes comes. */
    private boolean bytes(SpoutReceiver receiver, PixelFormat format, MemorySegment expected) {
        MemorySegment received = arena.allocate(expected.byteSize());
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline) {
            try (SpoutFrame frame = receiver.receive(MOMENT).orElse(null)) {
                if (frame != null && frame.format() == format) {
                    frame.copyTo(received, PixelLayout.of(format));
                    if (received.mismatch(expected) == -1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void aSenderGoesOnInAnotherFormat() {
        assumeShared(PixelFormat.RGBA16F);
        try (SpoutSender sender = sender("library", PixelFormat.RGBA8);
                SpoutReceiver receiver = official.receiver(name).open()) {
            for (PixelFormat format : List.of(PixelFormat.RGBA16F, PixelFormat.RGB10A2, PixelFormat.BGRA8,
                    PixelFormat.RGBA32F)) {
                sender.resize(WIDTH, HEIGHT, format);
                MemorySegment sent = noise(format.ordinal(), format);
                assertThat(sender.send(sent)).isTrue();
                assertThat(bytes(receiver, format, sent)).as(format.name()).isTrue();
                assertThat(official.senders().find(name).flatMap(info -> info.format())).contains(format);
            }
        }
    }

    /** In lock step: each frame comes before the next is sent, so none comes late, and none twice. */
    @ParameterizedTest
    @CsvSource({"library, false", "library, true", "direct, false", "direct, true"})
    void eachFrameComesBeforeTheNext(String from, boolean counted) {
        count(counted);
        try (SpoutSender sender = sender(from, PixelFormat.BGRA8);
                SpoutReceiver receiver = official.receiver(name).open()) {
            int[] picture = new int[WIDTH * HEIGHT];
            for (int number = 1; number <= FRAMES; number++) {
                show(picture, sender, number);
                assertThat(next(receiver)).isEqualTo(number);
            }
        }
    }

    /** Whether senders that open from now on count their frames, until the test has ended. */
    private void count(boolean counted) {
        direct.settings().frameCount(counted);
    }

    private static void show(int[] picture, SpoutSender sender, int number) {
        Arrays.fill(picture, 0xFF000000 | number);
        assertThat(sender.send(picture)).isTrue();
    }

    /** The number in every pixel of the next frame that is not black. */
    private static int next(SpoutReceiver receiver) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<SpoutFrame> came = receiver.receive(MOMENT);
            if (came.isPresent()) {
                try (SpoutFrame frame = came.get()) {
                    int[] pixels = frame.toImage().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
                    assertThat(pixels).containsOnly(pixels[0]);
                    if ((pixels[0] & 0xFFFFFF) != 0) {
                        return pixels[0] & 0xFFFFFF;
                    }
                }
            }
        }
        throw new AssertionError("no frame came");
    }

    /** Who holds a sender's pixels for a while, on a thread of its own. */
    private final class Holder implements AutoCloseable {
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread thread = Thread.ofPlatform().start(this::hold);

        private void hold() {
            Win32System system = new Win32System();
            try (AccessMutex access = new AccessMutex(system.objects(), SenderName.of(name, system.names()))) {
                assertThat(access.acquire(LONG.toMillis()).owned()).isTrue();
                held.countDown();
                over.await();
                access.release();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        Holder() throws InterruptedException {
            held.await();
        }

        void letGo() {
            over.countDown();
        }

        @Override
        public void close() {
            letGo();
        }
    }

    @ParameterizedTest
    @CsvSource({"library, false", "library, true", "direct, false", "direct, true"})
    void aFrameThatWasNotToBeHadComesWithoutAnother(String from, boolean counted) throws Exception {
        count(counted);
        try (SpoutSender sender = sender(from, PixelFormat.BGRA8);
                SpoutReceiver receiver = official.receiver(name).open()) {
            int[] picture = new int[WIDTH * HEIGHT];
            show(picture, sender, 1);
            assertThat(next(receiver)).isEqualTo(1);
            show(picture, sender, 2);
            try (Holder _ = new Holder()) {
                assertThat(receiver.receive(HELD)).isEmpty();
            }
            assertThat(next(receiver)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BGRA8", "RGBA16F"})
    void aSenderWaitsUntilAReaderIsDone(PixelFormat format) throws Exception {
        try (SpoutSender sender = sender("library", format);
                SpoutReceiver receiver = official.receiver(name).open();
                Holder reader = new Holder()) {
            Thread releasing = Thread.ofPlatform().start(() -> {
                try {
                    Thread.sleep(HELD);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                } finally {
                    reader.letGo();
                }
            });
            MemorySegment sent = noise(1, format);
            assertThat(sender.send(sent)).isTrue();
            releasing.join();
            assertThat(bytes(receiver, format, sent)).isTrue();
        }
    }
}
