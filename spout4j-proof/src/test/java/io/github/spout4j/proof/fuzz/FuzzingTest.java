package io.github.spout4j.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzingTest {
    private static final String STATE = """
            #2	INITED cov: 11 ft: 12 corp: 1/1b exec/s: 0 rss: 451Mb
            #16384	pulse  cov: 145 ft: 195 corp: 15/7881b lim: 896 exec/s: 4096 rss: 451Mb
            """;
    private static final String STATISTICS = """
            stat::number_of_executed_units: 98688
            stat::average_exec_per_sec:     1617
            """;

    @Test
    void countsAreTheLastThatItSays() {
        assertThat(Fuzzing.of(STATE + STATISTICS)).isEqualTo(new Fuzzing(98688, 1617, 145, 15, ""));
    }

    @Test
    void whatWasThrownIsToldInALine() {
        assertThat(Fuzzing.of(STATE + """

                == Java Exception: java.lang.AssertionError: not kept: a name has 1 to 255 bytes
                	at io.github.spout4j.proof.fuzz.targets.Must.hold(Must.java:10)
                == libFuzzer crashing input ==
                """ + STATISTICS).wrong()).isEqualTo("java.lang.AssertionError: not kept: a name has 1 to 255 bytes");
    }

    @Test
    void whatDoesNotEndIsToldInALine() {
        assertThat(Fuzzing.of(STATE + "==904== ERROR: libFuzzer: timeout after 27 seconds\nMS: 2\n").wrong())
                .isEqualTo("libFuzzer: timeout after 27 seconds");
    }

    @Test
    void itIsReadByPeople() {
        assertThat(new Fuzzing(98688, 1617, 145, 15, ""))
                .hasToString("98,688 inputs, 1,617 a second, 145 edges, 15 inputs kept");
    }
}
