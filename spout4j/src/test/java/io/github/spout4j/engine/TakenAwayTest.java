package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files of objects that are in use are cut or removed. Nobody gets another error than a SpoutException, and frames go on by themselves; an InternalError of
 * Java's fails each of these.
 */
@AcrossProcesses
class TakenAwayTest {
    private static final int SIDE = 16;
    private static final Duration FRAME = Duration.ofMillis(20);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final int REMOVED = -1;
    private static final int IN_THE_PIXELS = 65536 + 4096 + 100;

    private final String name = UniqueName.of("taken");
    private int number = 1000;

    @BeforeEach
    void files() {
        assumeFalse(TestSystem.WINDOWS, "memory that Windows shares is no file that another program could cut");
    }

    /** The files of all objects whose name begins so. */
    private static List<Path> filesOf(String object) {
        String begin = "object." + object.replaceAll("[^A-Za-z0-9-]", "_");
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("spout.directory")))) {
            return all.filter(file -> file.getFileName().toString().startsWith(begin)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(String object, int length) {
        Await.until(object + " is there", PATIENCE, () -> !filesOf(object).isEmpty());
        for (Path path : filesOf(object)) {
            try {
                if (length == REMOVED) {
                    Files.deleteIfExists(path);
                } else {
                    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                        file.setLength(Math.min(length, file.length()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends frames until one of them comes with every pixel right, and the sender is listed. */
    private void requireGoesOn(SenderSide sender, Spout spout, SpoutReceiver receiver, String after) {
        Await.until("frames come, and the sender is listed, after " + after, PATIENCE, () -> {
            number++;
            try {
                sender.send(number);
                SpoutFrame frame = receiver.receive(FRAME).orElse(null);
                return frame != null && shows(frame, number)
                        && spout.senders().list().stream().map(SenderInfo::name).anyMatch(name::equals);
            } catch (SpoutException e) {
                return false;
            }
        });
    }

    private static boolean shows(SpoutFrame frame, int number) {
        try (frame) {
            Pattern.requireSame(frame, number, SIDE, SIDE);
            return true;
        } catch (AssertionError e) {
            return false; // an earlier one
        }
    }

    private interface SenderSide {
        void send(int number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, REMOVED, IN_THE_PIXELS})
    void whileAnotherProcessSends(int length) {
        try (Spout spout = EngineUnderTest.open();
                SpoutPeer peer = new SpoutPeer();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            peer.ask("sender", name, SIDE, SIDE, PixelFormat.RGBA8);
            SenderSide sender = frame -> assertThat(peer.ask("send", frame)).matches("true|false|SpoutException .*");
            requireGoesOn(sender, spout, receiver, "nothing");
            for (String object : length == IN_THE_PIXELS
                    ? List.of("NAME_ring_")
                    : List.of("NAME_mutex", "NAME_spout4j", "NAME_ring", "NAME_Count_Semaphore", "SpoutSenderNames",
                            "ActiveSenderName", "NAME", "")) {
                cut(object.replace("NAME", name), length);
                requireGoesOn(sender, spout, receiver, object + " was cut to " + length);
            }
            peer.end();
        }
        assertThat(filesOf(name)).isEmpty();
    }

    @Test
    void ofFramesThatOneKeeps() {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(name).size(SIDE, SIDE).open();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            sender.send(Pattern.argb(1, SIDE, SIDE));
            SpoutFrame kept = receiver.receive(PATIENCE).orElseThrow();
            SpoutFrame next = sender.nextFrame();
            cut(name, 0);
            kept.close();
            assertThatExceptionOfType(SpoutException.class).isThrownBy(next::close).withMessageContaining("; ");
            requireGoesOn(frame -> sender.send(Pattern.argb(frame, SIDE, SIDE)), spout, receiver, "a frame was kept");
        }
    }

    @Test
    void othersAreStillListed() {
        String other = UniqueName.of("other");
        try (Spout spout = EngineUnderTest.open();
                SpoutPeer peer = new SpoutPeer();
                SpoutSender _ = spout.sender(other).size(SIDE, SIDE).open()) {
            peer.ask("sender", name, SIDE, SIDE, PixelFormat.RGBA8);
            assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name, other);
            cut(name, 0);
            assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(other).doesNotContain(name);
            assertThat(spout.senders().find(name)).isEmpty();
            assertThat(spout.senders().find(other)).isPresent();
        }
    }

    @Test
    void ofABufferAndAnEvent() {
        try (Spout spout = EngineUnderTest.open()) {
            for (int length : new int[]{0, REMOVED}) {
                try (MemoryBuffer buffer = spout.createMemoryBuffer(name, 100);
                        FrameSync sync = spout.frameSync(name)) {
                    buffer.write(new byte[]{1, 2, 3});
                    cut(name, length);
                    requireErrorsOrNone(_ -> buffer.read().length == 100);
                    requireErrorsOrNone(_ -> {
                        sync.signal();
                        return sync.await(AT_ONCE);
                    });
                }
                try (MemoryBuffer buffer = spout.createMemoryBuffer(name, 100);
                        FrameSync sync = spout.frameSync(name)) {
                    buffer.write(new byte[]{4});
                    assertThat(buffer.read()).startsWith(4);
                    sync.signal();
                    assertThat(sync.await(AT_ONCE)).isTrue();
                }
                assertThat(filesOf(name)).isEmpty();
            }
        }
    }

    /** What was removed can still be used by those who have it; what was cut ends in an error, again and again. */
    private static void requireErrorsOrNone(IntPredicate call) {
        for (int time = 0; time < 3; time++) {
            try {
                assertThat(call.test(time)).isTrue();
            } catch (SpoutException e) {
                assertThat(e).hasMessageContaining("; ");
            }
        }
    }
}
