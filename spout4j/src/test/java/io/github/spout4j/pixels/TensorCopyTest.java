package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.randomise;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.spout4j.Alpha;
import io.github.spout4j.Normalisation;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.TensorLayout.Channels;
import io.github.spout4j.TensorLayout.Element;
import io.github.spout4j.TensorLayout.Order;
import io.github.spout4j.TensorLayout.Resizing;
import io.github.spout4j.pixels.NaiveTensors.Picture;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format, order and element against numbers in double. */
class TensorCopyTest {
    private static final int WIDTH = 517; // more than one chunk of a codec
    private static final int HEIGHT = 2;

    private final TensorCopy copy = new TensorCopy();

    private static List<TensorLayout> layouts(int width, int height) {
        List<TensorLayout> layouts = new ArrayList<>();
        for (Order order : Order.values()) {
            for (Element element : Element.values()) {
                for (Channels channels : Channels.values()) {
                    TensorLayout layout = TensorLayout.of(width, height).order(order).element(element);
                    layouts.add(layout.channels(channels));
                    layouts.add(layout.normalisation(channels == Channels.GRAY
                            ? Normalisation.SIGNED
                            : Normalisation.IMAGENET).channels(channels).flipped());
                }
            }
        }
        return layouts;
    }

    private static PixelLayout spaced(PixelFormat format, int width) {
        return new PixelLayout(format, PixelLayout.of(format).rowPitchFor(width) + 13, true);
    }

    private MemorySegment tensor(MemorySegment pixels, PixelLayout pixelLayout, int width, int height,
            TensorLayout layout) {
        MemorySegment tensor = MemorySegment.ofArray(new byte[(int) layout.bytes()]);
        copy.toTensor(pixels, pixelLayout, width, height, tensor, layout);
        return tensor;
    }

    /** The nearest float, or next to it; of halves the one of such a float. Gray is mixed of such floats. */
    @ParameterizedTest
    @EnumSource
    void tensorsAreWhatThePixelsSay(PixelFormat format) {
        PixelLayout pixelLayout = spaced(format, WIDTH);
        MemorySegment pixels = randomise(
                MemorySegment.ofArray(new byte[(int) pixelLayout.bytesFor(WIDTH, HEIGHT)]));
        for (TensorLayout layout : layouts(WIDTH, HEIGHT)) {
            Picture picture = NaiveTensors.read(pixels, pixelLayout, WIDTH, HEIGHT, layout);
            requireSame(tensor(pixels, pixelLayout, WIDTH, HEIGHT, layout), layout, picture, format, 0);
        }
    }

    private static void requireSame(MemorySegment tensor, TensorLayout layout, Picture picture, PixelFormat format,
            double tolerance) {
        boolean mixed = layout.channels() == Channels.GRAY && format.channels() > 1;
        for (int y = 0; y < layout.height(); y++) {
            for (int x = 0; x < layout.width(); x++) {
                for (int place = 0; place < layout.channels().count(); place++) {
                    float is = NaiveTensors.get(tensor, layout, place, x, y);
                    double exact = NaiveTensors.number(picture, layout, format.channels() == 1, place, x, y);
                    boolean overflown = mixed && Math.abs(exact) > Float.MAX_VALUE / 100;
                    if (!overflown && !isNear(is, exact, layout.element(), mixed ? tolerance + 0x1p-22 : tolerance)) {
                        throw new AssertionError("%s of %s at (%d, %d, %d) is %s, not %s".formatted(layout, format, x,
                                y, place, is, exact));
                    }
                }
            }
        }
    }

    private static boolean isNear(float is, double exact, Element element, double tolerance) {
        float nearest = (float) exact;
        float low = Math.min(Math.nextDown(nearest), (float) (exact - Math.max(1, Math.abs(exact)) * tolerance));
        float high = Math.max(Math.nextUp(nearest), (float) (exact + Math.max(1, Math.abs(exact)) * tolerance));
        if (element == Element.FLOAT16) {
            low = Float.float16ToFloat(Float.floatToFloat16(low));
            high = Float.float16ToFloat(Float.floatToFloat16(high));
        }
        return is >= low && is <= high || Float.compare(is, nearest) == 0;
    }

    @Test
    void bytesAreTheNearestFloats() {
        MemorySegment pixels = everyByte();
        for (Normalisation normalisation : List.of(Normalisation.NONE, Normalisation.BYTES, Normalisation.SIGNED,
                Normalisation.IMAGENET)) {
            TensorLayout layout = TensorLayout.of(256, 1).normalisation(normalisation);
            MemorySegment tensor = tensor(pixels, PixelLayout.RGBA, 256, 1, layout);
            for (int place = 0; place < 3; place++) {
                for (int n = 0; n < 256; n++) {
                    assertThat(NaiveTensors.get(tensor, layout, place, n, 0)).isEqualTo((float) ((n / 255.0
                            * normalisation.range() - normalisation.mean(place)) / normalisation.deviation(place)));
                }
            }
        }
    }

    private static MemorySegment everyByte() {
        byte[] bytes = new byte[4 * 256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i / 4);
        }
        return MemorySegment.ofArray(bytes);
    }

    @Test
    void bytesComeBackFromFloats() {
        for (PixelFormat format : List.of(PixelFormat.RGBA8, PixelFormat.BGRA8, PixelFormat.BGRX8, PixelFormat.R8)) {
            for (TensorLayout layout : layouts(256, 1)) {
                if (layout.element() == Element.FLOAT32
                        && (layout.channels() == Channels.GRAY) == (format.channels() == 1)) {
                    int bytes = 256 * format.bytesPerPixel();
                    MemorySegment pixels = MemorySegment.ofArray(new byte[bytes]);
                    new PixelCopy().copy(everyByte(), PixelLayout.RGBA, pixels, PixelLayout.of(format), 256, 1);
                    if (!layout.channels().hasAlpha() && format.channels() == 4) {
                        new PixelCopy().copy(everyByte(), PixelLayout.RGBA.alpha(Alpha.OPAQUE), pixels,
                                PixelLayout.of(format), 256, 1);
                    }
                    MemorySegment back = MemorySegment.ofArray(new byte[bytes]);
                    copy.toPixels(tensor(pixels, PixelLayout.of(format), 256, 1, layout), layout, back,
                            PixelLayout.of(format), 256, 1);
                    assertThat(back.mismatch(pixels)).as("%s of %s", layout, format).isEqualTo(-1);
                }
            }
        }
    }

    /** The nearest number of the format; where two are nearly as near, either. */
    @ParameterizedTest
    @EnumSource
    void pixelsAreWhatTensorsSay(PixelFormat format) {
        PixelLayout pixelLayout = spaced(format, WIDTH);
        Random random = new Random(5);
        for (TensorLayout layout : layouts(WIDTH, HEIGHT)) {
            MemorySegment tensor = MemorySegment.ofArray(new byte[(int) layout.bytes()]);
            for (int i = 0; i < layout.elements(); i++) {
                float number = i % 97 == 0 ? Float.NaN : i % 97 == 1 ? 1e9f : random.nextFloat(-2.5f, 2.8f);
                NaiveTensors.set(tensor, layout, i % layout.channels().count(), i / layout.channels().count() % WIDTH,
                        i / layout.channels().count() / WIDTH, number);
            }
            MemorySegment pixels = MemorySegment.ofArray(new byte[(int) pixelLayout.bytesFor(WIDTH, HEIGHT)])
                    .fill((byte) NaivePixels.SENTINEL);
            copy.toPixels(tensor, layout, pixels, pixelLayout, WIDTH, HEIGHT);
            requireSame(pixels, pixelLayout, NaiveTensors.read(tensor, layout));
        }
    }

    private static void requireSame(MemorySegment pixels, PixelLayout layout, Picture picture) {
        PixelFormat format = layout.format();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                long at = NaiveTensors.at(layout, x, y, WIDTH, HEIGHT);
                for (int channel = 0; channel < 4; channel++) {
                    if (format.bits(channel) > 0) {
                        double exact = picture.numbers()[y][x][channel];
                        float is = NaiveNumbers.read(pixels, at, format, channel);
                        if (is != stored(exact, format, channel, 0) && is != stored(exact, format, channel, -1)
                                && is != stored(exact, format, channel, 1)
                                && !(Float.isNaN(is) && Double.isNaN(exact))) {
                            throw new AssertionError("%s at (%d, %d), channel %d, is %s of %s".formatted(format, x, y,
                                    channel, is, exact));
                        }
                    }
                }
            }
            int gap = (int) layout.rowPitch() - WIDTH * format.bytesPerPixel();
            long end = NaiveTensors.at(layout, 0, y, WIDTH, HEIGHT) + (long) WIDTH * format.bytesPerPixel();
            if (end < pixels.byteSize()) {
                assertThat(pixels.asSlice(end, gap).toArray(JAVA_BYTE))
                        .as("between rows").containsOnly(NaivePixels.SENTINEL);
            }
        }
    }

    /** The number nearest to one that is {@code off} a millionth away. */
    private static float stored(double number, PixelFormat format, int channel, int off) {
        float near = off == 0
                ? (float) number
                : off < 0
                        ? (float) (number - Math.abs(number) * 1e-6)
                        : (float) (number + Math.abs(number) * 1e-6);
        if (format.numbers() == PixelFormat.Numbers.FLOAT && format.bits(channel) == 32) {
            near = off == 0 ? (float) number : off < 0 ? Math.nextDown((float) number) : Math.nextUp((float) number);
        }
        int bits = format.bits(channel);
        return NaiveNumbers.decode(format.numbers(), bits, NaiveNumbers.encode(format.numbers(), bits, near));
    }

    @ParameterizedTest
    @CsvSource({"12,8,4,4", "12,8,5,3", "5,3,12,8", "7,6,7,2", "9,4,3,4", "40,30,9,7", "1,1,6,5"})
    void otherSizesAreResized(int width, int height, int tensorWidth, int tensorHeight) {
        for (PixelFormat format : List.of(PixelFormat.BGRA8, PixelFormat.RGB10A2, PixelFormat.RGBA16, PixelFormat.R8)) {
            PixelLayout pixelLayout = spaced(format, width);
            MemorySegment pixels = randomise(
                    MemorySegment.ofArray(new byte[(int) pixelLayout.bytesFor(width, height)]));
            for (Resizing resizing : Resizing.values()) {
                for (TensorLayout layout : layouts(tensorWidth, tensorHeight)) {
                    Picture picture = NaiveTensors.read(pixels, pixelLayout, width, height, layout).resized(resizing,
                            tensorWidth, tensorHeight);
                    TensorLayout resized = layout.resizing(resizing);
                    requireSame(tensor(pixels, pixelLayout, width, height, resized), resized, picture, format, 4e-6);
                }
            }
        }
    }

    @Test
    void theMeanOfWholePixelsIsExact() {
        MemorySegment pixels = randomise(MemorySegment.ofArray(new byte[4 * 24 * 15]));
        TensorLayout layout = TensorLayout.of(8, 5).normalisation(Normalisation.BYTES);
        MemorySegment tensor = tensor(pixels, PixelLayout.RGBA, 24, 15, layout);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 8; x++) {
                int sum = 0;
                for (int i = 0; i < 9; i++) {
                    sum += pixels.get(JAVA_BYTE,
                            4L * ((3 * y + i / 3) * 24 + 3 * x + i % 3) + 1) & 0xFF;
                }
                assertThat(NaiveTensors.get(tensor, layout, 1, x, y)).isEqualTo(sum / 9f);
            }
        }
    }

    /** As torch.nn.functional.interpolate(…, mode="bilinear", align_corners=False) says. */
    @Test
    void centresLieInTheMiddleOfPixels() {
        MemorySegment pixels = MemorySegment.ofArray(new byte[]{0, (byte) 100, (byte) 200});
        TensorLayout layout = TensorLayout.of(6, 1).channels(Channels.GRAY).normalisation(Normalisation.BYTES)
                .resizing(Resizing.BILINEAR);
        MemorySegment tensor = tensor(pixels, PixelLayout.of(PixelFormat.R8), 3, 1, layout);
        float[] expected = {0, 25, 75, 125, 175, 200};
        for (int x = 0; x < 6; x++) {
            assertThat(NaiveTensors.get(tensor, layout, 0, x, 0)).isCloseTo(expected[x], within(1e-4f));
        }
    }

    @Test
    void tensorsAreResizedToTheFrame() {
        for (Resizing resizing : Resizing.values()) {
            for (int[] size : new int[][]{{4, 4, 12, 8}, {12, 8, 5, 3}}) {
                TensorLayout layout = TensorLayout.of(size[0], size[1]).channels(Channels.RGBA).resizing(resizing);
                MemorySegment tensor = tensor(randomise(MemorySegment.ofArray(new byte[4 * size[0] * size[1]])),
                        PixelLayout.RGBA, size[0], size[1], layout);
                Picture expected = NaiveTensors.read(tensor, layout).resized(resizing, size[2], size[3]);
                MemorySegment pixels = MemorySegment.ofArray(new byte[16 * size[2] * size[3]]);
                copy.toPixels(tensor, layout, pixels, PixelLayout.of(PixelFormat.RGBA32F), size[2], size[3]);
                for (int i = 0; i < 4 * size[2] * size[3]; i++) {
                    assertThat((double) pixels.getAtIndex(PixelCopy.FLOAT, i)).isCloseTo(
                            expected.numbers()[i / 4 / size[2]][i / 4 % size[2]][i % 4], within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void alphaIsConvertedToWhatTheTensorSays(Alpha from) {
        for (Alpha to : Alpha.values()) {
            for (PixelFormat format : List.of(PixelFormat.BGRA8, PixelFormat.RGBA16, PixelFormat.RGB10A2)) {
                for (Channels channels : List.of(Channels.RGB, Channels.BGRA)) {
                    PixelLayout pixelLayout = spaced(format, WIDTH).alpha(from);
                    TensorLayout layout = TensorLayout.of(WIDTH, HEIGHT).channels(channels).alpha(to);
                    MemorySegment pixels = randomise(
                            MemorySegment.ofArray(new byte[(int) pixelLayout.bytesFor(WIDTH, HEIGHT)]));
                    Picture picture = NaiveTensors.read(pixels, pixelLayout, WIDTH, HEIGHT, layout);
                    requireSame(tensor(pixels, pixelLayout, WIDTH, HEIGHT, layout), layout, picture, format, 0);
                }
            }
        }
    }

    @Test
    void whatIsTooSmallIsRefusedAndLeftAsItIs() {
        TensorLayout layout = TensorLayout.of(4, 2);
        MemorySegment pixels = MemorySegment.ofArray(new byte[32]);
        MemorySegment tensor = MemorySegment.ofArray(new byte[95]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.toTensor(pixels, PixelLayout.RGBA, 4, 2, tensor, layout))
                .withMessage("a tensor of 4 × 2 RGB FLOAT32 needs 96 bytes; the target has 95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.toTensor(pixels, PixelLayout.RGBA, 4, 2,
                        MemorySegment.ofArray(new byte[96]).asReadOnly(), layout))
                .withMessageContaining("read-only");
        assertThatIllegalArgumentException().isThrownBy(
                () -> copy.toTensor(pixels, PixelLayout.RGBA, 4, 3, MemorySegment.ofArray(new byte[96]), layout));
        pixels.fill((byte) 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.toPixels(tensor, layout, pixels, PixelLayout.RGBA, 4, 2))
                .withMessageContaining("the source has 95");
        assertThat(pixels.toArray(JAVA_BYTE)).containsOnly(9);
    }
}
