package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.KernelPeer;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class NamedMemoryContractTest {
    private static KernelPeer sharedPeer;

    private final KernelSystem system = TestSystem.open();
    private final KernelObjects objects = system.objects();
    private final String name = UniqueName.of("memory");

    @BeforeAll
    static void startPeer() {
        sharedPeer = new KernelPeer();
    }

    @AfterAll
    static void endPeer() {
        sharedPeer.close();
    }

    @Test
    void theFirstCreatesItZeroedOthersOpenTheSameBytes() {
        assertThat(objects.openMemory(name)).isEmpty();
        try (NamedMemory first = objects.createMemory(name, 1000);
                NamedMemory second = objects.createMemory(name, 5);
                NamedMemory third = objects.openMemory(name).orElseThrow()) {
            assertThat(first.created()).isTrue();
            assertThat(second.created()).isFalse();
            assertThat(third.created()).isFalse();
            assertThat(third.name()).isEqualTo(name);
            assertThat(first.size()).isGreaterThanOrEqualTo(1000);
            assertThat(second.size()).isEqualTo(first.size());
            assertThat(third.size()).isEqualTo(first.size());
            assertThat(first.segment().byteSize()).isEqualTo(first.size());
            assertThat(first.segment()).isSameAs(first.segment());
            assertThat(first.segment().toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
            first.segment().set(ValueLayout.JAVA_BYTE, 999, (byte) 42);
            assertThat(second.segment().get(ValueLayout.JAVA_BYTE, 999)).isEqualTo((byte) 42);
            assertThat(third.segment().get(ValueLayout.JAVA_BYTE, 999)).isEqualTo((byte) 42);
        }
        assertThat(objects.openMemory(name)).isEmpty();
    }

    @Test
    void aSizeBelowOneIsRefused() {
        assertThatThrownBy(() -> objects.createMemory(name, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objects.createMemory(name, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void processesShareEveryByte() {
        int size = 3840 * 2160 * 4;
        try (KernelPeer peer = new KernelPeer(); NamedMemory memory = objects.createMemory(name, size)) {
            assertThat(peer.ask("openMemory", name)).isEqualTo("opened");
            for (int at : new int[]{0, 1, 4095, 4096, 65535, 65536, size - 1}) {
                peer.ask("set", name, at, 7);
                assertThat(memory.segment().get(ValueLayout.JAVA_BYTE, at)).isEqualTo((byte) 7);
                memory.segment().set(ValueLayout.JAVA_BYTE, at, (byte) -9);
                assertThat(peer.ask("get", name, at)).isEqualTo("-9");
            }
        }
    }

    @Test
    void theCreatorDecidesTheSize() {
        try (KernelPeer peer = new KernelPeer()) {
            assertThat(peer.ask("createMemory", name, 300_000)).isEqualTo("created");
            try (NamedMemory memory = objects.createMemory(name, 100)) {
                assertThat(memory.created()).isFalse();
                assertThat(memory.size()).isGreaterThanOrEqualTo(300_000);
                assertThat(peer.ask("size", name)).isEqualTo(Long.toString(memory.size()));
                memory.segment().set(ValueLayout.JAVA_BYTE, 299_999, (byte) 3);
                assertThat(peer.ask("get", name, 299_999)).isEqualTo("3");
            }
        }
    }

    @Test
    void itLivesAsLongAsSomebodyHoldsIt() {
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createMemory", name, 100);
            peer.ask("set", name, 50, 5);
            try (NamedMemory memory = objects.openMemory(name).orElseThrow()) {
                peer.end();
                assertThat(memory.segment().get(ValueLayout.JAVA_BYTE, 50)).isEqualTo((byte) 5);
                try (KernelPeer later = new KernelPeer()) {
                    assertThat(later.ask("openMemory", name)).isEqualTo("opened");
                    assertThat(later.ask("get", name, 50)).isEqualTo("5");
                    later.ask("close", name);
                    assertThat(later.ask("openMemory", name)).isEqualTo("opened");
                }
            }
            assertThat(objects.openMemory(name)).isEmpty();
        }
    }

    @Test
    void itEndsWithAHolderThatIsKilled() {
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createMemory", name, 100);
            peer.ask("set", name, 50, 5);
            peer.kill();
            assertThat(objects.openMemory(name)).isEmpty();
            try (NamedMemory memory = objects.createMemory(name, 200)) {
                assertThat(memory.created()).isTrue();
                assertThat(memory.size()).isGreaterThanOrEqualTo(200);
                assertThat(memory.segment().get(ValueLayout.JAVA_BYTE, 50)).isZero();
            }
        }
    }

    @Test
    void aKilledHolderLeavesItToTheOthers() {
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createMemory", name, 100);
            peer.ask("set", name, 50, 5);
            try (NamedMemory memory = objects.openMemory(name).orElseThrow()) {
                peer.kill();
                assertThat(memory.segment().get(ValueLayout.JAVA_BYTE, 50)).isEqualTo((byte) 5);
                try (NamedMemory again = objects.createMemory(name, 100)) {
                    assertThat(again.created()).isFalse();
                }
            }
        }
    }

    @Test
    void whatIsOpenedToReadShowsTheSameBytesAndCannotBeWritten() {
        assertThat(objects.openMemoryToRead(name)).isEmpty();
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createMemory", name, 100);
            try (NamedMemory toRead = objects.openMemoryToRead(name).orElseThrow();
                    NamedMemory again = objects.openMemoryToRead(name).orElseThrow()) {
                try (NamedMemory memory = objects.openMemory(name).orElseThrow()) {
                    assertThat(toRead.size()).isEqualTo(memory.size());
                    memory.segment().set(ValueLayout.JAVA_BYTE, 99, (byte) 7);
                }
                assertThat(toRead.segment().isReadOnly()).isTrue();
                assertThat(again.segment().get(ValueLayout.JAVA_BYTE, 99)).isEqualTo((byte) 7);
                peer.kill();
                assertThat(objects.memoryExists(name)).as("held for reading").isTrue();
                assertThat(toRead.segment().get(ValueLayout.JAVA_BYTE, 99)).isEqualTo((byte) 7);
            }
        }
        assertThat(objects.openMemoryToRead(name)).isEmpty();
    }

    @Test
    void anotherKindOfThatNameIsNoMemory() {
        assertThat(objects.memoryExists(name)).isFalse();
        try (NamedMemory _ = objects.createMemory(name, 100)) {
            assertThat(objects.memoryExists(name)).isTrue();
        }
        assertThat(objects.memoryExists(name)).isFalse();
        try (KernelPeer peer = new KernelPeer()) {
            try (var _ = objects.createMutex(name)) {
                assertThat(objects.memoryExists(name)).isFalse();
            }
            peer.ask("createMutex", name);
            assertThat(objects.memoryExists(name)).isFalse();
        }
    }

    @Test
    void anotherKindOfThatNameIsRefused() {
        try (NamedMemory _ = objects.createMemory(name, 100)) {
            assertThatThrownBy(() -> objects.createMutex(name)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining(name);
            assertThatThrownBy(() -> objects.openSemaphore(name)).isInstanceOf(SpoutException.class);
            try (KernelPeer peer = new KernelPeer()) {
                assertThat(peer.ask("createMutex", name)).startsWith("refused").contains(name);
                assertThat(peer.ask("openEvent", name)).startsWith("refused");
            }
        }
    }

    @Test
    void aClosedHandleIsOfNoUseAndHarmsNoOther() {
        NamedMemory memory = objects.createMemory(name, 100);
        try (NamedMemory other = objects.createMemory(name, 100)) {
            MemorySegment segment = memory.segment();
            memory.close();
            memory.close();
            assertThatThrownBy(memory::segment).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(memory::size).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
            other.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
            assertThat(other.segment().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 1);
        }
    }

    @Test
    void closingWhileOthersCopyEndsTheirCopies() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (int i = 0; i < 20; i++) {
                NamedMemory memory = objects.createMemory(name, 1 << 20);
                MemorySegment segment = memory.segment();
                Future<?> copier = threads.submit(() -> {
                    try {
                        for (;;) {
                            segment.fill((byte) 1);
                        }
                    } catch (IllegalStateException _) {
                        return;
                    }
                });
                memory.close();
                copier.get();
            }
        }
    }

    @Test
    void creationIsDoneOnceHoweverManyTry() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<NamedMemory>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(threads.submit(() -> objects.createMemory(name, 100)));
            }
            int created = 0;
            for (Future<NamedMemory> each : all) {
                created += each.get().created() ? 1 : 0;
            }
            assertThat(created).isOne();
            for (Future<NamedMemory> each : all) {
                threads.submit(each.get()::close);
            }
        }
        assertThat(objects.openMemory(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../a", "/etc/passwd", "..", ".", "a b ", " ", "C:a", "%2F", "a.b-c_d~e", "né", "名前",
            "🎥", "\t\n", "a\u0301", "LPT1", "*?\"<>|"})
    void aNameMayBeAnything(String stem) {
        String odd = UniqueName.of("x") + stem;
        assumeTrue(system.names().encode(odd).isPresent(), "the system's encoding has no such characters");
        assertShared(odd);
    }

    @Test
    void aNameMayHave255Bytes() {
        String longest = name + "x".repeat(255 - name.length());
        assertShared(longest);
        String other = longest.substring(0, 254) + "y";
        try (NamedMemory _ = objects.createMemory(longest, 10)) {
            assertThat(objects.openMemory(other)).isEmpty();
        }
    }

    @Test
    void namesDifferByCase() {
        try (NamedMemory _ = objects.createMemory(name + "a", 10)) {
            assertThat(objects.openMemory(name + "A")).isEmpty();
        }
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThatThrownBy(() -> objects.createMemory("", 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objects.openMemory("")).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertShared(String odd) {
        try (NamedMemory memory = objects.createMemory(odd, 10)) {
            assertThat(memory.created()).isTrue();
            assertThat(memory.name()).isEqualTo(odd);
            assertThat(sharedPeer.ask("openMemory", odd)).isEqualTo("opened");
            sharedPeer.ask("set", odd, 3, 4);
            sharedPeer.ask("close", odd);
            assertThat(memory.segment().get(ValueLayout.JAVA_BYTE, 3)).isEqualTo((byte) 4);
        }
    }
}
