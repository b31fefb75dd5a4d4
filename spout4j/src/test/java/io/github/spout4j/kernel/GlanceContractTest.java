package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.KernelPeer;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While a mutex is held here, as a program does that lists senders: what was seen is then remembered where the system allows it. */
@Timeout(120)
class GlanceContractTest {
    private final KernelObjects objects = TestSystem.open().objects();
    private final String name = UniqueName.of("glance");
    private NamedMutex directory;
    private KernelPeer peer;

    @BeforeEach
    void open() {
        directory = objects.createMutex(UniqueName.of("directory"));
        peer = new KernelPeer();
    }

    @AfterEach
    void close() {
        peer.close();
        directory.close();
    }

    private Optional<Byte> firstByte() {
        MemorySegment copy = MemorySegment.ofArray(new byte[100]);
        return objects.glance(glance -> glance.copy(name, copy))
                ? Optional.of(copy.get(ValueLayout.JAVA_BYTE, 0))
                : Optional.empty();
    }

    private boolean exists() {
        return objects.glance(glance -> glance.memoryExists(name));
    }

    @Test
    void itSeesWhatOthersWrite() {
        assertThat(firstByte()).isEmpty();
        peer.ask("createMemory", name, 100);
        for (int value : List.of(0, 1, 2)) {
            peer.ask("set", name, 0, value);
            assertThat(firstByte()).contains((byte) value);
            assertThat(exists()).isTrue();
        }
    }

    @Test
    void memoryThatIsTooShortIsNotCopied() {
        peer.ask("createMemory", name, 100);
        MemorySegment more = MemorySegment.ofArray(new byte[1 << 20]);
        for (int look = 0; look < 2; look++) {
            assertThat(objects.<Boolean>glance(glance -> glance.copy(name, more))).isFalse();
        }
    }

    @Test
    void nothingLivesOnForALook() {
        peer.ask("createMemory", name, 100);
        peer.ask("createSemaphore", name + "count", 5, 9);
        assertThat(exists()).isTrue();
        assertThat(count()).hasValue(5);
        peer.ask("close", name);
        peer.ask("close", name + "count");
        assertThat(exists()).isFalse();
        assertThat(firstByte()).isEmpty();
        assertThat(count()).isEmpty();
        assertThat(objects.openMemory(name)).isEmpty();
        assertThat(peer.ask("openMemory", name)).isEqualTo("missing");
    }

    @Test
    void whatAKilledProcessHeldIsNotThere() {
        peer.ask("createMemory", name, 100);
        peer.ask("createSemaphore", name + "count", 5, 9);
        assertThat(firstByte()).isPresent();
        assertThat(count()).hasValue(5);
        peer.kill();
        assertThat(firstByte()).isEmpty();
        assertThat(count()).isEmpty();
        try (NamedMemory memory = objects.createMemory(name, 100)) {
            assertThat(memory.created()).isTrue();
        }
    }

    @Test
    void anObjectThatTookTheOnesPlaceIsSeen() {
        peer.ask("createMemory", name, 100);
        peer.ask("set", name, 0, 1);
        assertThat(firstByte()).contains((byte) 1);
        peer.ask("close", name);
        peer.ask("createMemory", name, 200);
        peer.ask("set", name, 0, 2);
        assertThat(firstByte()).contains((byte) 2);
        peer.kill();
        try (NamedMemory mine = objects.createMemory(name, 100)) {
            mine.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 3);
            assertThat(firstByte()).contains((byte) 3);
        }
        assertThat(firstByte()).isEmpty();
    }

    @Test
    void anotherProcessKeepsWhatItsMakerLeft() {
        peer.ask("createMemory", name, 100);
        peer.ask("set", name, 0, 7);
        assertThat(firstByte()).contains((byte) 7);
        try (KernelPeer other = new KernelPeer()) {
            other.ask("openMemory", name);
            peer.kill();
            assertThat(firstByte()).contains((byte) 7);
            other.kill();
            assertThat(firstByte()).isEmpty();
        }
    }

    @Test
    void anotherKindIsNotSeen() {
        peer.ask("createMutex", name);
        assertThat(exists()).isFalse();
        peer.ask("close", name);
        peer.ask("createMemory", name + "count", 100);
        assertThat(objects.<Boolean>glance(glance -> glance.memoryExists(name + "count"))).isTrue();
        try {
            assertThat(count()).isEmpty();
        } catch (SpoutException e) {
            assertThat(e).hasMessageContaining(name);
        }
    }

    @Test
    void whatIsBeingWrittenIsNotCopied() {
        MemorySegment copy = MemorySegment.ofArray(new byte[100]);
        String mutex = name + "_mutex";
        peer.ask("createMemory", name, 100);
        peer.ask("createMutex", mutex);
        peer.ask("set", name, 0, 1);
        boolean told = objects.glance(glance -> glance.copyUnowned(name, mutex, copy));
        if (told) {
            assertThat(copy.get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 1);
        }
        peer.ask("acquire", mutex, 0);
        peer.ask("set", name, 0, 2);
        assertThat(objects.<Boolean>glance(glance -> glance.copyUnowned(name, mutex, copy))).isFalse();
        peer.ask("release", mutex);
        assertThat(objects.<Boolean>glance(glance -> glance.copyUnowned(name, mutex, copy))).isEqualTo(told);
        assertThat(copy.get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) (told ? 2 : 0));
        peer.ask("acquire", mutex, 0);
        peer.kill();
        assertThat(objects.<Boolean>glance(glance -> glance.copyUnowned(name, mutex, copy))).isFalse();
    }

    private OptionalInt count() {
        return objects.glance(glance -> glance.count(name + "count"));
    }
}
