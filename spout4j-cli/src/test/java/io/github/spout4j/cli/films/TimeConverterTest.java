package io.github.spout4j.cli.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeConverterTest {
    @ParameterizedTest
    @CsvSource({"0,0", "12.5,12500", "90,90000", "0:12.5,12500", "2:03,123000", "1:02:03.5,3723500",
            "10:00:00,36000000",
            "0.001,1"})
    void readsSecondsMinutesAndHours(String text, long millis) {
        assertThat(new TimeConverter().convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1:60", "1:60:00", ":1", "1:", "1:2:3:4", "soon", "1e3", "0x1", "1.", "NaN",
            "1:100"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> new TimeConverter().convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is no time");
    }

    @ParameterizedTest
    @CsvSource({"0,0:00.0", "10000,0:10.0", "59960,1:00.0", "3723500,1:02:03.5"})
    void isWrittenForPeople(long millis, String text) {
        assertThat(FilmTexts.time(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
