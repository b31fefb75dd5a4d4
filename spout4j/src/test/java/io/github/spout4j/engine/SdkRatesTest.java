package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.sdk.Findings;
import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders of the SDK at every rate that people use: each frame once and whole, soon, whether they count or not. */
class SdkRatesTest {
    private static final Duration LENGTH = Duration.ofSeconds(1);
    /** Of a goal of 100 ms; other programs of this machine may be busy. */
    private static final double FIRST_MILLIS = 400;
    /** More than a period. */
    private static final double LATER_MILLIS = 3;
    private static final Percentage FPS = Percentage.withPercentage(10);

    @ParameterizedTest
    @ValueSource(doubles = {24, 25, 30, 50, 59.94, 60, 90, 120, 144})
    void aSenderThatDoesNotCount(double hertz) {
        // 2.006 writes its memory share under the lock; a texture's copy lands when the GPU has done it
        requireAll(hertz, "counted=false", EngineUnderTest.sharesTextures() ? "late=0..8" : "late=0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {24, 25, 30, 50, 59.94, 60, 90, 120, 144})
    void aSenderThatCountsBeforeThePixelsAreThere(double hertz) {
        requireAll(hertz, "counted=true", "late=0..8");
    }

    private static void requireAll(double hertz, String counted, String late) {
        try (SdkSession session = new SdkSession()) {
            Findings findings = session.runWell(LENGTH, SdkSession.FLEETING, "hz=" + hertz, counted, late);
            String all = findings + "\n" + findings.story();
            assertThat(findings.firstMillis()).as("first: " + all).isLessThan(FIRST_MILLIS);
            assertThat(findings.latencyMillis(0.5)).as("latency: " + all).isLessThan(1000 / hertz + LATER_MILLIS);
            assertThat(findings.fps()).as("fps: " + all).isCloseTo(findings.sentRate(), FPS);
        }
    }
}
