package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.NaivePixels.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentViewTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;

    private final SegmentView view = new SegmentView();

    @ParameterizedTest
    @EnumSource
    void readsEveryNumberOfEveryFormat(PixelFormat format) {
        for (Memory memory : Memory.values()) {
            for (boolean flip : new boolean[]{false, true}) {
                PixelLayout layout = new PixelLayout(format, (long) WIDTH * format.bytesPerPixel() + 3, flip);
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment pixels = randomise(memory.allocate(arena, layout.bytesFor(WIDTH, HEIGHT)));
                    view.show(pixels.asReadOnly(), layout, WIDTH, HEIGHT);
                    for (int i = 0; i < WIDTH * HEIGHT * 4; i++) {
                        int x = i / 4 % WIDTH;
                        int y = i / 4 / WIDTH;
                        long at = (flip ? HEIGHT - 1 - y : y) * layout.rowPitch() + (long) x * format.bytesPerPixel();
                        Float expected = NaiveNumbers.read(pixels, at, format, i % 4);
                        assertThat(view.get(x, y, i % 4)).as("(%d, %d) %d", x, y, i % 4).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesNumbersAndNothingElse(PixelFormat format) {
        PixelLayout layout = new PixelLayout(format, (long) WIDTH * format.bytesPerPixel() + 3, true);
        MemorySegment pixels = randomise(MemorySegment.ofArray(new byte[(int) layout.bytesFor(WIDTH, HEIGHT)]));
        for (int channel = 0; channel < 4; channel++) {
            byte[] before = bytes(pixels);
            view.show(pixels, layout, WIDTH, HEIGHT);
            int old = view.bits(2, 1, channel);
            view.set(2, 1, channel, 0.25f);
            float written = view.get(2, 1, channel);
            if (format.bits(channel) == 0) {
                assertThat(written).isEqualTo(channel == 3 ? 1 : 0);
            } else {
                long all = (1L << format.bits(channel)) - 1;
                long bits = NaiveNumbers.encode(format.numbers(), format.bits(channel), 0.25f);
                assertThat(written).isEqualTo(NaiveNumbers.decode(format.numbers(), format.bits(channel), bits));
                assertThat(view.bits(2, 1, channel) & 0xFFFFFFFFL).isEqualTo(bits);
                view.bits(2, 1, channel, -1);
                assertThat(view.bits(2, 1, channel) & 0xFFFFFFFFL).isEqualTo(all);
            }
            view.bits(2, 1, channel, old);
            assertThat(bytes(pixels)).isEqualTo(before);
        }
    }

    @Test
    void givesBitsAsTheyAreStored() {
        MemorySegment pixels = MemorySegment.ofArray(new int[]{0xC0100401});
        view.show(pixels, PixelLayout.of(PixelFormat.RGB10A2), 1, 1);
        assertThat(view.bits(0, 0, 0)).isEqualTo(1);
        assertThat(view.bits(0, 0, 1)).isEqualTo(1);
        assertThat(view.bits(0, 0, 2)).isEqualTo(1);
        assertThat(view.bits(0, 0, 3)).isEqualTo(3);
        assertThat(view.get(0, 0, 3)).isEqualTo(1);
        view.show(pixels, PixelLayout.BGRA, 1, 1);
        assertThat(view.bits(0, 0, 0)).isEqualTo(0x10);
        view.show(pixels, PixelLayout.of(PixelFormat.BGRX8), 1, 1);
        assertThat(view.bits(0, 0, 3)).isZero();
        assertThat(view.get(0, 0, 3)).isEqualTo(1);
        view.show(pixels, PixelLayout.of(PixelFormat.R32F), 1, 1);
        assertThat(view.bits(0, 0, 0)).isEqualTo(0xC0100401);
        assertThat(view.get(0, 0, 0)).isEqualTo(Float.intBitsToFloat(0xC0100401));
    }

    @ParameterizedTest
    @CsvSource({"7,0,0,(7)", "-1,0,0,(-1)", "0,5,0,5)", "0,-1,0,-1)", "0,0,4,channel 4", "0,0,-1,channel -1"})
    void refusesWhatIsNotThere(int x, int y, int channel, String message) {
        view.show(MemorySegment.ofArray(new byte[4 * WIDTH * HEIGHT + 100]), PixelLayout.RGBA, WIDTH, HEIGHT);
        String part = message.replace("(7)", "(7, 0) in 7 × 5").replace("(-1)", "(-1, 0)");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.get(x, y, channel))
                .withMessageContaining(part);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.bits(x, y, channel));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.set(x, y, channel, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.bits(x, y, channel, 0));
    }

    @Test
    void readOnlyMemoryIsNotWritten() {
        view.show(MemorySegment.ofArray(new byte[4]).asReadOnly(), PixelLayout.RGBA, 1, 1);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> view.set(0, 0, 0, 1))
                .withMessageContaining("read-only");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> view.bits(0, 0, 0, 1));
    }

    @Test
    void closedItRefusesAll() {
        view.show(MemorySegment.ofArray(new byte[4]), PixelLayout.RGBA, 1, 1);
        view.close();
        assertThatIllegalStateException().isThrownBy(() -> view.get(0, 0, 0)).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> view.set(0, 0, 0, 0));
        assertThatIllegalStateException().isThrownBy(() -> view.bits(0, 0, 0));
        assertThatIllegalStateException().isThrownBy(() -> view.bits(0, 0, 0, 0));
    }

    @Test
    void refusesMemoryThatIsTooSmall() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> view.show(MemorySegment.ofArray(new byte[15]), PixelLayout.of(PixelFormat.RGBA32F), 1, 1));
    }
}
