package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DxgiFormatTest {
    @ParameterizedTest
    @CsvSource({"0, B8G8R8A8_UNORM, 4", "2, R32G32B32A32_FLOAT, 16", "10, R16G16B16A16_FLOAT, 8",
            "11, R16G16B16A16_UNORM, 8", "21, D3D9_A8R8G8B8, 4", "22, D3D9_X8R8G8B8, 4", "24, R10G10B10A2_UNORM, 4",
            "28, R8G8B8A8_UNORM, 4", "29, R8G8B8A8_UNORM_SRGB, 4", "61, R8_UNORM, 1", "87, B8G8R8A8_UNORM, 4",
            "88, B8G8R8X8_UNORM, 4", "91, B8G8R8A8_UNORM_SRGB, 4"})
    void knowsTheFormatsOfSenders(int code, String name, int bytes) {
        assertThat(DxgiFormat.of(code)).hasValueSatisfying(format -> {
            assertThat(format.name()).isEqualTo(name);
            assertThat(format.bytesPerPixel()).isEqualTo(bytes);
        });
        assertThat(DxgiFormat.describe(code)).isEqualTo(name);
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
