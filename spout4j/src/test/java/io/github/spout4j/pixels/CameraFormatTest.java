package io.github.spout4j.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CameraFormatTest {
    /** By the rules of gst_video_info, worked out by hand. */
    @ParameterizedTest
    @CsvSource({"YUY2, 17, 9, 36, 0, 0, 0, 0, 324", "UYVY, 2, 3, 4, 0, 0, 0, 0, 12", "YVYU, 1, 1, 4, 0, 0, 0, 0, 4",
            "I420, 17, 9, 20, 12, 12, 200, 260, 320", "YV12, 10, 4, 12, 8, 8, 48, 64, 80",
            "I420, 1, 1, 4, 4, 4, 8, 12, 16", "NV12, 17, 9, 20, 20, 0, 200, 0, 300",
            "NV21, 639, 361, 640, 640, 0, 231680, 0, 347520", "Y42B, 17, 9, 20, 12, 12, 180, 288, 396",
            "NV16, 17, 9, 20, 20, 0, 180, 0, 360", "RGB24, 17, 9, 52, 0, 0, 0, 0, 468",
            "BGR24, 1, 1, 4, 0, 0, 0, 0, 4", "XRGB, 17, 9, 68, 0, 0, 0, 0, 612"})
    void stridesAndOffsetsAreGStreamers(CameraFormat format, int width, int height, long first, long second, long third,
            long secondOffset, long thirdOffset, long bytes) {
        long[] strides = {first, second, third};
        long[] offsets = {0, secondOffset, thirdOffset};
        for (int plane = 0; plane < format.planes(); plane++) {
            assertThat(format.stride(plane, width)).as("stride %s", plane).isEqualTo(strides[plane]);
            assertThat(format.offset(plane, width, height)).as("offset %s", plane).isEqualTo(offsets[plane]);
            assertThat(format.stride(plane, width)).isGreaterThanOrEqualTo(format.rowBytes(plane, width));
        }
        assertThat(format.bytes(width, height)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void noSizeOverflows(CameraFormat format) {
        int most = Integer.MAX_VALUE;
        for (int plane = 0; plane < format.planes(); plane++) {
            assertThat(format.rowBytes(plane, most)).isGreaterThanOrEqualTo(most / 2);
            assertThat(format.stride(plane, most)).isGreaterThanOrEqualTo(format.rowBytes(plane, most));
            assertThat(format.rows(plane, most)).isIn(most, most / 2 + 1);
        }
        assertThat(format.bytes(most, 1)).isGreaterThan(most);
    }

    @Test
    void onlyFormatsWithAlphaBecomeBgra() {
        assertThat(CameraFormat.values()).filteredOn(format -> format.target() == PixelFormat.BGRA8).containsExactly(
                CameraFormat.RGBA, CameraFormat.BGRA, CameraFormat.ARGB, CameraFormat.ABGR);
        assertThat(CameraFormat.NV12.target()).isEqualTo(PixelFormat.BGRX8);
    }

    @Test
    void planesThatAreNotThereHaveNoNumbers() {
        assertThatThrownBy(() -> CameraFormat.NV12.stride(2, 4)).isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("NV12 has no plane 2 of 2");
        assertThatThrownBy(() -> CameraFormat.YUY2.rows(-1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
