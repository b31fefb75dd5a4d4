package io.github.spout4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelFormatTest {
    @ParameterizedTest
    @CsvSource({"RGBA8,28,4,4,UNORM", "BGRA8,87,4,4,UNORM", "BGRX8,88,4,3,UNORM", "RGBA8_SRGB,29,4,4,UNORM",
            "BGRA8_SRGB,91,4,4,UNORM", "RGBA8_SNORM,31,4,4,SNORM", "RGB10A2,24,4,4,UNORM", "RGBA16,11,8,4,UNORM",
            "RGBA16_SNORM,13,8,4,SNORM", "RGBA16F,10,8,4,FLOAT", "RGBA32F,2,16,4,FLOAT", "R11G11B10F,26,4,3,FLOAT",
            "R8,61,1,1,UNORM", "RG8,49,2,2,UNORM", "R16,56,2,1,UNORM", "RG16,35,4,2,UNORM", "R16F,54,2,1,FLOAT",
            "RG16F,34,4,2,FLOAT", "R32F,41,4,1,FLOAT", "RG32F,16,8,2,FLOAT"})
    void saysWhatAFormatIs(PixelFormat format, int dxgiFormat, int bytesPerPixel, int channels,
            PixelFormat.Numbers numbers) {
        assertThat(format.dxgiFormat()).isEqualTo(dxgiFormat);
        assertThat(format.bytesPerPixel()).isEqualTo(bytesPerPixel);
        assertThat(format.channels()).isEqualTo(channels);
        assertThat(format.numbers()).isEqualTo(numbers);
        assertThat(PixelFormat.ofDxgiFormat(dxgiFormat)).contains(format);
    }

    @ParameterizedTest
    @CsvSource({"RGBA8,0 8 16 24,8 8 8 8", "BGRA8,16 8 0 24,8 8 8 8", "BGRX8,16 8 0 0,8 8 8 0",
            "BGRA8_SRGB,16 8 0 24,8 8 8 8", "RGB10A2,0 10 20 30,10 10 10 2", "RGBA16F,0 16 32 48,16 16 16 16",
            "RGBA32F,0 32 64 96,32 32 32 32", "R11G11B10F,0 11 22 0,11 11 10 0", "RG16,0 16 0 0,16 16 0 0",
            "R8,0 0 0 0,8 0 0 0"})
    void saysWhereChannelsAre(PixelFormat format, String shifts, String bits) {
        for (int channel = 0; channel < 4; channel++) {
            assertThat(format.shift(channel)).isEqualTo(Integer.parseInt(shifts.split(" ")[channel]));
            assertThat(format.bits(channel)).isEqualTo(Integer.parseInt(bits.split(" ")[channel]));
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> format.bits(4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> format.shift(-1));
    }

    @ParameterizedTest
    @CsvSource({"0,BGRA8", "21,BGRA8", "22,BGRX8", "27,RGBA8", "90,BGRA8", "92,BGRX8", "93,BGRX8"})
    void readsWhatElseSendersPublish(int published, PixelFormat format) {
        assertThat(PixelFormat.ofDxgiFormat(published)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 65, 98, 115, Integer.MIN_VALUE})
    void readsNothingElse(int published) {
        assertThat(PixelFormat.ofDxgiFormat(published)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void layoutsAreMadeOnce(PixelFormat format) {
        assertThat(PixelLayout.of(format)).isSameAs(PixelLayout.of(format))
                .isEqualTo(new PixelLayout(format, 0, false));
    }

    @Test
    void layoutsKnowTheirBytes() {
        assertThat(PixelLayout.of(PixelFormat.RGBA32F).bytesFor(3, 2)).isEqualTo(96);
        assertThat(PixelLayout.of(PixelFormat.R8).rowPitchFor(17)).isEqualTo(17);
        assertThat(PixelLayout.of(PixelFormat.RG8).rowPitch(40).bytesFor(17, 2)).isEqualTo(74);
    }
}
