package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.NaiveImages;
import io.github.spout4j.engine.EngineUnderTest.Size;

/** Every way to send, every pixel exact. */
@Tag("pipewire")
class SendFormsTest {
    static Stream<PixelFormat> formats() {
        return EngineUnderTest.FORMATS.stream();
    }

    static Stream<Size> sizes() {
        return EngineUnderTest.SIZES.stream();
    }

    static IntStream imageTypes() {
        return IntStream.rangeClosed(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_INDEXED);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everySizeInBothFormats(Size size) {
        for (PixelFormat format : EngineUnderTest.FORMATS) {
            try (Pair pair = Pair.open(size.width(), size.height(), format)) {
                for (int number = 1; number <= 3; number++) {
                    assertThat(pair.send(number)).isTrue();
                    assertThat(Pattern.requireReceived(pair.receiver(), number, size.width(), size.height()))
                            .isEqualTo(number);
                }
                assertThat(pair.sender().frameCount()).isEqualTo(3);
                assertThat(pair.sender().format()).isEqualTo(format);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void bytesAndBuffersAndMemory(PixelFormat format) {
        int width = 17;
        int height = 9;
        int length = width * height * 4;
        try (Pair pair = Pair.open(width, height, format); Arena arena = Arena.ofConfined()) {
            byte[][] frames = IntStream.range(0, 12).mapToObj(number -> Pattern.bytes(number, width, height, format))
                    .toArray(byte[][]::new);
            Consumer<Integer> same = number -> Pattern.requireReceived(pair.receiver(), number, width, height);

            assertThat(pair.sender().send(frames[0])).isTrue();
            same.accept(0);
            pair.sender().send(ByteBuffer.wrap(frames[1]));
            same.accept(1);
            ByteBuffer offset = ByteBuffer.allocate(length + 11).order(ByteOrder.LITTLE_ENDIAN);
            offset.position(5).put(frames[2]).flip().position(5);
            pair.sender().send(offset);
            assertThat(offset.position()).isEqualTo(5);
            same.accept(2);
            ByteBuffer slice = ByteBuffer.allocate(length + 20).position(3);
            slice.put(frames[3]).position(3).limit(3 + length);
            pair.sender().send(slice.slice());
            same.accept(3);
            ByteBuffer direct = ByteBuffer.allocateDirect(length + 7).position(7);
            direct.put(frames[4]).position(7);
            pair.sender().send(direct);
            assertThat(direct.remaining()).isEqualTo(length);
            same.accept(4);
            pair.sender().send(direct.slice().asReadOnlyBuffer());
            same.accept(4);
            pair.sender().send(ByteBuffer.wrap(frames[5]).asReadOnlyBuffer());
            same.accept(5);
            pair.sender().send(MemorySegment.ofArray(frames[6]));
            same.accept(6);
            MemorySegment memory = arena.allocate(length + 1).asSlice(1);
            memory.copyFrom(MemorySegment.ofArray(frames[7]));
            pair.sender().send(memory);
            same.accept(7);
            pair.sender().send(memory.asReadOnly(), PixelLayout.of(format));
            same.accept(7);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void layoutsWithPitchFlipAndFormat(PixelFormat format) {
        int number = 0;
        for (Size size : EngineUnderTest.SMALL_SIZES) {
            try (Pair pair = Pair.open(size.width(), size.height(), format)) {
                for (PixelFormat source : EngineUnderTest.FORMATS) {
                    for (int gap : new int[]{0, 1, 64}) {
                        number++;
                        int pitch = size.width() * 4 + gap;
                        byte[] pixels = Pattern.bytes(number, size.width(), size.height(), source);
                        PixelLayout layout = PixelLayout.of(source).rowPitch(pitch);
                        pair.sender().send(
                                MemorySegment.ofArray(Pattern.spread(pixels, size.width(), pitch, (byte) 99)), layout);
                        Pattern.requireReceived(pair.receiver(), number, size.width(), size.height());
                        byte[] upsideDown = Pattern.spread(Pattern.flipped(pixels, size.width()), size.width(), pitch,
                                (byte) 99);
                        pair.sender().send(MemorySegment.ofArray(upsideDown), layout.flipped());
                        Pattern.requireReceived(pair.receiver(), number, size.width(), size.height());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("imageTypes")
    void imagesOfEveryType(int type) {
        for (PixelFormat format : EngineUnderTest.FORMATS) {
            try (Pair pair = Pair.open(4, 4, format)) {
                BufferedImage whole = image(type, 21, 13);
                for (BufferedImage image : new BufferedImage[]{whole, whole.getSubimage(3, 2, 17, 9)}) {
                    assertThat(pair.sender().send(image)).isTrue();
                    assertThat(pair.sender().width()).isEqualTo(image.getWidth());
                    Pattern.requireReceived(pair.receiver(), argb(image), image.getWidth(), image.getHeight());
                }
            }
        }
    }

    private static int[] argb(BufferedImage image) {
        int[] argb = new int[image.getWidth() * image.getHeight()];
        MemorySegment.ofArray(argb).copyFrom(
                MemorySegment.ofArray(NaiveImages.expected(image, PixelLayout.BGRA, 4L * argb.length)));
        return argb;
    }

    private static BufferedImage image(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, Pattern.argb(type, width, height), 0, width);
        return image;
    }

    @Test
    void wrongLengthsAreRefusedAndLeaveTheSenderWell() {
        try (Pair pair = Pair.open(3, 2)) {
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().send(new int[5]))
                    .withMessageContaining("3 × 2").withMessageContaining("6 ints");
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().send(new int[7]));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().send(new byte[23]))
                    .withMessageContaining("24 bytes");
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().send(new byte[0]));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().send(ByteBuffer.allocate(25)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pair.sender().send(MemorySegment.NULL, PixelLayout.RGBA));
            assertThatIllegalArgumentException().isThrownBy(
                    () -> pair.sender().send(MemorySegment.ofArray(new byte[99]), PixelLayout.RGBA.rowPitch(11)));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender()
                    .send(MemorySegment.ofArray(new byte[99]), PixelLayout.RGBA.rowPitch(Long.MAX_VALUE)));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().resize(0, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().resize(1, 16385));
            pair.send(1);
            assertThat(Pattern.requireReceived(pair.receiver(), 1, 3, 2)).isEqualTo(1);
        }
    }

    @Test
    void nullIsRefusedAndLeavesTheSenderWell() {
        try (Pair pair = Pair.open(3, 2)) {
            assertThatThrownBy(() -> pair.sender().send((int[]) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pair.sender().send((byte[]) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pair.sender().send((ByteBuffer) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pair.sender().send((BufferedImage) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pair.sender().send((MemorySegment) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> pair.sender().send(MemorySegment.ofArray(new byte[24]), (PixelLayout) null))
                    .isInstanceOf(NullPointerException.class);
            pair.send(1);
            assertThat(Pattern.requireReceived(pair.receiver(), 1, 3, 2)).isEqualTo(1);
        }
    }

    @Test
    void memoryThatCannotBeReadIsRefusedBeforeAFrameIsBegun() {
        try (Pair pair = Pair.open(3, 2); Arena foreign = Arena.ofConfined()) {
            pair.send(1);
            Arena closed = Arena.ofShared();
            MemorySegment gone = closed.allocate(24);
            closed.close();
            assertThatThrownBy(() -> pair.sender().send(gone)).isInstanceOf(IllegalStateException.class);
            MemorySegment others = foreign.allocate(24);
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Threads.join(Thread.ofPlatform().start(() -> {
                try {
                    pair.sender().send(others);
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            }));
            assertThat(failure.get()).isInstanceOf(WrongThreadException.class);
            assertThat(Pattern.requireReceived(pair.receiver(), 1, 3, 2)).as("the frame before is whole").isEqualTo(1);
        }
    }

    @Test
    void anImageThatFailsHalfWayIsNoFrameAndNumbersGoOnRising() {
        try (Pair pair = Pair.open(3, 2)) {
            pair.send(1);
            Pattern.requireReceived(pair.receiver(), 1, 3, 2);
            pair.sendThrough(2);
            BufferedImage bad = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_INDEXED) {
                @Override
                public int[] getRGB(int x, int y, int w, int h, int[] array, int offset, int scan) {
                    if (y == 1) {
                        throw new IllegalStateException("half-way");
                    }
                    return super.getRGB(x, y, w, h, array, offset, scan);
                }
            };
            assertThatThrownBy(() -> pair.sender().send(bad)).hasMessage("half-way");
            if (EngineUnderTest.keepsTheFrameBefore()) {
                assertThat(Pattern.requireReceived(pair.receiver(), 2, 3, 2)).as("the frame before is whole")
                        .isEqualTo(2);
            }
            assertThat(pair.receiver().receive(EngineUnderTest.SHORT)).isEmpty();
            pair.send(3);
            assertThat(Pattern.requireReceived(pair.receiver(), 3, 3, 2)).isEqualTo(3);
        }
    }
}
