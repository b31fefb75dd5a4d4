package io.github.spout4j.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.spout4j.Setting;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.testing.LockHolder;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

class SenderNamesTest {
    private static final SharedTextureInfo INFO = SharedTextureInfo.ofMemory(640, 480, DxgiFormat.R8G8B8A8_UNORM,
            "test");

    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final InMemoryKernel.Process them = kernel.process();
    private final SenderNames ours = new SenderNames(us);
    private final SenderNames theirs = new SenderNames(them);

    private static SenderName name(KernelSystem system, String text) {
        return SenderName.of(text, system.names());
    }

    private SenderRegistration register(SenderNames names, String name) {
        return names.register(name(us, name), INFO);
    }

    private static List<String> listed(SenderNames names) {
        return names.list().stream().map(SenderName::text).toList();
    }

    /** What stands in the table, dead names included. */
    private List<String> table() {
        try (GuardedMemory memory = GuardedMemory.open(us.objects(), ObjectNames.SENDER_DIRECTORY).orElseThrow()) {
            return SenderTable.decode(memory.segment()).stream()
                    .map(bytes -> new String(bytes.toArray(), ISO_8859_1)).toList();
        }
    }

    private void overwrite(String... names) {
        try (GuardedMemory memory = GuardedMemory.open(us.objects(), ObjectNames.SENDER_DIRECTORY).orElseThrow()) {
            memory.segment().fill((byte) 0);
            for (int i = 0; i < names.length; i++) {
                NameBytes.of(names[i].getBytes(ISO_8859_1)).write(memory.segment(), i * 256L);
            }
        }
    }

    private static void outlastDoubt() {
        long end = System.nanoTime() + Patience.DOUBT_NANOS;
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void namesWithoutTextAreCounted() {
        assertThat(ours.unreadable()).isZero();
        try (SenderRegistration _ = register(ours, "cam")) {
            assertThat(ours.unreadable()).isZero();
            overwrite("cam", "\u00ff", "\u00ff\u00fe");
            assertThat(listed(theirs)).containsExactly("cam");
            assertThat(theirs.unreadable()).isEqualTo(2);
        }
    }

    @Test
    void whoOnlyLooksCreatesNothing() {
        assertThat(ours.list()).isEmpty();
        assertThat(ours.contains(name(us, "cam"))).isFalse();
        assertThat(ours.active().get()).isEmpty();
        ours.sweep();
        assertThat(kernel.names()).isEmpty();
    }

    @Test
    void aRegisteredSenderIsListedFilledAndActive() {
        try (SenderRegistration cam = register(ours, "cam")) {
            assertThat(cam.name().text()).isEqualTo("cam");
            assertThat(listed(theirs)).containsExactly("cam");
            assertThat(theirs.contains(cam.name())).isTrue();
            assertThat(theirs.active().get()).hasValue(cam.name());
            assertThat(SenderInfoMap.read(them, cam.name())).isEqualTo(new InfoReading.Usable(INFO));
        }
        assertThat(listed(theirs)).isEmpty();
        assertThat(SenderInfoMap.read(them, name(us, "cam"))).isEqualTo(InfoReading.MISSING);
        assertThat(theirs.active().get()).isEmpty();
    }

    @Test
    void nothingIsLeftWhenAllHaveClosed() {
        register(ours, "a");
        register(theirs, "b").close();
        theirs.list();
        theirs.active().get();
        ours.close();
        ours.close();
        theirs.close();
        assertThat(kernel.names()).isEmpty();
        assertThat(us.handles() + them.handles()).isZero();
        assertThatIllegalStateException().isThrownBy(ours::list);
    }

    @Test
    void aTakenNameIsNumbered() {
        register(ours, "cam");
        assertThat(register(theirs, "cam").name().text()).isEqualTo("cam_1");
        assertThat(register(ours, "cam").name().text()).isEqualTo("cam_2");
        assertThat(listed(ours)).containsExactly("cam", "cam_1", "cam_2");
        assertThat(ours.active().get().map(SenderName::text)).hasValue("cam_2");
    }

    @Test
    void aNameThatIsLivingButNotListedIsTakenToo() {
        register(theirs, "cam");
        register(theirs, "other");
        overwrite("other");
        assertThat(register(ours, "cam").name().text()).isEqualTo("cam_1");
    }

    @Test
    void namesAreKeptInBytewiseOrder() {
        for (String name : List.of("b", "é", "B", "a_1", "a", "Z")) {
            register(ours, name);
        }
        assertThat(listed(ours)).containsExactly("B", "Z", "a", "a_1", "b", "é");
    }

    @Test
    void aDeadSendersNameIsNotListedAndThenUsedAgain() {
        theirs.list();
        register(ours, "other");
        register(theirs, "cam");
        them.kill();

        assertThat(listed(ours)).containsExactly("other");
        assertThat(table()).containsExactly("cam", "other");
        assertThat(register(ours, "cam").name().text()).isEqualTo("cam");
    }

    @Test
    void aReaderThatLooksAtADeadSenderDoesNotKeepItsName() throws Exception {
        register(ours, "other");
        register(theirs, "cam");
        InMemoryKernel.Process reader = kernel.process();
        AutoCloseable look = GuardedMemory.open(reader.objects(), "cam").orElseThrow();
        them.kill();
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<SenderRegistration> cam = executor.submit(() -> register(ours, "cam"));
            look.close();
            assertThat(cam.get().name().text()).isEqualTo("cam");
        }
    }

    @Test
    void sweepRemovesDeadNamesOnlyAfterDoubt() {
        register(ours, "b");
        register(theirs, "a");
        register(theirs, "c");
        them.kill();
        assertThat(table()).containsExactly("a", "b", "c");
        ours.sweep();
        assertThat(table()).containsExactly("b");
    }

    @Test
    void listingRemovesDeadNamesAfterDoubt() {
        register(ours, "b");
        register(theirs, "a");
        them.kill();
        assertThat(listed(ours)).containsExactly("b");
        assertThat(table()).containsExactly("a", "b");
        outlastDoubt();
        assertThat(listed(ours)).containsExactly("b");
        assertThat(table()).containsExactly("b");
    }

    /** The SDK lists a sender first and creates its info after that. */
    @Test
    void aSenderThatIsListedBeforeItsInfoExistsIsNotSweptAtOnce() {
        register(ours, "b");
        overwrite("b", "sdk");
        assertThat(listed(ours)).containsExactly("b");
        register(ours, "c");
        assertThat(table()).containsExactly("b", "c", "sdk");
        us.objects().createMemory("sdk", SharedTextureInfoCodec.SIZE);
        outlastDoubt();
        assertThat(listed(ours)).containsExactly("b", "c", "sdk");
        ours.sweep();
        assertThat(table()).containsExactly("b", "c", "sdk");
    }

    @Test
    void doubtBeginsAnewWhereANameCameBack() {
        register(ours, "b");
        overwrite("b", "sdk");
        ours.list();
        outlastDoubt();
        try (var _ = us.objects().createMemory("sdk", SharedTextureInfoCodec.SIZE)) {
            ours.list();
        }
        ours.list();
        assertThat(table()).contains("sdk");
        outlastDoubt();
        ours.list();
        assertThat(table()).doesNotContain("sdk");
    }

    @Test
    void namesThatHaveNoTextHereAreKeptButNotListed() {
        register(ours, "b");
        overwrite("b", "\u00ff\u00fe");
        ours.sweep();
        outlastDoubt();
        register(ours, "c");
        assertThat(listed(ours)).containsExactly("b", "c");
        assertThat(table()).containsExactly("b", "c", "\u00ff\u00fe");
    }

    @Test
    void aFullDirectoryIsAnError() {
        new SpoutSettings(us.settings()).set(Setting.MAX_SENDERS, 3);
        register(ours, "a");
        register(ours, "b");
        register(theirs, "c");
        assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> register(ours, "d"))
                .withMessage("the directory is full: 3 senders; close one, or let there be more: "
                        + "spout settings maxsenders=NUMBER (up to 1024), then start all Spout programs again");
        assertThat(listed(ours)).containsExactly("a", "b", "c");
        assertThat(kernel.names()).doesNotContain("d");
        assertThat(ours.active().get().map(SenderName::text)).hasValue("c");
    }

    @Test
    void aFullDirectoryOfTheDeadIsSwept() {
        new SpoutSettings(us.settings()).set(Setting.MAX_SENDERS, 3);
        ours.list();
        register(ours, "a");
        register(theirs, "b");
        register(theirs, "c");
        them.kill();
        assertThat(register(ours, "d").name().text()).isEqualTo("d");
        assertThat(table()).containsExactly("a", "d");
    }

    @Test
    void capacityNeverLetsSdkProgramsReadPastTheMemory() {
        assertThat(SenderNames.capacity(64 * 256, 64)).isEqualTo(64);
        assertThat(SenderNames.capacity(4096, 10)).isEqualTo(10);
        assertThat(SenderNames.capacity(4096, 64)).isEqualTo(15);
        assertThat(SenderNames.capacity(256 * 256, 64)).isEqualTo(64);
        assertThat(SenderNames.capacity(64 * 256 + 255, 65)).isEqualTo(63);
        assertThat(SenderNames.capacity(100, 64)).isZero();
        assertThat(SenderNames.capacity(0, 64)).isZero();
    }

    @Test
    void anExistingDirectoryKeepsItsSize() {
        InMemoryKernel windows = new InMemoryKernel(4096, ISO_8859_1);
        InMemoryKernel.Process process = windows.process();
        GuardedMemory.create(process.objects(), ObjectNames.SENDER_DIRECTORY, 10 * 256);
        try (SenderNames names = new SenderNames(process)) {
            for (int i = 0; i < 15; i++) {
                names.register(name(process, "s" + i), INFO);
            }
            assertThat(names.capacity()).isEqualTo(15);
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> names.register(name(process, "more"), INFO));
            assertThat(names.list()).hasSize(15);
        }
    }

    @Test
    void aLargerDirectoryIsReadWhole() {
        new SpoutSettings(us.settings()).set(Setting.MAX_SENDERS, 100);
        for (int i = 0; i < 100; i++) {
            register(theirs, "s" + i);
        }
        new SpoutSettings(us.settings()).set(Setting.MAX_SENDERS, 64);
        assertThat(ours.list()).hasSize(100);
        assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> register(ours, "more"));
    }

    @Test
    void garbageInTheDirectoryIsNoObstacle() {
        register(ours, "cam");
        try (GuardedMemory memory = GuardedMemory.open(them.objects(), ObjectNames.SENDER_DIRECTORY).orElseThrow()) {
            byte[] noise = new byte[(int) memory.size()];
            Arrays.fill(noise, (byte) 'x');
            memory.segment().copyFrom(java.lang.foreign.MemorySegment.ofArray(noise));
        }
        assertThat(listed(ours)).isEmpty();
        assertThat(register(ours, "new").name().text()).isEqualTo("new");
        assertThat(listed(theirs)).containsExactly("new");
    }

    @Test
    void aSenderThatWasDroppedListsItselfAgain() {
        SenderRegistration cam = register(ours, "cam");
        register(ours, "other");
        assertThat(cam.ensureListed()).isTrue();
        overwrite("other");
        assertThat(listed(ours)).containsExactly("other");
        assertThat(cam.ensureListed()).isTrue();
        assertThat(listed(ours)).containsExactly("cam", "other");
    }

    @Test
    void aSenderIsNotListedAgainWhereThereIsNoRoom() {
        new SpoutSettings(us.settings()).set(Setting.MAX_SENDERS, 2);
        SenderRegistration cam = register(ours, "cam");
        register(ours, "a");
        overwrite("a");
        register(theirs, "b");
        assertThat(cam.ensureListed()).isFalse();
        assertThat(listed(ours)).containsExactly("a", "b");
    }

    @Test
    void anAbandonedDirectoryIsTakenOverAndMadeSane() {
        ours.list();
        register(ours, "cam");
        SenderName late = register(theirs, "late").name();
        overwrite("late", "torn na", "\u00ff\u00ff", "cam", "late", "cam");
        LockHolder.of(them.objects(), "SpoutSenderNames_mutex");
        them.kill();

        assertThat(register(ours, "new").name().text()).isEqualTo("new");
        assertThat(table()).containsExactly("cam", "new");
        assertThat(ours.contains(late)).isFalse();
    }

    @Test
    void aPeerThatHangsInTheLockStopsRegistrationButNotListing() {
        register(ours, "cam");
        try (LockHolder _ = LockHolder.of(them.objects(), "SpoutSenderNames_mutex")) {
            assertThat(listed(ours)).containsExactly("cam");
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> register(ours, "new"))
                    .withMessageContaining("SpoutSenderNames_mutex");
            assertThat(kernel.names()).doesNotContain("new");
        }
    }

    @Test
    void aSenderEndsThoughAPeerHangsInTheLock() {
        SenderRegistration cam = register(ours, "cam");
        register(ours, "other");
        try (LockHolder _ = LockHolder.of(them.objects(), "SpoutSenderNames_mutex")) {
            cam.close();
            assertThat(kernel.names()).doesNotContain("cam");
        }
        assertThat(listed(ours)).containsExactly("other");
    }

    @Test
    void aSlowPeerIsWaitedFor() throws Exception {
        ours.list();
        LockHolder slow = LockHolder.of(them.objects(), "SpoutSenderNames_mutex");
        FutureTask<SenderRegistration> cam = new FutureTask<>(() -> register(ours, "cam"));
        Thread.ofPlatform().start(cam);
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> cam.get(3 * Patience.FRAME_MILLIS, TimeUnit.MILLISECONDS));
        slow.close();
        assertThat(cam.get().name().text()).isEqualTo("cam");
    }

    @Test
    void manyAtOnceAllGetNamesOfTheirOwn() throws Exception {
        List<Future<String>> results = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                SenderNames names = new SenderNames(kernel.process());
                for (int i = 0; i < 8; i++) {
                    results.add(executor.submit(() -> {
                        go.await();
                        return register(names, "cam").name().text();
                    }));
                }
            }
            go.countDown();
        }
        Set<String> distinct = new HashSet<>();
        for (Future<String> result : results) {
            distinct.add(result.get());
        }
        assertThat(distinct).hasSize(64).contains("cam", "cam_1", "cam_63");
        assertThat(ours.list()).hasSize(64);
    }

    @Test
    void closingARegistrationTwiceDoesNotTakeAnothersName() {
        SenderRegistration first = register(ours, "cam");
        first.close();
        register(theirs, "cam");
        first.close();
        assertThat(listed(ours)).containsExactly("cam");
    }

    @Test
    void namesInAnotherEncodingKeepTheirBytes() {
        InMemoryKernel windows = new InMemoryKernel(4096, ISO_8859_1);
        InMemoryKernel.Process process = windows.process();
        try (SenderNames names = new SenderNames(process)) {
            names.register(name(process, "Größe"), INFO);
            assertThat(names.list()).containsExactly(name(process, "Größe"));
            try (GuardedMemory memory = GuardedMemory.open(process.objects(), ObjectNames.SENDER_DIRECTORY)
                    .orElseThrow()) {
                NavigableSet<NameBytes> table = SenderTable.decode(memory.segment());
                assertThat(table.first().toArray()).isEqualTo("Größe".getBytes(ISO_8859_1))
                        .isNotEqualTo("Größe".getBytes(UTF_8));
            }
        }
    }
}
