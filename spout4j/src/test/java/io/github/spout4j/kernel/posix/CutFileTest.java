package io.github.spout4j.kernel.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObject;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.LateErrors;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that other programs cut or overwrite while they are held. */
@EnabledOnOs(OS.LINUX)
class CutFileTest {
    private static final long LONG = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name = UniqueName.of("cut");
    private KernelObjects objects;
    private Path directory;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        directory = temporary.toRealPath().resolve("objects");
        objects = new PosixSystem(directory).objects();
    }

    private Path file() {
        return directory.resolve(FileNames.ofObject(name.getBytes(StandardCharsets.UTF_8)));
    }

    private void cut(long length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.setLength(length);
        }
    }

    private void overwrite(long at, int value) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(at);
            file.writeInt(Integer.reverseBytes(value));
        }
    }

    /** An object, and what can be done with it. */
    private record Use<T extends KernelObject>(Function<String, T> make, List<Consumer<T>> calls) {}

    private List<Use<?>> uses() {
        return List.of(
                new Use<NamedMemory>(it -> objects.createMemory(it, 100_000),
                        List.of(memory -> memory.segment().get(ValueLayout.JAVA_BYTE, 99_999),
                                memory -> memory.segment().fill((byte) 1))),
                new Use<NamedMutex>(it -> objects.createMutex(it),
                        List.of(mutex -> mutex.acquire(LONG), NamedMutex::owner)),
                new Use<NamedSemaphore>(it -> objects.createSemaphore(it, 0, 10),
                        List.of(count -> count.acquire(LONG), count -> count.release(1), NamedSemaphore::count,
                                count -> count.awaitChange(0, LONG))),
                new Use<NamedEvent>(it -> objects.createEvent(it),
                        List.of(event -> event.await(LONG), NamedEvent::set)));
    }

    @Test
    void everyCallTellsAndTheNextObjectIsWell() throws IOException {
        for (Use<?> use : uses()) {
            require(use);
        }
    }

    private <T extends KernelObject> void require(Use<T> use) throws IOException {
        for (Consumer<T> call : use.calls()) {
            T object = use.make().apply(name);
            cut(0);
            Throwable thrown = catchThrowable(() -> {
                call.accept(object);
                LateErrors.await();
            });
            assertThat(thrown).isInstanceOf(InternalError.class);
            assertThat(objects.lost((InternalError) thrown)).hasMessageContaining(directory.toString());
            assertThat(object.lost()).isTrue();
            assertThat(objects.losses(name)).isPositive();
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> call.accept(object))
                    .withMessageContaining(name);
            try (T next = use.make().apply(name)) {
                assertThat(next.created()).isTrue();
                assertThat(next.lost()).isFalse();
                object.close();
                assertThat(file()).as("the next one's").exists();
            }
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void whoeverWaitsIsTold() throws Exception {
        for (Use<?> use : uses().subList(2, 4)) {
            requireToldWhileWaiting(use);
        }
    }

    private <T extends KernelObject> void requireToldWhileWaiting(Use<T> use) throws Exception {
        try (T object = use.make().apply(name)) {
            FutureTask<?> wait = new FutureTask<>(() -> use.calls().getFirst().accept(object), null);
            Thread waiting = Thread.ofPlatform().daemon().start(wait);
            Await.untilWaiting(waiting);
            cut(0);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> wait.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .withCauseInstanceOf(InternalError.class);
        }
    }

    @Test
    void whatIsShorterThanItSaysIsNotThere() throws IOException {
        for (long length : new long[]{0, 100, ObjectLayout.HEAD_SIZE, ObjectLayout.PAYLOAD + 99}) {
            try (NamedMemory old = objects.createMemory(name, 100); NamedMemory other = objects.createMemory("o", 1)) {
                assertThat(objects.<Boolean>glance(glance -> glance.memoryExists(name))).isTrue();
                cut(length);
                assertThat(objects.openMemory(name)).isEmpty();
                assertThat(old.lost()).isTrue();
                assertThat(other.lost()).isFalse();
                try (NamedMemory next = objects.createMemory(name, 100)) {
                    assertThat(next.created()).isTrue();
                    assertThat(next.segment().get(ValueLayout.JAVA_BYTE, 99)).isZero();
                }
            }
        }
    }

    @Test
    void whatWasCutIsHeldNoMoreAlsoWhereItIsLongAgain() throws IOException {
        try (NamedMemory old = objects.createMemory(name, 100)) {
            cut(0);
            assertThat(objects.openMemory(name)).isEmpty();
            assertThat(old.lost()).isTrue();
            cut(ObjectLayout.PAYLOAD + 100);
            try (NamedMemory next = objects.createMemory(name, 100)) {
                assertThat(next.created()).isTrue();
            }
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatIsOverwrittenIsWrittenAgain() throws IOException {
        try (NamedMutex _ = objects.createMutex(name)) {
            for (long at : new long[]{ObjectLayout.MAGIC, ObjectLayout.VERSION, ObjectLayout.KIND,
                    ObjectLayout.SIZE, ObjectLayout.NAME_LENGTH, ObjectLayout.NAME}) {
                byte[] before = head();
                overwrite(at, 0x11223344);
                assertThat(head()).isNotEqualTo(before);
                Await.until("its head is as before", PATIENCE, () -> {
                    try {
                        return java.util.Arrays.equals(head(), before);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
            }
        }
    }

    @Test
    void aSignOfLifeThatWasRemovedIsGivenAgain() throws IOException {
        try (NamedMutex mutex = objects.createMutex(name)) {
            int token = ((Handle) mutex).attachment.token;
            assertThat(ProcessToken.dead(directory, token)).isFalse();
            Files.delete(directory.resolve(FileNames.ofProcess(token)));
            assertThat(ProcessToken.dead(directory, token)).isTrue();
            Await.until("it lives again, and says who it is", PATIENCE, () -> !ProcessToken.dead(directory, token)
                    && ProcessToken.pid(directory, token).filter(pid -> pid == ProcessHandle.current().pid())
                            .isPresent());
        }
        assertThat(directory).isEmptyDirectory();
    }

    private byte[] head() throws IOException {
        return Files.readAllBytes(file());
    }

    @Test
    void aCountBelowZeroIsNone() throws IOException {
        try (NamedSemaphore count = objects.createSemaphore(name, 1, Integer.MAX_VALUE)) {
            overwrite(ObjectLayout.STATE, Integer.MIN_VALUE + 5);
            assertThat(count.release(3)).isZero();
            assertThat(count.count()).isEqualTo(3);
        }
    }
}
