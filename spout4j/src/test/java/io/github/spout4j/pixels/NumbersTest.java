package io.github.spout4j.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of a format, and those between. */
class NumbersTest {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int ALL_SHORTS = 1 << 16;

    private final PixelCopy copy = new PixelCopy();

    private MemorySegment converted(MemorySegment source, PixelFormat from, PixelFormat to) {
        int count = (int) (source.byteSize() / from.bytesPerPixel());
        MemorySegment target = MemorySegment.ofArray(new byte[count * to.bytesPerPixel()]);
        copy.copy(source, PixelLayout.of(from), target, PixelLayout.of(to), count, 1);
        return target;
    }

    static Stream<Arguments> wholeNumbers() {
        Encoding[] all = {Encoding.UNORM2, Encoding.UNORM8, Encoding.UNORM10, Encoding.UNORM16};
        return Stream.of(all).flatMap(from -> Stream.of(all).map(to -> Arguments.of(from, to)));
    }

    /** Not by way of floats, but by whole numbers: n * largest / largest, rounded. */
    @ParameterizedTest
    @MethodSource("wholeNumbers")
    void wholeNumbersAreRoundedToTheNearest(Encoding from, Encoding to) {
        long largest = largest(from);
        long largestTo = largest(to);
        for (int n = 0; n <= largest; n++) {
            assertThat(to.bits(from.number(n))).as("%d of %d in %d", n, largest, largestTo)
                    .isEqualTo((int) ((2 * n * largestTo + largest) / (2 * largest)));
        }
    }

    private static int largest(Encoding encoding) {
        return (1 << Integer.parseInt(encoding.name().substring("UNORM".length()))) - 1;
    }

    @Test
    void eightBitsOfTenAreRoundedToTheNearest() {
        MemorySegment source = MemorySegment.ofArray(new byte[4 * 1024]);
        for (int n = 0; n < 1024; n++) {
            source.set(INT, 4L * n, n | (1023 - n) << 10 | n << 20 | n >> 8 << 30);
        }
        MemorySegment target = converted(source, PixelFormat.RGB10A2, PixelFormat.RGBA8);
        for (int n = 0; n < 1024; n++) {
            int r = (n * 510 + 1023) / 2046;
            int g = ((1023 - n) * 510 + 1023) / 2046;
            assertThat(target.get(INT, 4L * n)).isEqualTo(r | g << 8 | r << 16 | (n >> 8) * 85 << 24);
        }
    }

    @Test
    void eightBitsOfSixteenAreRoundedToTheNearest() {
        MemorySegment source = MemorySegment.ofArray(new byte[8 * ALL_SHORTS]);
        for (int i = 0; i < 4 * ALL_SHORTS; i++) {
            source.set(SHORT, 2L * i, (short) (i / 4 + i % 4 * 0x4321));
        }
        MemorySegment target = converted(source, PixelFormat.RGBA16, PixelFormat.RGBA8);
        for (int i = 0; i < 4 * ALL_SHORTS; i++) {
            int n = source.get(SHORT, 2L * i) & 0xFFFF;
            assertThat(target.get(ValueLayout.JAVA_BYTE, i) & 0xFF).isEqualTo((int) ((n * 510L + 65535) / 131070));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"R8", "R16", "R16F", "RG8", "RG16", "RG16F", "RGBA8", "RGBA16", "RGBA16F"})
    void aFloatHoldsEveryNumberAndGivesItBack(PixelFormat format) {
        MemorySegment source = MemorySegment.ofArray(new byte[2 * ALL_SHORTS]);
        for (int i = 0; i < ALL_SHORTS; i++) {
            boolean nan = format.numbers() == PixelFormat.Numbers.FLOAT && (i & 0x7C00) == 0x7C00 && (i & 0x3FF) != 0;
            source.set(SHORT, 2L * i, (short) (nan ? 0 : i));
        }
        MemorySegment floats = converted(source, format, PixelFormat.RGBA32F);
        assertThat(converted(floats, PixelFormat.RGBA32F, format).mismatch(source)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"NaN,0", "-Infinity,0", "-1,0", "-0.0,0", "1e-9,0", "0.00196,0", "0.00197,1", "0.5,128",
            "0.99803925,255", "0.9980391,254", "1,255", "1.0000001,255", "1e30,255", "Infinity,255"})
    void floatsAreClampedAndRounded(float number, int expected) {
        MemorySegment source = MemorySegment.ofArray(new float[]{number, number, number, number});
        for (PixelFormat format : new PixelFormat[]{PixelFormat.RGBA8, PixelFormat.BGRA8, PixelFormat.RGBA8_SRGB}) {
            assertThat(converted(source, PixelFormat.RGBA32F, format).get(INT, 0)).isEqualTo(expected * 0x01010101);
        }
        assertThat(Byte.toUnsignedInt(converted(source.asSlice(0, 4), PixelFormat.R32F, PixelFormat.R8)
                .get(ValueLayout.JAVA_BYTE, 0))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"NaN,0", "-Infinity,-127", "-1,-127", "-0.5,-64", "-0.003,0", "0.5,64", "1,127", "7,127"})
    void signedNumbersAreClampedAndRounded(float number, byte expected) {
        MemorySegment source = MemorySegment.ofArray(new float[]{number, 0, 0, 0});
        assertThat(converted(source, PixelFormat.RGBA32F, PixelFormat.RGBA8_SNORM).get(ValueLayout.JAVA_BYTE, 0))
                .isEqualTo(expected);
    }

    @Test
    void theLowestSignedNumberIsMinusOne() {
        assertThat(Encoding.SNORM8.number(0x80)).isEqualTo(-1);
        assertThat(Encoding.SNORM8.number(0x81)).isEqualTo(-1);
        assertThat(Encoding.SNORM16.number(0x8000)).isEqualTo(-1);
        assertThat(Encoding.SNORM16.number(0x7FFF)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0x3C0", "65024,0x7BF", "65025,0x7BF", "1e9,0x7BF", "Infinity,0x7C0", "NaN,0x7E0", "-5,0",
            "0x1p-20,1", "0x1p-21,0", "0x1.8p-20,2", "0x1p-14,0x40", "1.0078125,0x3C0", "1.0234375,0x3C2"})
    void elevenBitFloatsAreTheNearest(String number, String expected) {
        assertThat(Encoding.FLOAT11.bits(Float.parseFloat(number)))
                .isEqualTo(Integer.decode(expected));
    }

    @Test
    void smallFloatsGiveThemselvesBack() {
        for (int bits = 0; bits <= 0x7C0; bits++) {
            assertThat(Encoding.FLOAT11.bits(Encoding.FLOAT11.number(bits))).isEqualTo(bits);
        }
        for (int bits = 0; bits <= 0x3E0; bits++) {
            assertThat(Encoding.FLOAT10.bits(Encoding.FLOAT10.number(bits))).isEqualTo(bits);
        }
    }

    @Test
    void numbersThatFloatsHaveStayAsTheyAre() {
        float[] numbers = {-3.5f, 65504, Float.MIN_VALUE, Float.POSITIVE_INFINITY};
        MemorySegment source = MemorySegment.ofArray(numbers);
        MemorySegment half = converted(source, PixelFormat.RGBA32F, PixelFormat.RGBA16F);
        assertThat(converted(half, PixelFormat.RGBA16F, PixelFormat.RGBA32F)
                .toArray(ValueLayout.JAVA_FLOAT_UNALIGNED)).containsExactly(-3.5f, 65504, 0, Float.POSITIVE_INFINITY);
    }

    @Test
    void missingChannelsAreBlackAndOpaque() {
        MemorySegment red = MemorySegment.ofArray(new byte[]{(byte) 0xC8});
        assertThat(converted(red, PixelFormat.R8, PixelFormat.RGBA8).get(INT, 0)).isEqualTo(0xFF0000C8);
        assertThat(converted(red, PixelFormat.R8, PixelFormat.BGRA8).get(INT, 0)).isEqualTo(0xFFC80000);
        MemorySegment pixel = MemorySegment.ofArray(new byte[]{1, 2, 3, 4});
        assertThat(converted(pixel, PixelFormat.BGRA8, PixelFormat.R8).get(ValueLayout.JAVA_BYTE, 0))
                .isEqualTo((byte) 3);
        assertThat(converted(pixel, PixelFormat.BGRX8, PixelFormat.BGRA8).get(INT, 0)).isEqualTo(0xFF030201);
        assertThat(converted(pixel, PixelFormat.RGBA8, PixelFormat.BGRX8).get(INT, 0)).isEqualTo(0xFF010203);
        assertThat(converted(pixel, PixelFormat.BGRX8, PixelFormat.BGRX8).get(INT, 0)).isEqualTo(0x04030201);
    }
}
