package io.github.spout4j.d3d11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HResultTest {
    private static D3dException failure(int code) {
        return catchThrowableOfType(D3dException.class, () -> HResult.check(code, "Call(7)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x80, 0x102, Integer.MAX_VALUE})
    void whatIsNotNegativeIsNoFailure(int code) {
        assertThatCode(() -> HResult.check(code, "Call")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0x80004001, E_NOTIMPL", "0x80070057, E_INVALIDARG", "0x8007000E, E_OUTOFMEMORY",
            "0x887A0001, DXGI_ERROR_INVALID_CALL", "0x887A0002, DXGI_ERROR_NOT_FOUND"})
    void aFailureTellsItsNameItsNumberAndTheCall(String number, String name) {
        int code = Integer.parseUnsignedInt(number.substring(2), 16);
        D3dException failure = failure(code);
        assertThat(failure).isNotInstanceOf(DeviceLostException.class)
                .hasMessage("Call(7) failed: " + name + " (" + number + ")");
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.reason()).isEqualTo(name + " (" + number + ")");
    }

    @ParameterizedTest
    @CsvSource({"0x887A0005, DXGI_ERROR_DEVICE_REMOVED", "0x887A0006, DXGI_ERROR_DEVICE_HUNG",
            "0x887A0007, DXGI_ERROR_DEVICE_RESET"})
    void theLossOfADeviceIsToldApart(String number, String name) {
        assertThat(failure(Integer.parseUnsignedInt(number.substring(2), 16))).isInstanceOf(DeviceLostException.class)
                .hasMessageContaining(name);
    }

    @Test
    void aCodeThatNobodyKnowsIsANumber() {
        assertThat(failure(0xDEADBEEF)).hasMessage("Call(7) failed: 0xDEADBEEF");
    }
}
