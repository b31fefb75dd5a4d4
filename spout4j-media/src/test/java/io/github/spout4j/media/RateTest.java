package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frame rates as people and films write them. */
class RateTest {
    @ParameterizedTest
    @CsvSource({"25,25,1", "29.97,30000,1001", "23.976,24000,1001", "23.98,24000,1001", "59.94,60000,1001",
            "30000/1001,30000,1001",
            "30,30,1", "12.5,25,2", "0.5,1,2", "50/2,25,1", "60.01,6001,100"})
    void whatPeopleWrite(String text, int numerator, int denominator) {
        assertThat(Rate.parse(text)).contains(new Rate(numerator, denominator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "25fps", "1/0", "0/1", "NaN", "1e3", "30000/", "999999999999/1"})
    void whatIsNone(String text) {
        assertThat(Rate.parse(text)).isEmpty();
    }

    @Test
    void itIsWrittenAsPeopleDo() {
        assertThat(new Rate(30_000, 1001)).hasToString("29.97");
        assertThat(new Rate(24_000, 1001)).hasToString("23.976");
        assertThat(Rate.of(100)).hasToString("100");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"59.3,60", "31,30", "24.4,24", "51,50", "0.4,1", "900,240", "27.2,25", "27.5,30"})
    void theUsualRateNearestToAMeasuredOne(double measured, int usual) {
        assertThat(Rate.usual(measured)).isEqualTo(Rate.of(usual));
    }

    @ParameterizedTest
    @CsvSource({"25,1,25,1,25,1", "30000,1001,30000,1001,30000,1001", "50,1,25,1,25,1",
            "60000,1001,30000,1001,30000,1001",
            "90000,1,1484,49,30,1", "1000,1,24974,1000,25,1", "0,0,25,1,25,1", "25,1,0,0,25,1", "120,1,17,1,17,1"})
    void theRateOfAFilm(int clock, int per, int mean, int permean, int numerator, int denominator) {
        assertThat(Probe.rate(new double[]{clock, per}, new double[]{mean, permean}))
                .contains(new Rate(numerator, denominator));
    }

    @Test
    void aFilmWithoutOne() {
        assertThat(Probe.rate(new double[]{0, 0}, new double[]{0, 0})).isEmpty();
        assertThat(Probe.rate(new double[]{90_000, 1}, new double[]{0, 0})).isEmpty();
    }
}
