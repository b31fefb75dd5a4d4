package io.github.spout4j.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.ChildJvm;
import io.github.spout4j.testing.PrefixedSystem;
import io.github.spout4j.testing.ProtocolPeerProgram;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

/** The protocol between real processes of this machine's system; all objects have a prefix of their own. */
class ProtocolProcessesTest {
    private static final int MAX_SENDERS = 64;
    private static final SharedTextureInfo INFO = SharedTextureInfo.ofMemory(640, 480, DxgiFormat.R8G8B8A8_UNORM,
            "test");

    private final String prefix = UniqueName.of("protocol") + "-";
    private final KernelSystem system = new PrefixedSystem(TestSystem.open(), prefix,
            Map.of("MaxSenders", MAX_SENDERS));
    private final SenderNames names = new SenderNames(system);
    private final List<ChildJvm> children = new ArrayList<>();

    @AfterEach
    void end() {
        children.forEach(ChildJvm::close);
        names.close();
    }

    private ChildJvm start() {
        ChildJvm child = ChildJvm.start(ProtocolPeerProgram.class, prefix, String.valueOf(MAX_SENDERS));
        children.add(child);
        return child;
    }

    private ChildJvm peer() {
        ChildJvm child = start();
        child.expect("ready");
        return child;
    }

    private static String ask(ChildJvm peer, String command) {
        peer.tell(command);
        return peer.expect(command.split(" ")[0]);
    }

    private SenderName name(String text) {
        return SenderName.of(text, system.names());
    }

    private List<String> listed() {
        return names.list().stream().map(SenderName::text).toList();
    }

    @Test
    void sixtyFourNamesRegisteredByTwoAtOnceAreAllDistinctAndSorted() {
        ChildJvm one = start();
        ChildJvm two = start();
        one.expect("ready");
        two.expect("ready");
        one.tell("register cam 32");
        two.tell("register cam 32");
        List<String> given = new ArrayList<>(List.of(one.expect("register").split(" ")));
        given.addAll(List.of(two.expect("register").split(" ")));

        assertThat(given).hasSize(64).doesNotHaveDuplicates().contains("cam", "cam_1", "cam_63");
        assertThat(names.list()).hasSize(64).isSorted();
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(given);
        assertThat(ask(one, "list")).isEqualTo(ask(two, "list")).isEqualTo(String.join(" ", listed()));

        one.kill();
        names.sweep();
        assertThat(names.list()).hasSize(32);
        two.kill();
        assertThat(names.list()).isEmpty();
    }

    @Test
    void aKilledSenderVanishesAndItsNameIsUsedAgain() {
        names.register(name("other"), INFO);
        ChildJvm peer = peer();
        ask(peer, "register cam 1");
        assertThat(listed()).containsExactly("cam", "other");
        assertThat(names.active().get()).hasValue(name("cam"));
        assertThat(SenderInfoMap.read(system, name("cam"))).isInstanceOf(InfoReading.Usable.class);

        peer.kill();
        assertThat(SenderInfoMap.read(system, name("cam"))).isEqualTo(InfoReading.MISSING);
        assertThat(listed()).containsExactly("other");
        assertThat(names.active().get()).hasValue(name("other"));
        assertThat(names.register(name("cam"), INFO).name()).isEqualTo(name("cam"));
        assertThat(ask(peer(), "list")).isEqualTo("cam other");
    }

    @Test
    void aProcessKilledInsideTheDirectorysMutexStopsNobody() {
        SenderRegistration other = names.register(name("other"), INFO);
        ChildJvm peer = peer();
        ask(peer, "register cam 1");
        assertThat(ask(peer, "hold SpoutSenderNames_mutex")).isEqualTo("SIGNALLED");
        peer.kill();

        assertThat(names.register(name("cam"), INFO).name()).isEqualTo(name("cam"));
        assertThat(listed()).containsExactly("cam", "other");
        other.close();
        assertThat(listed()).containsExactly("cam");
    }

    @Test
    void aProcessKilledInsideAnInfosOrTheActivesMutexStopsNobody() {
        SenderRegistration cam = names.register(name("cam"), INFO);
        ChildJvm peer = peer();
        ask(peer, "hold cam_mutex");
        ask(peer, "hold ActiveSenderName_mutex");
        peer.kill();
        cam.publish(INFO);
        assertThat(SenderInfoMap.read(system, cam.name())).isEqualTo(new InfoReading.Usable(INFO));
        assertThat(names.active().set(cam.name())).isTrue();
        assertThat(names.active().get()).hasValue(cam.name());
    }

    @Test
    void theActiveSenderIsTheSameForAll() {
        SenderName a = names.register(name("a"), INFO).name();
        ChildJvm peer = peer();
        ask(peer, "register b 1");
        assertThat(names.active().get()).hasValue(name("b"));
        assertThat(ask(peer, "activate a")).isEqualTo("true");
        assertThat(names.active().get()).hasValue(a);
        assertThat(names.active().set(name("b"))).isTrue();
        assertThat(ask(peer, "active")).isEqualTo("b");
    }

    @Test
    void theDirectoryOutlivesItsCreatorWhereAnotherHasSeenIt() {
        ChildJvm creator = peer();
        ask(creator, "register first 1");
        ChildJvm second = peer();
        ask(second, "register second 1");
        creator.kill();
        assertThat(listed()).containsExactly("second");
        assertThat(names.active().get()).hasValue(name("second"));
    }

    @Test
    void framesAreCountedAcrossProcesses() throws Exception {
        ChildJvm peer = peer();
        ask(peer, "frames cam");
        try (FrameCount frames = new FrameCount(system.objects(), name("cam"))) {
            assertThat(frames.frame()).isZero();
            assertThat(ask(peer, "count 100")).isEqualTo("100");
            assertThat(frames.frame()).isEqualTo(100);

            FutureTask<WaitResult> waiting = new FutureTask<>(() -> frames.waitForChange(100, 30_000));
            Thread.ofPlatform().start(waiting);
            ask(peer, "count 1");
            assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);
            assertThat(frames.frame()).isEqualTo(101);

            peer.tell("change 101");
            frames.countFrame();
            assertThat(peer.expect("change")).isEqualTo("SIGNALLED");
            assertThat(ask(peer, "frame")).isEqualTo("102");
        }
    }

    /** Of each frame all are told who wait for it, whoever else has died meanwhile, the sender before this one included. */
    @Test
    void everybodyIsWokenForEveryFrame() throws Exception {
        ChildJvm sender = peer();
        ask(sender, "sender cam");
        ChildJvm next = peer();
        ChildJvm first = peer();
        ChildJvm second = peer();
        ask(first, "frames cam");
        ask(second, "frames cam");
        try (FrameCount frames = new FrameCount(system.objects(), name("cam"))) {
            for (int frame = 0; frame < 50; frame++) {
                FutureTask<WaitResult> waiting = waiting(frames, frame);
                first.tell("change " + frame);
                second.tell("change " + frame);
                ask(sender, "count 1");
                assertThat(first.expect("change")).isEqualTo("SIGNALLED");
                assertThat(second.expect("change")).isEqualTo("SIGNALLED");
                assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);
            }
            first.tell("change 50");
            first.kill();
            FutureTask<WaitResult> waiting = waiting(frames, 50);
            second.tell("change 50");
            ask(sender, "count 1");
            assertThat(second.expect("change")).isEqualTo("SIGNALLED");
            assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);

            waiting = waiting(frames, 51);
            second.tell("change 51");
            sender.kill();
            ask(next, "sender cam");
            ask(next, "count 1");
            assertThat(second.expect("change")).isEqualTo("SIGNALLED");
            assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);
            assertThat(frames.frame()).isEqualTo(52);
        }
    }

    private static FutureTask<WaitResult> waiting(FrameCount frames, int known) {
        FutureTask<WaitResult> waiting = new FutureTask<>(() -> frames.waitForChange(known, 30_000));
        Thread.ofPlatform().start(waiting);
        return waiting;
    }

    @Test
    void noFrameIsLostWhileOthersRead() {
        ChildJvm peer = peer();
        ask(peer, "frames cam");
        try (FrameCount frames = new FrameCount(system.objects(), name("cam"))) {
            peer.tell("count 20000");
            int last = 0;
            while (last < 19_000) {
                int frame = frames.frame();
                assertThat(frame).isGreaterThanOrEqualTo(last);
                last = frame;
            }
            peer.expect("count");
            assertThat(frames.frame()).isEqualTo(20_000);
        }
    }

    @Test
    void theSyncEventWorksBothWays() {
        ChildJvm peer = peer();
        ask(peer, "sync cam");
        try (FrameSync sync = new FrameSync(system.objects(), name("cam"))) {
            peer.tell("await");
            sync.set();
            assertThat(peer.expect("await")).isEqualTo("SIGNALLED");
            assertThat(sync.await(0)).isEqualTo(WaitResult.TIMED_OUT);
            ask(peer, "set");
            assertThat(sync.await(0)).isEqualTo(WaitResult.SIGNALLED);
        }
    }

    @Test
    void aMemoryBufferIsReadAcrossProcesses() {
        ChildJvm peer = peer();
        assertThat(MemoryBuffer.open(system.objects(), name("cam"))).isEmpty();
        ask(peer, "buffer cam 10");
        ask(peer, "write hello");
        try (MemoryBuffer reader = MemoryBuffer.open(system.objects(), name("cam")).orElseThrow()) {
            assertThat(reader.length()).isEqualTo(10);
            assertThat(reader.read()).hasValue(Arrays.copyOf("hello".getBytes(US_ASCII), 10));
            assertThat(ask(peer, "hold cam_map_mutex")).isEqualTo("SIGNALLED");
            assertThat(reader.read()).isEmpty();
            peer.kill();
            assertThat(reader.read()).hasValue(Arrays.copyOf("hello".getBytes(US_ASCII), 10));
        }
        assertThat(MemoryBuffer.open(system.objects(), name("cam"))).isEmpty();
    }

    @Test
    void aSenderKilledWithTheAccessMutexLeavesItToTheReceiver() {
        ChildJvm peer = peer();
        ask(peer, "register cam 1");
        try (AccessMutex access = new AccessMutex(system.objects(), name("cam"))) {
            ask(peer, "hold cam_SpoutAccessMutex");
            assertThat(access.acquire(5)).isEqualTo(WaitResult.TIMED_OUT);
            peer.kill();
            assertThat(access.acquire()).isEqualTo(WaitResult.ABANDONED);
            access.release();
            assertThat(access.acquire()).isEqualTo(WaitResult.SIGNALLED);
            access.release();
        }
    }

    @Test
    void aCleanEndLeavesNoTrace() {
        ChildJvm peer = peer();
        ask(peer, "register cam 3");
        names.list();
        peer.tell("list");
        peer.expect("list");
        peer.close();
        names.close();
        assertThat(system.objects().openMemory(ObjectNames.SENDER_DIRECTORY)).isEmpty();
        assertThat(system.objects().openMutex(ObjectNames.guard("cam"))).map(NamedMutex::name).isEmpty();
    }
}
