package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.sdk.Change;
import io.github.spout4j.sdk.Findings;
import io.github.spout4j.sdk.FrameLedger;
import io.github.spout4j.sdk.Metronome;
import io.github.spout4j.sdk.SdkHost;
import io.github.spout4j.sdk.SdkProcess;
import io.github.spout4j.sdk.SdkSenderOptions;
import io.github.spout4j.sdk.SdkThreads;
import io.github.spout4j.sdk.SentFrames;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The engine under test as receiver, and senders of the SDK: in another process, or in this one where the engine's textures
 * don't leave it. What was received is written to a report in {@code target}.
 */
final class SdkSession implements AutoCloseable {
    /** What nobody can be asked to see: pixels that the next frame overwrites so soon. */
    static final Duration FLEETING = Duration.ofMillis(3);
    /** Whoever looks twice, so far apart, sees that parts of a frame are none; the sender's gaps are half as long. */
    static final Duration HELD_UP = Duration.ofMillis(1);

    private static final Duration SLOWEST_LANDING = Duration.ofMillis(8);
    private static final double LEAST_OF_RATE = 0.85;
    /** Of so many frames one may be missed. Textures are copied by a GPU that is this machine's processor, and looked at twice. */
    private static final int ONE_IN = 50;
    private static final int ONE_IN_OF_TEXTURES = 20;
    private static final int ONE_IN_OF_HARD_TEXTURES = 8;
    private static final double FAST_HERTZ = 80;
    private static final double BUSY_PERCENT = 2;

    private static final Path REPORT = Path.of("target",
            "sdk-senders-" + System.getProperty("os.name").split(" ")[0].toLowerCase(Locale.ROOT) + "-"
                    + System.getProperty("spout.engine", "direct") + ".txt");
    private static final Duration WARM_UP = Duration.ofMillis(700);
    private static final int TRIES = 3;

    private static boolean warm;
    /** The child process serves all tests of this JVM. */
    private static SdkProcess child;

    private final Spout spout = EngineUnderTest.open();
    private SdkHost host;
    private boolean sending;

    Spout spout() {
        return spout;
    }

    /** Where senders run; the same as long as nobody closed it. */
    SdkHost host() {
        if (host == null) {
            if (EngineUnderTest.confined().isPresent()) {
                host = new SdkThreads(spout);
            } else {
                child = child == null ? new SdkProcess() : child;
                host = child;
            }
        }
        return host;
    }

    /** Returns once the first frame was sent. */
    void start(SdkSenderOptions options) {
        sending = true;
        host().start(options);
    }

    SentFrames stop() {
        SentFrames sent = host().stop();
        sending = false;
        return sent;
    }

    /** Ends the sender as kill -9 does; the next is in a new process. */
    void kill() {
        host.close();
        child = host == child ? null : child;
        host = null;
        sending = false;
    }

    /** What a sender sends that has textures where the engine under test shares some, and memory elsewhere. */
    static SdkSenderOptions options(String... words) {
        return SdkSenderOptions.of("name=" + UniqueName.of("sdk"), "transport=" + EngineUnderTest.transport())
                .with(words);
    }

    /** A sender, and a receiver that opens when it sends already. */
    private Findings run(Duration length, SdkSenderOptions options) {
        if (!warm) {
            warm = true;
            run(WARM_UP, options);
        }
        start(options);
        FrameLedger ledger = new FrameLedger();
        try (SpoutReceiver receiver = spout.receiver(options.name()).open()) {
            ledger.receive(receiver, length);
        }
        Findings findings = ledger.findings(stop());
        report(options.toString(), findings);
        return findings;
    }

    /** @see #runWell(Duration, Duration, Function, String...) */
    void runWell(Duration length, Duration seen, String... words) {
        runWell(length, seen, _ -> Optional.empty(), words);
    }

    /**
     * Runs until at most one frame, and one in 50 (textures: in 20; in 8 above 80 Hz, and where strips don't show a change), is
     * missed that was to be seen for so long, and nothing else is wrong either; some times, as other programs may hold this one
     * up. Given up, to be seen as such, where they do so all the time. Nothing excuses a frame that comes twice.
     *
     * @param wrong what else is wrong with a run
     */
    void runWell(Duration length, Duration seen, Function<Findings, Optional<String>> wrong, String... words) {
        for (int again = 1;; again++) {
            SdkSenderOptions options = options(words);
            try (Metronome metronome = new Metronome()) {
                Findings findings = run(length, options);
                requireOnce(findings);
                requireNumbersRise(findings);
                Optional<String> reason = torn(findings).or(() -> missed(findings, seen, options))
                        .or(() -> wrong.apply(findings));
                if (reason.isEmpty() && isInTime(findings, options)) {
                    return;
                }
                if (again == TRIES) {
                    assumeTrue(isInTime(findings, options),
                            () -> "the sender cannot keep time on this machine: %.1f frames a second, which land in %.1f ms"
                                    .formatted(findings.sentRate(), findings.landingMillis(0.75)));
                    double heldUp = metronome.heldUpPercent();
                    assumeTrue(heldUp < BUSY_PERCENT,
                            () -> "this machine is too busy: it held a thread up for %.1f %% of the time"
                                    .formatted(heldUp));
                    throw new AssertionError(reason.orElseThrow() + ": " + findings + "\n" + findings.story());
                }
            }
        }
    }

    private static Optional<String> torn(Findings findings) {
        int torn = findings.torn(HELD_UP);
        return torn == 0 ? Optional.empty() : Optional.of(torn + " torn");
    }

    private static Optional<String> missed(Findings findings, Duration seen, SdkSenderOptions options) {
        int missed = findings.missed(seen);
        int due = findings.due(seen);
        int one = ONE_IN;
        if (EngineUnderTest.sharesTextures()) {
            boolean hard = options.meanHertz() > FAST_HERTZ || options.change() == Change.SMALL;
            one = hard ? ONE_IN_OF_HARD_TEXTURES : ONE_IN_OF_TEXTURES;
        }
        return missed <= 1 + due / one
                ? Optional.empty()
                : Optional.of("missed " + missed + " of " + due);
    }

    private static boolean isInTime(Findings findings, SdkSenderOptions options) {
        return findings.sentRate() > LEAST_OF_RATE * options.meanHertz()
                && findings.landingMillis(0.75) < SLOWEST_LANDING.toMillis();
    }

    private static void requireOnce(Findings findings) {
        assertThat(findings.repeats()).as("repeats: " + findings + "\n" + findings.story()).isZero();
    }

    static void requireOnceAndWhole(Findings findings) {
        requireOnce(findings);
        assertThat(findings.torn(HELD_UP)).as("torn: " + findings + "\n" + findings.story()).isZero();
    }

    /** Of one sender. */
    static void requireNumbersRise(Findings findings) {
        assertThat(findings.numbersRise()).as("numbers rise: " + findings + "\n" + findings.story()).isTrue();
    }

    static void report(String title, Findings findings) {
        try {
            Files.createDirectories(REPORT.toAbsolutePath().getParent());
            Files.writeString(REPORT, Instant.now() + " " + title + " " + findings + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (host != null && (host != child || sending)) {
            kill();
        }
        spout.close();
    }
}
