package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;

/** Programs that write nonsense where others read: no frame, and a clear error once that has lasted. */
class HostilePeerTest {
    private static final int INFO_SIZE = 280;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 8;
    private static final int FORMAT = 12;
    private static final int DESCRIPTION = 20;
    private static final int SLOT = 256;
    private static final int RGBA = 28;

    private final Spout spout = EngineUnderTest.open();
    private final KernelObjects objects = TestSystem.open().objects();
    private final List<AutoCloseable> held = new ArrayList<>();
    private final String name = UniqueName.of("hostile");

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable object : held) {
            object.close();
        }
        spout.close();
    }

    private <T extends AutoCloseable> T hold(T object) {
        held.add(object);
        return object;
    }

    private MemorySegment info(int width, int height, int format) {
        MemorySegment info = hold(objects.createMemory(name, INFO_SIZE)).segment();
        info.set(ValueLayout.JAVA_INT_UNALIGNED, WIDTH, width);
        info.set(ValueLayout.JAVA_INT_UNALIGNED, HEIGHT, height);
        info.set(ValueLayout.JAVA_INT_UNALIGNED, FORMAT, format);
        return info;
    }

    private NamedSemaphore count(int frames) {
        return hold(objects.createSemaphore(name + "_Count_Semaphore", frames + 1, Integer.MAX_VALUE));
    }

    private MemorySegment pixels(long bytes) {
        MemorySegment pixels = hold(objects.createMemory(name + "_map", bytes)).segment();
        pixels.fill((byte) 5);
        return pixels;
    }

    private void list() {
        MemorySegment directory = hold(objects.createMemory("SpoutSenderNames", 64 * SLOT)).segment();
        directory.fill((byte) 0);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        MemorySegment.copy(bytes, 0, directory, ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    /** Nothing is received, in every way, and no error at once. */
    private void requireNothing() {
        long start = System.nanoTime();
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            receiver.info();
            byte[] target = new byte[64];
            List<Runnable> ways = List.of(() -> assertThat(receiver.receive(SHORT)).isEmpty(),
                    () -> assertThat(receiver.receive(SHORT, _ -> {})).isFalse(),
                    () -> assertThat(receiver.receiveInto(MemorySegment.ofArray(target), PixelLayout.RGBA, SHORT))
                            .isNotEqualTo(SpoutReceiver.ReceiveResult.FRAME));
            for (Runnable way : ways) {
                try {
                    way.run();
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessageContaining("target"); // the memory given is too small for what info says
                }
            }
            spout.senders().list();
            spout.senders().find(name);
            spout.senders().active();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    /** Receives nothing, and an error that names the sender once that has lasted; what it says. */
    private static String error(SpoutReceiver receiver, String sender) {
        SpoutException error = catchThrowableOfType(SpoutException.class, () -> receiver.receive(PATIENCE));
        assertThat(error).hasMessageContaining(sender);
        return error.getMessage();
    }

    private String error() {
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            return error(receiver, name);
        }
    }

    @Test
    @Tag("memory-share")
    void sizesThatCannotBe() {
        list();
        MemorySegment info = info(0, 0, RGBA);
        count(3);
        pixels(4096);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            for (int[] size : new int[][]{{0, 0}, {-1, -1}, {0, 5}, {16385, 1}, {Integer.MIN_VALUE, 7},
                    {0x40000000, 4}}) {
                info.set(ValueLayout.JAVA_INT_UNALIGNED, WIDTH, size[0]);
                info.set(ValueLayout.JAVA_INT_UNALIGNED, HEIGHT, size[1]);
                requireNothing();
                assertThat(error(receiver, name)).contains("size")
                        .contains(Integer.toUnsignedString(size[0]) + "x" + Integer.toUnsignedString(size[1]));
                assertThat(spout.senders().find(name)).isEmpty();
            }
        }
    }

    @Test
    void sizesThatBecomeImpossibleMidStream() {
        MemorySegment info = info(4, 4, RGBA);
        NamedSemaphore count = count(1);
        MemorySegment pixels = pixels(4096);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            receiver.receive(PATIENCE).orElseThrow().close();
            for (int bad : new int[]{0, -1, 16385, Integer.MAX_VALUE}) {
                info.set(ValueLayout.JAVA_INT_UNALIGNED, WIDTH, bad);
                pixels.fill((byte) (7 + bad));
                count.release(1);
                assertThat(receiver.receive(SHORT)).isEmpty();
                info.set(ValueLayout.JAVA_INT_UNALIGNED, WIDTH, 4);
                receiver.receive(PATIENCE).orElseThrow().close();
            }
        }
    }

    @Test
    @Tag("memory-share")
    void aFormatThatNobodyKnows() {
        MemorySegment info = info(4, 4, 12345);
        count(3);
        pixels(4096);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            Map.of(12345, "format 12345", -1, "format 4294967295", 1, "format 1", 65, "A8_UNORM")
                    .forEach((format, told) -> {
                        info.set(ValueLayout.JAVA_INT_UNALIGNED, FORMAT, format);
                        requireNothing();
                        assertThat(error(receiver, name)).contains("it sends " + told + ", which spout4j cannot read");
                    });
        }
    }

    /** Gives up what a round of a test has made. */
    private final class Reset implements AutoCloseable {
        @Override
        public void close() {
            for (AutoCloseable object : held) {
                try {
                    object.close();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            held.clear();
        }
    }

    @Test
    void aDescriptionWithoutAnEnd() {
        MemorySegment info = info(4, 4, RGBA);
        info.asSlice(DESCRIPTION, 256).fill((byte) 'x');
        list();
        count(1);
        pixels(4096);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            receiver.receive(PATIENCE).orElseThrow().close();
            assertThat(receiver.info().orElseThrow().host().length()).isLessThanOrEqualTo(256);
            assertThat(spout.senders().find(name)).isPresent();
        }
    }

    @Test
    @Tag("memory-share")
    void anInfoThatIsTooShort() {
        list();
        hold(objects.createMemory(name, 20));
        count(1);
        pixels(4096);
        requireNothing();
        if (!TestSystem.WINDOWS) { // where memory comes in whole pages: it is long enough, and all zero, so of a sender that has not begun
            assertThat(error()).contains("20 bytes");
        }
    }

    @Test
    @Tag("memory-share")
    void pixelsThatAreTooFew() {
        info(200, 200, RGBA);
        count(3);
        MemorySegment pixels = pixels(200 * 199 * 4 - 4096);
        assertThat(pixels.byteSize()).isLessThan(200 * 200 * 4);
        requireNothing();
        assertThat(error()).contains("memory").contains(pixels.byteSize() + " bytes").contains("160000");
    }

    @Test
    @Tag("memory-share")
    void noPixelsAtAll() {
        info(200, 200, RGBA);
        count(3);
        requireNothing();
        assertThat(error()).contains("no memory");
    }

    @Test
    void countsThatGoBackwardsOrJump() {
        info(4, 4, RGBA);
        NamedSemaphore count = count(100);
        MemorySegment pixels = pixels(4096);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            assertThat(receiver.receive(PATIENCE).orElseThrow().number()).isEqualTo(100);
            for (int i = 0; i < 40; i++) {
                count.acquire(0);
            }
            pixels.fill((byte) 6);
            assertThat(receiver.receive(PATIENCE).orElseThrow().number()).as("one more seen").isEqualTo(101);
            pixels.fill((byte) 7);
            count.release(Integer.MAX_VALUE - 100);
            assertThat(receiver.receive(PATIENCE).orElseThrow().number()).isEqualTo(Integer.MAX_VALUE - 40);
            assertThat(receiver.receive(Duration.ZERO)).isEmpty();
            assertThat(receiver.fps()).isNotNegative().isFinite();
        }
    }

    @Test
    @Tag("memory-share")
    void objectsOfAnotherKind() {
        list();
        hold(objects.createMutex(name));
        assertThat(spout.senders().list()).isEmpty();
        assertThat(spout.senders().find(name)).isEmpty();
        assertThat(spout.senders().active()).isEmpty();
        requireNothing();
        assertThat(error()).containsAnyOf("is a mutex", "another kind");
        try (Reset _ = new Reset()) {
            hold(objects.createMutex(name + "_Count_Semaphore"));
        }
        list();
        info(4, 4, RGBA);
        hold(objects.createEvent(name + "_Count_Semaphore"));
        hold(objects.createMutex(name + "_map"));
        requireNothing();
        assertThat(error()).contains("Count_Semaphore");
        assertThat(spout.senders().list()).hasSize(1);
    }

    @Test
    void aDirectoryOfNamesWithoutEnds() {
        NamedMemory directory = hold(objects.createMemory("SpoutSenderNames", 64 * SLOT));
        directory.segment().fill((byte) 'A');
        assertThat(spout.senders().list()).isEmpty();
        assertThat(spout.senders().find("A".repeat(255))).isEmpty();
        MemorySegment active = hold(objects.createMemory("ActiveSenderName", SLOT)).segment();
        active.fill((byte) 'A');
        assertThat(spout.senders().active()).isEmpty();
        assertThat(spout.receiver().open().receive(SHORT)).isEmpty();
        try (var sender = spout.sender(name).size(2, 2).open(); var receiver = spout.receiver(name).open()) {
            sender.send(Pattern.argb(1, 2, 2));
            Pattern.requireReceived(receiver, 1, 2, 2);
            assertThat(spout.senders().list()).extracting(info -> info.name()).containsExactly(name);
        }
    }

    @Test
    void aHostileCountDoesNotConfuseASender() {
        try (var sender = spout.sender(name).size(2, 2).open(); var receiver = spout.receiver(name).open()) {
            NamedSemaphore count = count(0);
            for (int number = 1; number <= 20; number++) {
                sender.send(Pattern.argb(number, 2, 2));
                Pair.settle(spout, sender);
                assertThat(Pattern.requireReceived(receiver, number, 2, 2)).isEqualTo(number);
                count.acquire(0);
                count.acquire(0);
            }
        }
    }
}
