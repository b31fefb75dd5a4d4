package io.github.spout4j.engine;

import io.github.spout4j.sdk.Findings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders of the SDK at every rate that people use: each frame once and whole, soon, whether they count or not. */
@Tag("alone")
class SdkRatesTest {
    private static final Duration LENGTH = Duration.ofSeconds(1);
    /** Of a goal of 100 ms; other programs of this machine may be busy. */
    private static final double FIRST_MILLIS = 400;
    /** More than a period. */
    private static final double LATER_MILLIS = 3;
    private static final int LATEST_MILLIS = 8;
    private static final double FPS_TOLERANCE = 0.1;

    @ParameterizedTest
    @ValueSource(doubles = {24, 25, 30, 50, 59.94, 60, 90, 120, 144})
    void aSenderThatDoesNotCount(double hertz) {
        // 2.006 writes its memory share under the lock; a texture's copy lands when the GPU has done it
        requireAll(hertz, "counted=false", EngineUnderTest.sharesTextures() ? late(hertz) : "late=0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {24, 25, 30, 50, 59.94, 60, 90, 120, 144})
    void aSenderThatCountsBeforeThePixelsAreThere(double hertz) {
        requireAll(hertz, "counted=true", late(hertz));
    }

    /** Up to 8 ms, and half a period: pixels are looked at twice before the next frame overwrites them. */
    private static String late(double hertz) {
        return "late=0.." + (int) Math.min(LATEST_MILLIS, 500 / hertz);
    }

    /** Above 100 Hz some frames stand for little longer than half a period. */
    private static Duration fleeting(double hertz) {
        return hertz > 100 ? Duration.ofMillis(5) : SdkSession.FLEETING;
    }

    private static void requireAll(double hertz, String counted, String late) {
        try (SdkSession session = new SdkSession()) {
            session.runWell(LENGTH, fleeting(hertz), findings -> wrong(findings, hertz), "hz=" + hertz, counted,
                    late);
        }
    }

    private static Optional<String> wrong(Findings findings, double hertz) {
        if (findings.firstMillis() > FIRST_MILLIS) {
            return Optional.of("the first frame is late");
        }
        if (findings.latencyMillis(0.5) > 1000 / hertz + LATER_MILLIS) {
            return Optional.of("frames are late");
        }
        boolean right = Math.abs(findings.fps() / findings.sentRate() - 1) < FPS_TOLERANCE;
        return right ? Optional.empty() : Optional.of("fps() is wrong");
    }
}
