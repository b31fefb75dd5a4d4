package io.github.spout4j.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final long MILLI = 1_000_000;
    private static final int PERIOD = 20;

    private final List<FrameLedger.Entry> entries = new ArrayList<>();
    private final SentFrames sent = new SentFrames();

    /** Frames 1 to 10, 20 ms apart, each complete 5 ms after it was issued. */
    FindingsTest() {
        for (int number = 1; number <= 10; number++) {
            send(number, number * PERIOD + 4, number * PERIOD + 5, 0);
        }
    }

    private void send(int number, long began, long complete, long stood) {
        sent.add(number, new SentFrames.Times(number * PERIOD * MILLI, began * MILLI, complete * MILLI, stood * MILLI));
    }

    private void get(int number, long counted, long millis) {
        entries.add(new FrameLedger.Entry(number, 0, counted, millis * MILLI, 1));
    }

    private Findings findings() {
        return new Findings(entries, sent.all(), 0, 250 * MILLI, 25 * MILLI, 50);
    }

    @Test
    void allOnce() {
        for (int number = 1; number <= 10; number++) {
            get(number, number, number * PERIOD + 5 + number);
        }
        assertThat(findings().distinct()).isEqualTo(10);
        assertThat(findings().repeats()).isZero();
        assertThat(findings().missed()).isZero();
        assertThat(findings().torn()).isZero();
        assertThat(findings().numbersRise()).isTrue();
        assertThat(findings().firstMillis()).isEqualTo(26);
        assertThat(findings().latencyMillis(0)).as("not of the first, which may be old").isEqualTo(2);
        assertThat(findings().latencyMillis(0.5)).isEqualTo(6);
        assertThat(findings().latencyMillis(1)).isEqualTo(10);
        assertThat(findings().cpuPercent()).isEqualTo(10);
    }

    @Test
    void olderOnesAndTheSameAreRepeats() {
        for (int number : new int[]{1, 2, 2, 3, 1, 4}) {
            get(number, 7, 100);
        }
        assertThat(findings().repeats()).isEqualTo(2);
        assertThat(findings().distinct()).isEqualTo(4);
        assertThat(findings().numbersRise()).isFalse();
    }

    @Test
    void whatLiesBetweenIsMissedWhereItCouldBeSeen() {
        send(5, 104, 122, 0);
        for (int number : new int[]{2, 3, 6, 9}) {
            get(number, number, number * PERIOD + 6);
        }
        assertThat(findings().missed()).as("4, 5, 7, 8").isEqualTo(4);
        assertThat(findings().missed(Duration.ofMillis(3))).as("5 could be seen for 2 ms").isEqualTo(3);
        assertThat(findings().due(Duration.ofMillis(3))).isEqualTo(7);
        assertThat(findings().missed(Duration.ofMillis(30))).isZero();
        get(1, 1, 180);
        assertThat(findings().missed()).as("from 1 on").isEqualTo(4);
    }

    @Test
    void silenceIsMissingToo() {
        get(2, 2, 50);
        assertThat(findings().missed()).as("3 to 9; 10 may still come").isEqualTo(7);
        entries.clear();
        assertThat(findings().missed()).isEqualTo(9);
        assertThat(findings().sentRate()).isEqualTo(40);
        assertThat(findings().landingMillis(0.5)).isEqualTo(1);
    }

    @Test
    void partsThatStoodTooLongExcuseATornFrameOfThatTimeAlone() {
        send(5, 104, 115, 8);
        get(PictureReader.TORN, 1, 112);
        get(PictureReader.TORN, 2, 200);
        assertThat(findings().torn()).isEqualTo(2);
        assertThat(findings().torn(Duration.ofMillis(7))).isEqualTo(1);
        assertThat(findings().torn(Duration.ofMillis(8))).isEqualTo(2);
        assertThat(findings().distinct()).isZero();
    }

    @Test
    void nothingAtAll() {
        assertThat(findings().firstMillis()).isNaN();
        assertThat(findings().newest()).isZero();
        assertThat(findings().toString()).contains("\"new\":0").contains("\"first_ms\":null");
    }
}
