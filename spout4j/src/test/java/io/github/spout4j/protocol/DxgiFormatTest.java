package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.spout4j.PixelFormat;

class DxgiFormatTest {
    @ParameterizedTest
    @CsvSource({"0, B8G8R8A8_UNORM", "2, R32G32B32A32_FLOAT", "10, R16G16B16A16_FLOAT", "11, R16G16B16A16_UNORM",
            "13, R16G16B16A16_SNORM", "21, D3D9_A8R8G8B8", "22, D3D9_X8R8G8B8", "24, R10G10B10A2_UNORM",
            "28, R8G8B8A8_UNORM", "29, R8G8B8A8_UNORM_SRGB", "31, R8G8B8A8_SNORM", "61, R8_UNORM",
            "87, B8G8R8A8_UNORM", "88, B8G8R8X8_UNORM", "91, B8G8R8A8_UNORM_SRGB"})
    void knowsTheFormatsOfSenders(int code, String name) {
        assertThat(DxgiFormat.of(code)).hasValueSatisfying(format -> assertThat(format.name()).isEqualTo(name));
        assertThat(DxgiFormat.describe(code)).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource
    void hasANameForEveryFormatOfPixels(PixelFormat format) {
        assertThat(DxgiFormat.of(format.dxgiFormat())).isPresent();
    }

    @Test
    void everyFormatIsFoundByItsCode() {
        for (DxgiFormat format : DxgiFormat.values()) {
            assertThat(DxgiFormat.of(format.code())).hasValue(format);
        }
    }

    @Test
    void anUnknownFormatIsDescribedByItsNumber() {
        assertThat(DxgiFormat.of(-1)).isEmpty();
        assertThat(DxgiFormat.describe(-1)).isEqualTo("format 4294967295");
    }
}
