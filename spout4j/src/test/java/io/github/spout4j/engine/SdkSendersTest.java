package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.sdk.Findings;
import io.github.spout4j.sdk.FrameLedger;
import io.github.spout4j.sdk.SdkSenderOptions;
import io.github.spout4j.testing.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders of the SDK that do not send as evenly as a clock, and such as come to a bad end. */
@Tag("alone")
class SdkSendersTest {
    private static final Duration LENGTH = Duration.ofMillis(800);
    /** Seen for so long, a frame is to be had however unexpected it comes. */
    private static final Duration LONG = Duration.ofMillis(9);
    private static final Duration SOON = Duration.ofMillis(400);

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8})
    void pixelsThatAlwaysLandSoLate(int late) {
        try (SdkSession session = new SdkSession()) {
            session.runWell(LENGTH, SdkSession.FLEETING, "counted=true", "late=" + late);
        }
    }

    @Test
    void pixelsThatLandInManyParts() {
        try (SdkSession session = new SdkSession()) {
            session.runWell(LENGTH, SdkSession.FLEETING, "counted=true", "late=8", "blocks=12", "gap=0.4");
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 8", "60, 4"})
    void jitter(int hertz, int millis) {
        try (SdkSession session = new SdkSession()) {
            session.runWell(LENGTH, LONG, "hz=" + hertz, "jitter=" + millis);
        }
    }

    @Test
    void pauses() {
        try (SdkSession session = new SdkSession()) {
            session.runWell(Duration.ofMillis(1600), LONG, "hz=60", "pause=300");
        }
    }

    @Test
    void bursts() {
        try (SdkSession session = new SdkSession()) {
            session.runWell(LENGTH, LONG, "hz=30", "burst=3x4");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSmallSquareIsAllThatMoves(boolean counted) {
        try (SdkSession session = new SdkSession()) {
            session.runWell(LENGTH, SdkSession.FLEETING, "change=SMALL", "counted=" + counted);
        }
    }

    @Test
    @WithTextures
    void aSenderThatTakesNoLock() {
        try (SdkSession session = new SdkSession()) {
            session.runWell(LENGTH, SdkSession.FLEETING, "lock=false", "late=2");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStillPictureComesOnce(boolean counted) {
        try (SdkSession session = new SdkSession()) {
            SdkSenderOptions options = SdkSession.options("change=NONE", "counted=" + counted);
            FrameLedger ledger = new FrameLedger();
            session.start(options);
            try (SpoutReceiver receiver = session.spout().receiver(options.name()).open()) {
                await(ledger, receiver, 1);
                ledger.receive(receiver, LENGTH);
            }
            Findings findings = ledger.findings(session.stop());
            SdkSession.report(options.toString(), findings);
            SdkSession.requireOnceAndWhole(findings);
            assertThat(ledger.size()).as(findings.toString()).isEqualTo(1);
        }
    }

    @Test
    @WithTextures
    void anotherSizeIsAnotherTexture() {
        try (SdkSession session = new SdkSession()) {
            SdkSenderOptions options = SdkSession.options("late=0..8");
            FrameLedger ledger = new FrameLedger();
            session.start(options);
            try (SpoutReceiver receiver = session.spout().receiver(options.name()).open()) {
                for (int width : new int[]{320, 200, 640}) {
                    session.host().resize(width, 120);
                    await(ledger, receiver, "a frame " + width + " pixels wide",
                            () -> ledger.size() > 0 && ledger.entries().getLast().width() == width);
                    await(ledger, receiver, ledger.size() + 10);
                }
            }
            Findings findings = ledger.findings(session.stop());
            SdkSession.report("sizes " + options, findings);
            SdkSession.requireOnceAndWhole(findings);
            SdkSession.requireNumbersRise(findings);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSenderThatIsKilledAndComesBack(boolean counted) {
        requireGoesOnAfter(false, "blocks=1", "counted=" + counted);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSenderThatIsKilledWhileItHasTheLock(boolean counted) {
        requireGoesOnAfter(true, "counted=" + counted);
    }

    /** Receives until there are so many frames. */
    private static void await(FrameLedger ledger, SpoutReceiver receiver, int frames) {
        await(ledger, receiver, frames + " frames", () -> ledger.size() >= frames);
    }

    private static void await(FrameLedger ledger, SpoutReceiver receiver, String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ledger.receiveWhile(receiver, () -> !done.getAsBoolean() && System.nanoTime() - deadline < 0);
        assertThat(done.getAsBoolean()).as(what).isTrue();
    }

    /** No frame twice, no half one, and no exception; the next sender of that name is received. */
    private static void requireGoesOnAfter(boolean stuck, String... words) {
        assumeTrue(EngineUnderTest.confined().isEmpty(), () -> EngineUnderTest.confined().orElseThrow());
        try (SdkSession session = new SdkSession()) {
            SdkSenderOptions options = SdkSession.options(words);
            FrameLedger ledger = new FrameLedger();
            session.start(options);
            try (SpoutReceiver receiver = session.spout().receiver(options.name()).open()) {
                await(ledger, receiver, 10);
                if (stuck) {
                    session.host().getStuck();
                    ledger.receive(receiver, SOON.dividedBy(4));
                }
                session.kill();
                Await.until("the sender is gone", PATIENCE, () -> {
                    ledger.receive(receiver, SOON.dividedBy(8));
                    return session.spout().senders().find(options.name()).isEmpty();
                });
                session.start(options.with("first=1000"));
                await(ledger, receiver, ledger.entries().size() + 10);
                Findings findings = ledger.findings(session.stop());
                SdkSession.report("killed " + options, findings);
                SdkSession.requireOnceAndWhole(findings);
                assertThat(findings.newest()).as("of the next sender: " + findings).isGreaterThan(1000);
            }
        }
    }
}
