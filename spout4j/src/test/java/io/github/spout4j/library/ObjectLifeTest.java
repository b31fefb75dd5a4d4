package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.testing.AllocatedBytes;
import io.github.spout4j.testing.Await;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One call at a time, none after the end, and the end once. */
class ObjectLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeVtable vtable = new FakeVtable(VtableLayout.known().getLast());

    @AfterEach
    void free() {
        vtable.close();
    }

    private List<String> names() {
        return List.copyOf(vtable.calls).stream().map(call -> call.slot().name()).toList();
    }

    @Test
    void closingReleasesSenderReceiverAndObjectOnce() {
        SpoutLibrary library = vtable.library();
        library.close();
        library.close();
        assertThat(names()).containsExactly("ReleaseSender", "ReleaseReceiver", "Release");
        assertThatThrownBy(library::getSenderCount).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> library.setSenderName("x")).isInstanceOf(IllegalStateException.class);
        assertThat(names()).hasSize(3);
    }

    @Test
    void whatWasForgottenIsReleased() {
        vtable.library().getSenderCount();
        Await.until("it is released", PATIENCE, () -> {
            System.gc();
            return names().contains("Release");
        });
        assertThat(names()).containsExactly("GetSenderCount", "ReleaseSender", "ReleaseReceiver", "Release");
    }

    @Test
    void manyThreadsCallOneAfterTheOtherAndNoneAfterTheEnd() throws InterruptedException {
        SpoutLibrary library = vtable.library();
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {
                    started.countDown();
                    try {
                        for (;;) {
                            library.isGLDXready();
                        }
                    } catch (IllegalStateException _) {
                        failures.incrementAndGet();
                    }
                });
            }
            started.await();
            Thread.sleep(50);
            library.close();
        }
        assertThat(failures).hasValue(8);
        assertThat(vtable.overlapped).isFalse();
        assertThat(names().subList(names().size() - 3, names().size())).containsExactly("ReleaseSender",
                "ReleaseReceiver", "Release");
    }

    @Test
    void imagesThatDoNotFitNeverReachTheDll() {
        try (SpoutLibrary library = vtable.library(); Arena arena = Arena.ofConfined()) {
            MemorySegment small = arena.allocate(4 * 10 * 10 - 1);
            assertThatThrownBy(() -> library.sendImage(small, 10, 10, 0x1908, false))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("399")
                    .hasMessageContaining("400");
            assertThatThrownBy(() -> library.sendImage(small, -1, -1, 0x1908, false))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> library.clearAlpha(small, 10, 10, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> library.flipBuffer(arena.allocate(400), small, 10, 10, 0x1908))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> library.sendImage(MemorySegment.ofArray(new byte[400]), 10, 10, 0x1908, false))
                    .as("on the Java heap").isInstanceOf(IllegalArgumentException.class);
            assertThat(vtable.calls).isEmpty();
            assertThatThrownBy(() -> library.receiveImage(small, 0x1908, false, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(names()).doesNotContain("ReceiveImage");
        }
    }

    @Test
    void namesAndTextThatDoNotFitNeverReachTheDll() {
        try (SpoutLibrary library = vtable.library()) {
            assertThatThrownBy(() -> library.setSenderName("x".repeat(256)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("255");
            assertThatThrownBy(() -> library.setSenderName("a\0b")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("NUL");
            assertThatThrownBy(() -> library.setSenderName("日本")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be written");
            assertThatThrownBy(() -> library.getSender(0, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThat(vtable.calls).isEmpty();
            library.spoutLog("日\0" + "x".repeat(5000));
            assertThat(vtable.calls.getLast().arguments().getLast()).isEqualTo("??" + "x".repeat(998));
        }
    }

    @Test
    void callsWithoutTextAllocateNothing() {
        try (SpoutLibrary library = vtable.library(); Arena arena = Arena.ofConfined()) {
            VtableLayout layout = VtableLayout.known().getLast();
            SpoutLibrary quiet = new SpoutLibrary("quiet", layout,
                    new Functions("quiet", layout,
                            _ -> Linker.nativeLinker().defaultLookup().findOrThrow("labs")),
                    1, new CText(null), new CppObjects(null));
            MemorySegment pixels = arena.allocate(400);
            AllocatedBytes.requireNone(() -> {
                quiet.sendImage(pixels, 10, 10, 0x1908, true);
                quiet.getFps();
                quiet.setShareMode(7);
                quiet.isFrameNew();
            });
            quiet.close();
            assertThat(library.layout()).isEqualTo(layout);
        }
    }
}
