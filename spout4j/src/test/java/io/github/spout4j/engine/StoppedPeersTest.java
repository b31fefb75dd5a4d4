package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are stopped (SIGSTOP) while they own something that all need: no call throws, and all is well when they go on. */
@AcrossProcesses
class StoppedPeersTest {
    private static final Duration LASTING = Duration.ofMillis(2500);
    /** Half of what a call waits for a lock that it cannot do without. */
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration FRAME = Duration.ofMillis(50);
    private static final int SIDE = 16;

    private final String name = UniqueName.of("stopped");

    @BeforeEach
    void signals() {
        assumeFalse(TestSystem.WINDOWS, "Windows has no signal that stops a process");
    }

    private static void signal(String signal, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor()).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All that a program does again and again with the senders of others. */
    private void look(Spout spout, SpoutReceiver receiver) {
        long start = System.nanoTime();
        assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
        assertThat(spout.senders().find(name)).isPresent();
        assertThat(spout.senders().active()).isPresent();
        assertThat(receiver.info()).isPresent();
        assertThat(receiver.awaitSender(FRAME)).isPresent();
        receiver.receive(FRAME).ifPresent(frame -> frame.close());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("none of it waits for long").isLessThan(SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME_map_mutex", "NAME_mutex", "NAME_SpoutAccessMutex", "SpoutSenderNames_mutex",
            "ActiveSenderName_mutex"})
    void withALock(String lock) {
        try (Spout spout = EngineUnderTest.open();
                SpoutPeer peer = new SpoutPeer();
                SpoutSender sender = spout.sender(name).size(SIDE, SIDE).open();
                SpoutReceiver receiver = spout.receiver(name).open();
                SpoutReceiver late = spout.receiver(name).open()) {
            sender.send(Pattern.argb(1, SIDE, SIDE));
            Pattern.requireReceived(receiver, 1, SIDE, SIDE);
            assertThat(peer.ask("lock", lock.replace("NAME", name))).isEqualTo("SIGNALLED");
            signal("STOP", peer.pid());
            try {
                sender.send(Pattern.argb(2, SIDE, SIDE)); // may be dropped
                long end = System.nanoTime() + LASTING.toNanos();
                while (System.nanoTime() - end < 0) {
                    look(spout, receiver);
                    look(spout, late);
                }
                if (lock.startsWith("SpoutSenderNames")) {
                    assertThatExceptionOfType(SpoutException.class)
                            .isThrownBy(() -> spout.sender(name + "-more").size(SIDE, SIDE).open())
                            .withMessageContaining(lock).withMessageContaining("process " + peer.pid());
                }
            } finally {
                signal("CONT", peer.pid());
            }
            assertThat(peer.ask("unlock")).isEqualTo("free");
            assertThat(sender.send(Pattern.argb(3, SIDE, SIDE))).isTrue();
            Pattern.requireReceived(receiver, 3, SIDE, SIDE);
            Pattern.requireReceived(late, 3, SIDE, SIDE);
        }
    }

    /** A program that makes or opens an object has a lock for microseconds, and may be stopped just then. */
    @Test
    void whileItOpensAnObject() throws IOException, InterruptedException {
        try (Spout spout = EngineUnderTest.open();
                SpoutPeer peer = new SpoutPeer();
                SpoutReceiver receiver = spout.receiver(name).open();
                SpoutReceiver late = spout.receiver(name).open()) {
            peer.ask("sender", name, SIDE, SIDE, PixelFormat.RGBA8);
            peer.ask("send", 1);
            Pattern.requireReceived(receiver, 1, SIDE, SIDE);
            assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
            Process holder = new ProcessBuilder("flock", "--no-fork", System.getProperty("spout.directory"), "sh", "-c",
                    "echo held; exec sleep 60").start();
            try (var said = holder.inputReader()) {
                assertThat(said.readLine()).isEqualTo("held");
                long end = System.nanoTime() + LASTING.toNanos();
                while (System.nanoTime() - end < 0) {
                    late.receive(FRAME);
                    receiver.receive(FRAME);
                }
                assertThat(spout.senders().list()).as("as they were seen last").extracting(SenderInfo::name)
                        .contains(name);
                for (SpoutReceiver each : List.of(receiver, late)) {
                    requireSoon(() -> each.receive(FRAME));
                    requireSoon(() -> each.receive(FRAME));
                    requireSoon(each::info);
                    requireSoon(() -> each.awaitSender(FRAME));
                }
                requireSoon(() -> spout.senders().list().stream().findAny());
                requireSoon(() -> spout.senders().find(name));
                requireSoon(() -> spout.senders().active());
            } finally {
                holder.destroyForcibly().waitFor();
            }
            assertThat(peer.ask("send", 3)).isEqualTo("true");
            Pattern.requireReceived(receiver, 3, SIDE, SIDE);
            Pattern.requireReceived(late, 3, SIDE, SIDE);
            assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
        }
    }

    /** A machine that gives another program no processor for a while. */
    @Test
    void forLessThanASecond() throws IOException, InterruptedException {
        try (Spout spout = EngineUnderTest.open()) {
            Process holder = new ProcessBuilder("flock", "--no-fork", System.getProperty("spout.directory"), "sh", "-c",
                    "echo held; exec sleep 0.4").start();
            try (var said = holder.inputReader()) {
                assertThat(said.readLine()).isEqualTo("held");
                try (SpoutSender sender = spout.sender(name).size(SIDE, SIDE).open();
                        SpoutReceiver receiver = spout.receiver(name).open()) {
                    sender.send(Pattern.argb(1, SIDE, SIDE));
                    Pattern.requireReceived(receiver, 1, SIDE, SIDE);
                }
            } finally {
                holder.destroyForcibly().waitFor();
            }
        }
    }

    /** While nobody can tell who lives, no name is known to be taken. */
    @Test
    void aNewSenderHasItsNameAllTheSame() throws IOException, InterruptedException {
        try (Spout spout = EngineUnderTest.open(); SpoutPeer peer = new SpoutPeer()) {
            peer.ask("sender", name, SIDE, SIDE, PixelFormat.RGBA8);
            assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
            Process holder = new ProcessBuilder("flock", "--no-fork", System.getProperty("spout.directory"), "sh", "-c",
                    "echo held; exec sleep 1").start();
            try (var said = holder.inputReader()) {
                assertThat(said.readLine()).isEqualTo("held");
                requireSoon(() -> spout.senders().list().stream().findAny()); // from now on it is known to be held
                try (SpoutSender sender = spout.sender(name + "-new").size(SIDE, SIDE).open()) {
                    assertThat(sender.name()).isEqualTo(name + "-new");
                }
            } finally {
                holder.destroyForcibly().waitFor();
            }
        }
    }

    private static void requireSoon(Supplier<Optional<?>> look) {
        long start = System.nanoTime();
        look.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }
}
