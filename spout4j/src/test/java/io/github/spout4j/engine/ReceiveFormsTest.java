package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.engine.EngineUnderTest.Size;

/** Every way to receive, every pixel exact, no frame twice. */
@Tag("pipewire")
class ReceiveFormsTest {
    static Stream<PixelFormat> formats() {
        return EngineUnderTest.FORMATS.stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void intoMemoryWithPitchFlipAndFormat(PixelFormat format) {
        int number = 0;
        for (Size size : EngineUnderTest.SMALL_SIZES) {
            int width = size.width();
            try (Pair pair = Pair.open(width, size.height(), format)) {
                pair.receiver().awaitSender(PATIENCE).orElseThrow();
                for (PixelFormat wanted : EngineUnderTest.FORMATS) {
                    for (int gap : new int[]{0, 1, 64}) {
                        for (boolean flip : new boolean[]{false, true}) {
                            number++;
                            pair.send(number);
                            int pitch = width * 4 + gap;
                            byte[] pixels = Pattern.bytes(number, width, size.height(), wanted);
                            byte[] expected = Pattern.spread(flip ? Pattern.flipped(pixels, width) : pixels, width,
                                    pitch, (byte) 7);
                            MemorySegment target = MemorySegment.ofArray(new byte[expected.length]).fill((byte) 7);
                            assertThat(pair.receiver().receiveInto(target, new PixelLayout(wanted, pitch, flip),
                                    PATIENCE)).isEqualTo(ReceiveResult.FRAME);
                            Pattern.requireSame(target, expected);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void framesConvertThemselves(PixelFormat format) {
        try (Pair pair = Pair.open(17, 9, format); Arena arena = Arena.ofConfined()) {
            int[] argb = Pattern.argb(1, 17, 9);
            pair.sender().send(argb);
            try (SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow()) {
                Pattern.requireSame(frame, argb, 17, 9);
                BufferedImage image = frame.toImage();
                assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
                assertThat(image.getRGB(0, 0, 17, 9, null, 0, 17)).isEqualTo(argb);
                assertThat(frame.buffer().isDirect()).isTrue();
                Pattern.requireSame(MemorySegment.ofBuffer(frame.buffer()), Pattern.bytes(argb, frame.format()));
                MemorySegment target = arena.allocate(17 * 9 * 4);
                frame.copyTo(target, PixelLayout.BGRA.flipped());
                Pattern.requireSame(target, Pattern.flipped(Pattern.bytes(argb, PixelFormat.BGRA8), 17));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> frame.copyTo(target.asSlice(4), PixelLayout.RGBA));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> frame.copyTo(target.asReadOnly(), PixelLayout.RGBA));
            }
        }
    }

    @Test
    void inPlace() {
        try (Pair pair = Pair.open(17, 9)) {
            pair.send(5);
            AtomicReference<SpoutFrame> kept = new AtomicReference<>();
            assertThat(pair.receiver().receive(PATIENCE, frame -> {
                Pattern.requireSame(frame, 5, 17, 9);
                assertThat(frame.pixels().isReadOnly()).isTrue();
                assertThat(frame.number()).isEqualTo(1);
                assertThatIllegalStateException()
                        .isThrownBy(() -> pair.receiver().receive(Duration.ZERO));
                kept.set(frame);
            })).isTrue();
            assertThatIllegalStateException().isThrownBy(() -> kept.get().pixels());
            assertThat(pair.receiver().receive(Duration.ZERO, _ -> {
                throw new AssertionError("the same frame twice");
            })).isFalse();
            pair.send(6);
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> pair.receiver().receive(PATIENCE, _ -> {
                        throw new ArithmeticException("of the reader");
                    }));
            assertThat(pair.send(7)).as("a reader that fails lets the sender go on").isTrue();
            assertThat(Pattern.requireReceived(pair.receiver(), 7, 17, 9)).isEqualTo(3);
        }
    }

    @Test
    void noFrameIsGivenTwiceAndTheNewestCounts() {
        try (Pair pair = Pair.open(4, 4)) {
            assertThat(pair.receiver().receive(Duration.ZERO)).isEmpty();
            for (int number = 1; number <= 200; number++) {
                pair.send(number);
                if (number % 3 == 0) {
                    pair.settle();
                    assertThat(Pattern.requireReceived(pair.receiver(), number, 4, 4)).isEqualTo(number);
                    assertThat(pair.receiver().receive(Duration.ZERO)).isEmpty();
                }
            }
        }
    }

    @Test
    void aFrameThatWasSentBeforeTheReceiverCameIsGiven() {
        try (Pair pair = Pair.open(4, 4)) {
            pair.send(1);
            pair.sendThrough(2);
            try (var late = pair.spout().receiver(pair.sender().name()).open()) {
                assertThat(Pattern.requireReceived(late, 2, 4, 4)).isEqualTo(2);
            }
        }
    }

    @Test
    void severalReceiversGetEveryFrameEachOnce() {
        try (Pair pair = Pair.open(8, 8)) {
            List<io.github.spout4j.SpoutReceiver> receivers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                receivers.add(pair.spout().receiver(pair.sender().name()).open());
            }
            for (int number = 1; number <= 50; number++) {
                pair.send(number);
                for (var receiver : receivers) {
                    assertThat(Pattern.requireReceived(receiver, number, 8, 8)).isEqualTo(number);
                    assertThat(receiver.receive(Duration.ZERO)).isEmpty();
                }
            }
        }
    }

    @Test
    void receiversThatWatchTheCountDoNotMakeEachOtherSeeFramesTwice() {
        int most = EngineUnderTest.sharesTextures() ? 300 : 2000; // Direct3D may run by the CPU here
        try (Pair pair = Pair.open(8, 8)) {
            List<Threads.Call<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(Threads.start(() -> {
                    long last = 0;
                    int frames = 0;
                    try (var receiver = pair.spout().receiver(pair.sender().name()).open()) {
                        while (last < most) {
                            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                                assertThat(frame.number()).isGreaterThan(last);
                                Pattern.requireSame(frame, (int) frame.number(), 8, 8);
                                last = frame.number();
                                frames++;
                            }
                        }
                    }
                    return frames;
                }));
            }
            for (int number = 1; number <= most; number++) {
                pair.send(number);
                pair.receiver().info();
            }
            calls.forEach(call -> assertThat(call.get()).isPositive());
        }
    }

    @Test
    void eightFramesMayBeOut() {
        int most = EngineUnderTest.mostOut();
        try (Pair pair = Pair.open(5, 3)) {
            List<SpoutFrame> out = new ArrayList<>();
            for (int number = 1; number <= most; number++) {
                pair.send(number);
                out.add(pair.receiver().receive(PATIENCE).orElseThrow());
            }
            pair.send(most + 1);
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> pair.receiver().receive(PATIENCE))
                    .withMessageContaining("close frames");
            for (int number = 1; number <= most; number++) {
                Pattern.requireSame(out.get(number - 1), number, 5, 3);
            }
            out.get(0).close();
            assertThat(Pattern.requireReceived(pair.receiver(), most + 1, 5, 3)).as("the frame was not lost")
                    .isEqualTo(most + 1);
            pair.receiver().close();
            Pattern.requireSame(out.get(1), 2, 5, 3);
            out.forEach(SpoutFrame::close);
        }
    }

    @Test
    void aClosedFrameGivesNothingAndClosingItAgainHarmsNoOther() {
        try (Pair pair = Pair.open(5, 3)) {
            pair.send(1);
            SpoutFrame first = pair.receiver().receive(PATIENCE).orElseThrow();
            first.close();
            assertThatIllegalStateException().isThrownBy(first::pixels).withMessageContaining("closed");
            assertThatIllegalStateException().isThrownBy(first::buffer);
            assertThatIllegalStateException().isThrownBy(first::toImage);
            assertThatIllegalStateException()
                    .isThrownBy(() -> first.copyTo(MemorySegment.ofArray(new byte[60]), PixelLayout.RGBA));
            for (int number = 2; number <= 20; number++) {
                pair.send(number);
                try (SpoutFrame next = pair.receiver().receive(PATIENCE).orElseThrow()) {
                    first.close();
                    Pattern.requireSame(next, number, 5, 3);
                }
            }
        }
    }

    @Test
    void resizedIsSaidOnceAndNothingIsLost() {
        try (Pair pair = Pair.open(4, 2)) {
            MemorySegment target = MemorySegment.ofArray(new byte[4 * 2 * 4]);
            pair.send(1);
            assertThat(pair.receiver().receiveInto(target, PixelLayout.RGBA, PATIENCE))
                    .as("no size was reported yet").isEqualTo(ReceiveResult.RESIZED);
            assertThat(pair.receiver().receiveInto(target, PixelLayout.RGBA, PATIENCE)).isEqualTo(ReceiveResult.FRAME);
            Pattern.requireSame(target, Pattern.bytes(1, 4, 2, PixelFormat.RGBA8));
            assertThat(pair.receiver().receiveInto(target, PixelLayout.RGBA, SHORT)).isEqualTo(ReceiveResult.NO_FRAME);
            for (Size size : List.of(new Size(2, 2), new Size(30, 20), new Size(3, 1))) {
                pair.sender().resize(size.width(), size.height());
                pair.send(2);
                MemorySegment before = target;
                assertThat(pair.receiver().receiveInto(before, PixelLayout.RGBA, PATIENCE))
                        .isEqualTo(ReceiveResult.RESIZED);
                var info = pair.receiver().info().orElseThrow();
                assertThat(info.width()).isEqualTo(size.width());
                MemorySegment fresh = MemorySegment.ofArray(new byte[size.width() * size.height() * 4]);
                assertThat(pair.receiver().receiveInto(fresh, PixelLayout.BGRA, PATIENCE))
                        .isEqualTo(ReceiveResult.FRAME);
                Pattern.requireSame(fresh, Pattern.bytes(2, size.width(), size.height(), PixelFormat.BGRA8));
                target = fresh;
            }
        }
    }

    @Test
    void targetsThatAreTooSmallAreRefusedAndTheFrameIsNotLost() {
        try (Pair pair = Pair.open(4, 2)) {
            pair.receiver().info().orElseThrow();
            pair.send(1);
            assertThatIllegalArgumentException().isThrownBy(() -> pair.receiver()
                    .receiveInto(MemorySegment.ofArray(new byte[31]), PixelLayout.RGBA, PATIENCE));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.receiver()
                    .receiveInto(MemorySegment.ofArray(new byte[32]).asReadOnly(), PixelLayout.RGBA, PATIENCE));
            MemorySegment target = MemorySegment.ofArray(new byte[32]);
            assertThat(pair.receiver().receiveInto(target, PixelLayout.RGBA, PATIENCE)).isEqualTo(ReceiveResult.FRAME);
            Pattern.requireSame(target, Pattern.bytes(1, 4, 2, PixelFormat.RGBA8));
        }
    }

    @Test
    void whatIsMissingIsNamedAndNoFrameIsLost() {
        try (Pair pair = Pair.open(4, 4, PixelFormat.RGBA8)) {
            pair.send(1);
            assertThatNullPointerException().isThrownBy(() -> pair.receiver().receive(PATIENCE, null))
                    .withMessage("user");
            assertThatNullPointerException().isThrownBy(() -> pair.spout().senders().listen(null))
                    .withMessage("listener");
            assertThatNullPointerException().isThrownBy(() -> pair.spout().receiver().transport(null))
                    .withMessage("transport");
            pair.receiver().receive(PATIENCE).orElseThrow().close();
            assertThat(pair.sender()).hasToString("sender \"" + pair.sender().name() + "\", 4x4 RGBA8");
            assertThat(pair.receiver()).hasToString("receiver of \"" + pair.sender().name() + "\"");
        }
    }

    @Test
    void infoSaysWhatTheSenderIs() {
        try (Pair pair = Pair.open(33, 22, PixelFormat.BGRA8)) {
            pair.send(1);
            pair.sendThrough(2);
            var info = pair.receiver().info().orElseThrow();
            assertThat(info.name()).isEqualTo(pair.sender().name());
            assertThat(info.width()).isEqualTo(33);
            assertThat(info.height()).isEqualTo(22);
            assertThat(info.format()).contains(PixelFormat.BGRA8);
            assertThat(info.transport()).isEqualTo(pair.sender().transport());
            assertThat(info.frame()).isEqualTo(EngineUnderTest.counts() ? 2 : 0);
            assertThat(info.active()).isTrue();
            assertThat(info.host()).contains("java");
            assertThat(pair.receiver().name()).contains(pair.sender().name());
            assertThat(pair.spout().receiver().open().name()).isEmpty();
            assertThat(pair.spout().receiver("nobody").open().info()).isEmpty();
        }
    }

    @Test
    void bothSidesKnowTheRate() {
        try (Pair pair = Pair.open(4, 4)) {
            assertThat(pair.sender().fps()).isZero();
            assertThat(pair.receiver().fps()).isZero();
            long slowest = 0; // two frames in a row, on a machine that may be busy
            long last = System.nanoTime();
            for (int number = 1; number <= 30; number++) {
                long start = last;
                last = System.nanoTime();
                pair.sender().holdFps(100);
                pair.send(number);
                Pattern.requireReceived(pair.receiver(), number, 4, 4);
                slowest = Math.max(slowest, System.nanoTime() - start);
            }
            double sent = pair.sender().fps();
            double received = pair.receiver().fps();
            double least = 1e9 / Math.max(slowest, System.nanoTime() - last);
            assertThat(sent).isBetween(least, 110.0);
            assertThat(received).isBetween(least, 110.0);
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().holdFps(0));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().holdFps(Double.NaN));
        }
    }

    @Test
    void eachFrameIsHeldForItsOwnTimeWhereTheRateChanges() {
        try (Pair pair = Pair.open(4, 4)) {
            double interval = 1e3 / 59.94 + 1e3 / 60;
            long start = System.nanoTime();
            for (int number = 1; number <= 11; number++) {
                pair.sender().holdFps(number % 2 == 0 ? 59.94 : 60);
                pair.send(number);
            }
            assertThat((System.nanoTime() - start) / 1e6).isGreaterThan(5 * interval - 0.1);
        }
    }
}
