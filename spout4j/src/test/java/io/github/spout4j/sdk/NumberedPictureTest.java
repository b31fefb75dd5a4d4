package io.github.spout4j.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the ledger would notice what it is there for. */
class NumberedPictureTest {
    private static final int WIDTH = 67;
    private static final int HEIGHT = 41;
    private static final int PITCH = WIDTH * 4 + 12;

    private final PictureReader reader = new PictureReader();

    private static MemorySegment painted(int number, Change change, PixelFormat format) {
        MemorySegment pixels = MemorySegment.ofArray(new byte[PITCH * HEIGHT]);
        NumberedPicture.paint(pixels, PITCH, WIDTH, HEIGHT, format, number, change);
        return pixels;
    }

    private int read(MemorySegment pixels, PixelFormat format) {
        return reader.read(pixels, PITCH, WIDTH, HEIGHT, format);
    }

    @ParameterizedTest
    @EnumSource(names = {"RGBA8", "BGRA8"})
    void theNumberComesBack(PixelFormat format) {
        for (Change change : Change.values()) {
            for (int number : new int[]{1, 2, 3, 255, 256, 65_537, 0xFFFFFF}) {
                assertThat(read(painted(number, change, format), format)).as(number + " " + change).isEqualTo(number);
            }
        }
    }

    @Test
    void allRowsOfTwoFramesDiffer() {
        for (int row = 0; row < 2000; row++) {
            for (int number = 1; number < 50; number++) {
                assertThat(NumberedPicture.colour(number, row)).isNotEqualTo(NumberedPicture.colour(number + 1, row));
                assertThat(NumberedPicture.number(NumberedPicture.colour(number, row), row)).isEqualTo(number);
            }
        }
    }

    @Test
    void partsOfTwoFramesAreTornAtTheirSeam() {
        for (int seam = 1; seam < HEIGHT; seam++) {
            MemorySegment pixels = painted(8, Change.ALL, PixelFormat.RGBA8);
            MemorySegment.copy(painted(7, Change.ALL, PixelFormat.RGBA8), seam * PITCH, pixels, seam * PITCH,
                    pixels.byteSize() - seam * PITCH);
            assertThat(read(pixels, PixelFormat.RGBA8)).isEqualTo(PictureReader.TORN);
            assertThat(reader.tornRow()).isEqualTo(seam);
        }
    }

    @Test
    void onePixelThatDoesNotFitIsTorn() {
        for (Change change : Change.values()) {
            for (int at = 0; at < WIDTH * HEIGHT; at += 7) {
                MemorySegment pixels = painted(8, change, PixelFormat.BGRA8);
                long offset = at / WIDTH * PITCH + at % WIDTH * 4L;
                pixels.set(NumberedPicture.PIXEL, offset, pixels.get(NumberedPicture.PIXEL, offset) ^ 1);
                assertThat(read(pixels, PixelFormat.BGRA8)).as(change + " " + at).isEqualTo(PictureReader.TORN);
            }
        }
    }

    @Test
    void halfASquareIsTorn() {
        int top = NumberedPicture.squareY(8, HEIGHT);
        MemorySegment pixels = painted(8, Change.SMALL, PixelFormat.RGBA8);
        int seam = (top + 5) * PITCH;
        MemorySegment.copy(painted(9, Change.SMALL, PixelFormat.RGBA8), seam, pixels, seam, pixels.byteSize() - seam);
        assertThat(read(pixels, PixelFormat.RGBA8)).isEqualTo(PictureReader.TORN);
    }

    @Test
    void wipedMemoryIsNoFrame() {
        assertThat(read(MemorySegment.ofArray(new byte[PITCH * HEIGHT]), PixelFormat.RGBA8))
                .isEqualTo(PictureReader.TORN);
        assertThat(read(painted(0, Change.ALL, PixelFormat.RGBA8), PixelFormat.RGBA8)).as("the still part alone")
                .isEqualTo(PictureReader.TORN);
    }
}
