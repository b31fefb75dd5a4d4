package io.github.spout4j.kernel.win32;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {
    @Test
    void anotherSessionThanTheDesktopsIsTold() {
        assertThat(new Sessions(0, 2).elsewhere().orElseThrow().value())
                .isEqualTo(
                        "this program runs in session 0, the desktop is session 2: programs there are not seen here");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, -1", "-1, 1"})
    void oneSessionOrAnUnknownOneIsNot(int own, int desktop) {
        assertThat(new Sessions(own, desktop).elsewhere()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "sessions are on Windows alone")
    void thisProgramsIsKnown() {
        assertThat(Sessions.now().own()).isNotNegative();
    }
}
