package io.github.spout4j.kernel.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.KernelPeer;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class PosixSystemTest {
    private static final long LONG = 60_000;

    @TempDir
    private Path temporary;

    private Path directory;
    private String formerDirectory;
    private KernelObjects objects;
    private final String name = UniqueName.of("object");

    @BeforeEach
    void useADirectoryOfItsOwn() {
        directory = temporary.resolve("objects");
        formerDirectory = System.getProperty(PrivateDirectory.PROPERTY);
        System.setProperty(PrivateDirectory.PROPERTY, directory.toString());
        objects = new PosixSystem().objects();
    }

    @Test
    void whatIsOpenedToReadIsMappedToReadAlone() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeTrue(Files.exists(maps), "the system does not tell what is mapped");
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createMemory", name, 100);
            try (NamedMemory _ = objects.openMemoryToRead(name).orElseThrow()) {
                assertThat(Files.readAllLines(maps)).filteredOn(line -> line.contains(directory.toString()))
                        .isNotEmpty().allMatch(line -> line.contains(" r--s "));
            }
        }
    }

    @AfterEach
    void restoreTheDirectory() {
        if (formerDirectory == null) {
            System.clearProperty(PrivateDirectory.PROPERTY);
        } else {
            System.setProperty(PrivateDirectory.PROPERTY, formerDirectory);
        }
    }

    @Test
    void theDirectoryIsMadeForItsUserAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        assertThat(new PosixSystem(directory).description()).contains(directory.toRealPath().toString());
    }

    @Test
    void aDirectoryOpenToOthersIsRefused() throws IOException {
        Path open = Files.createDirectory(temporary.resolve("open"));
        for (String mode : List.of("rwxr-x---", "rwx-----x", "rwx--x---", "rwxrwxrwx")) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> new PosixSystem(open)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining("open to other users").hasMessageContaining("chmod 700")
                    .hasMessageContaining(open.toString());
        }
    }

    @Test
    void aDirectoryClosedToItsUserIsRefused() throws IOException {
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        for (String mode : List.of("r-x------", "rw-------", "---------")) {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> new PosixSystem(closed)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining("closed to its own user")
                    .hasMessageContaining("run chmod 700 " + closed);
        }
    }

    @Test
    void aPropertyThatIsNoPathIsSaid() {
        System.setProperty(PrivateDirectory.PROPERTY, "no\0path");
        assertThatThrownBy(PosixSystem::new).isInstanceOf(SpoutException.class)
                .hasMessageContaining("the property " + PrivateDirectory.PROPERTY).hasMessageContaining("no\u2400path");
    }

    @Test
    void aSymbolicLinkIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
        assertThatThrownBy(() -> new PosixSystem(link)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("symbolic link");
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> new PosixSystem(file)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("not a directory");
    }

    @Test
    void aDirectoryOfSomebodyElseIsRefused() throws IOException {
        assumeTrue(LibC.userId() == 0, "only root can give a directory away");
        Path given = Files.createDirectory(temporary.resolve("given"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setAttribute(given, "unix:uid", 12345);
        assertThatThrownBy(() -> new PosixSystem(given)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("user 12345");
    }

    @Test
    void aMissingParentIsSaid() {
        assertThatThrownBy(() -> new PosixSystem(temporary.resolve("no/where"))).isInstanceOf(SpoutException.class)
                .hasMessageContaining("the directory above it is missing")
                .hasMessageContaining(PrivateDirectory.PROPERTY);
    }

    @Test
    void whatWasSeenStaysOpenOnlyWhileMutexesAreHeldAndItLives() throws IOException {
        assumeTrue(LibC.LINUX, "/proc tells which files are open on Linux");
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createMemory", name, 10);
            assertThat(objects.memoryExists(name)).isTrue();
            assertThat(openFiles()).isEmpty();
            try (NamedMutex _ = objects.createMutex(name + "_mutex")) {
                assertThat(objects.memoryExists(name)).isTrue();
                assertThat(openFiles()).hasSize(2);
                peer.ask("close", name);
                assertThat(objects.memoryExists(name)).isFalse();
                assertThat(openFiles()).hasSize(1);
                peer.ask("createMemory", name, 10);
                assertThat(objects.memoryExists(name)).isTrue();
                assertThat(openFiles()).hasSize(2);
            }
            assertThat(openFiles()).isEmpty();
        }
    }

    @Test
    void aDirectoryThatWasRemovedIsMadeAgain() throws IOException {
        Files.delete(directory);
        try (NamedMemory _ = objects.createMemory(name, 10)) {
            assertThat(files()).hasSize(1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
    }

    @Test
    void nothingIsLeftAfterTheLastClose() throws IOException {
        try (NamedMemory _ = objects.createMemory(name, 10);
                NamedMutex mutex = objects.createMutex(name + "_mutex");
                NamedEvent _ = objects.createEvent(name + "_event")) {
            mutex.acquire(0);
            assertThat(files()).hasSize(4).anyMatch(file -> file.startsWith("object." + name + "_mutex."));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingIsLeftAfterANormalEndWithOpenHandles() throws IOException {
        try (KernelPeer one = new KernelPeer(); KernelPeer two = new KernelPeer()) {
            for (KernelPeer each : List.of(one, two)) {
                each.ask("createMemory", name, 10);
                each.ask("createMutex", name + "_mutex");
                each.ask("createSemaphore", name + "_count", 1, 10);
            }
            assertThat(files()).hasSize(5);
            one.end();
            assertThat(files()).hasSize(4);
            two.end();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void leftoversOfAKilledProcessAreSweptByTheNextSystem() throws IOException {
        try (NamedMemory _ = objects.createMemory(name + "_live", 10); KernelPeer peer = new KernelPeer()) {
            peer.ask("createMemory", name, 10);
            peer.ask("createMutex", name + "_mutex");
            peer.ask("acquire", name + "_mutex", 0);
            assertThat(files()).hasSize(4);
            peer.kill();
            assertThat(files()).hasSize(4);
            new PosixSystem();
            assertThat(files()).singleElement().asString().contains("live");
        }
    }

    @Test
    void aLeftoverIsReplacedByTheNextUserOfTheName() throws IOException {
        try (NamedMemory memory = objects.createMemory(name, 10)) {
            assertThat(memory.created()).isTrue();
        }
        Path path = directory.resolve(FileNames.ofObject(name.getBytes(StandardCharsets.UTF_8)));
        for (int length : new int[]{0, 1, 4095, 4096, 100_000}) {
            Files.write(path, new byte[length]);
            assertThat(objects.openMemory(name)).isEmpty();
            assertThat(path).doesNotExist();
            Files.write(path, new byte[length]);
            try (NamedMemory memory = objects.createMemory(name, 10)) {
                assertThat(memory.created()).isTrue();
            }
        }
    }

    @Test
    void aSymbolicLinkInAnObjectsPlaceIsRefused() throws IOException {
        Path target = Files.write(temporary.resolve("target"), new byte[100_000]);
        Path path = directory.resolve(FileNames.ofObject(name.getBytes(StandardCharsets.UTF_8)));
        Files.createSymbolicLink(path, target);
        assertThatThrownBy(() -> objects.createMemory(name, 10)).isInstanceOf(SpoutException.class)
                .hasMessageContaining(path.toString());
        assertThat(target).hasSize(100_000);
    }

    @Test
    void aDirectoryOrPipeInAnObjectsPlaceIsRefused() throws Exception {
        Path path = directory.resolve(FileNames.ofObject(name.getBytes(StandardCharsets.UTF_8)));
        Files.createDirectory(path);
        assertThatThrownBy(() -> objects.openMemory(name)).isInstanceOf(SpoutException.class);
        Files.delete(path);
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
        assertThat(objects.openMemory(name)).isEmpty();
    }

    private enum Damage {
        EMPTY, SHORT, CUT_IN_THE_PAYLOAD, MAGIC, VERSION, KIND, HUGE_SIZE, NEGATIVE_SIZE, NAME, NAME_LENGTH;

        /** Such a file is of no use to anybody: see {@link CutFileTest}. */
        boolean leavesTooLittle() {
            return this == EMPTY || this == SHORT || this == CUT_IN_THE_PAYLOAD || this == HUGE_SIZE;
        }

        void inflict(Path path) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                switch (this) {
                    case EMPTY -> file.setLength(0);
                    case SHORT -> file.setLength(ObjectLayout.HEAD_SIZE - 1);
                    case CUT_IN_THE_PAYLOAD -> file.setLength(ObjectLayout.PAYLOAD + 99_999);
                    case MAGIC -> overwrite(file, ObjectLayout.MAGIC, 1);
                    case VERSION -> overwrite(file, ObjectLayout.VERSION, 4);
                    case KIND -> overwrite(file, ObjectLayout.KIND, 4);
                    case HUGE_SIZE -> overwrite(file, ObjectLayout.SIZE, 7);
                    case NEGATIVE_SIZE -> overwrite(file, ObjectLayout.SIZE, 8);
                    case NAME -> overwrite(file, ObjectLayout.NAME, 1);
                    case NAME_LENGTH -> overwrite(file, ObjectLayout.NAME_LENGTH, 4);
                }
            }
        }
    }

    @Test
    void damagedFilesInUseAreRefused() throws IOException {
        try (KernelPeer peer = new KernelPeer()) {
            for (Damage damage : Damage.values()) {
                List<String> before = files();
                peer.ask("createMemory", name + damage, 100_000);
                damage.inflict(directory.resolve(
                        files().stream().filter(file -> !before.contains(file)).findFirst().orElseThrow()));
                if (damage.leavesTooLittle()) {
                    assertThat(objects.openMemory(name + damage)).as("%s", damage).isEmpty();
                    continue;
                }
                assertThatThrownBy(() -> objects.openMemory(name + damage)).as("%s", damage)
                        .isInstanceOf(SpoutException.class);
                assertThatThrownBy(() -> objects.createMemory(name + damage, 10)).as("%s", damage)
                        .isInstanceOf(SpoutException.class);
            }
        }
        for (Damage damage : Damage.values()) {
            try (NamedMemory memory = objects.createMemory(name + damage, 10)) {
                assertThat(memory.created()).as("%s, once its process is gone", damage).isTrue();
            }
        }
    }

    @Test
    void tooLittleSpaceIsSaid() throws IOException {
        assertThatThrownBy(() -> objects.createMemory(name, 1L << 55)).isInstanceOf(SpoutException.class)
                .hasMessageContaining(directory.toRealPath().toString());
        assertThat(files()).isEmpty();
        assertThat(objects.openMemory(name)).isEmpty();
    }

    @Test
    void theSizeIsExact() {
        try (NamedMemory memory = objects.createMemory(name, 280)) {
            assertThat(memory.size()).isEqualTo(280);
        }
    }

    @Test
    void aNameMayBeLongerThanAFilesNameCanBe() {
        String longest = "å".repeat(127) + "x_SpoutAccessMutex";
        try (NamedMutex _ = objects.createMutex(longest); KernelPeer peer = new KernelPeer()) {
            assertThat(peer.ask("openMutex", longest)).isEqualTo("opened");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "Local\\name", "a\\..\\b"})
    void aNameMayHaveBackslashes(String odd) {
        try (NamedMutex _ = objects.createMutex(odd); KernelPeer peer = new KernelPeer()) {
            assertThat(peer.ask("openMutex", odd)).isEqualTo("opened");
        }
    }

    @Test
    void aNameWithoutBytesIsRefused() {
        for (String odd : List.of("a\0b", "\ud800", "x".repeat(ObjectLayout.NAME_MAXIMUM + 1))) {
            assertThatThrownBy(() -> objects.createEvent(odd)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aMutexWhoseOwnerThreadEndedIsAbandoned() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name); KernelPeer peer = new KernelPeer()) {
            peer.ask("openMutex", name);
            for (boolean virtual : new boolean[]{false, true}) {
                acquireAndEnd(mutex, virtual);
                assertThat(mutex.acquire(0)).isEqualTo(WaitResult.ABANDONED);
                mutex.release();
                acquireAndEnd(mutex, virtual);
                assertThat(peer.ask("acquire", name, LONG)).isEqualTo("ABANDONED");
                peer.ask("release", name);
                assertThat(mutex.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
                mutex.release();
            }
        }
    }

    @Test
    void aMutexWhoseLastHandleInTheProcessWasClosedIsAbandoned() {
        try (KernelPeer peer = new KernelPeer(); NamedMutex other = objects.createMutex(name + "_other")) {
            other.acquire(0);
            NamedMutex mutex = objects.createMutex(name);
            mutex.acquire(0);
            peer.ask("openMutex", name);
            peer.tell("acquire", name, LONG);
            mutex.close();
            assertThat(peer.reply()).isEqualTo("ABANDONED");
            try (NamedMutex again = objects.openMutex(name).orElseThrow()) {
                assertThat(again.acquire(0)).isEqualTo(WaitResult.TIMED_OUT);
                assertThatThrownBy(again::release).isInstanceOf(IllegalMonitorStateException.class);
            }
        }
    }

    @Test
    void aFreeMutexPromisedToADeadWaiterIsFree() {
        try (NamedMutex mutex = objects.createMutex(name)) {
            Handle handle = (Handle) mutex;
            for (long timeout : new long[]{0, 1000}) {
                ObjectLayout.WORD.setVolatile(handle.word, MutexWord.FREE | MutexWord.CONTENDED);
                long start = System.nanoTime();
                assertThat(mutex.acquire(timeout)).isEqualTo(WaitResult.SIGNALLED);
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(timeout == 0 ? 0 : 1_900_000L);
                mutex.release();
                assertThat((int) ObjectLayout.WORD.getVolatile(handle.word)).isEqualTo(MutexWord.FREE);
            }
        }
    }

    @Test
    void aMutexCountsHowOftenItWasAcquired() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            assertThat(turns()).isZero();
            mutex.acquire(LONG);
            mutex.acquire(LONG);
            assertThat(turns()).isEqualTo(1);
            FutureTask<WaitResult> other = new FutureTask<>(() -> mutex.acquire(LONG));
            Thread waiting = Thread.ofPlatform().start(other);
            mutex.release();
            mutex.release();
            assertThat(other.get().owned()).isTrue();
            assertThat(turns()).isEqualTo(2);
            waiting.join();
            assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.ABANDONED);
            assertThat(turns()).isEqualTo(3);
            mutex.release();
        }
    }

    private int turns() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(
                directory.resolve(FileNames.ofObject(name.getBytes(StandardCharsets.UTF_8))).toFile(), "r")) {
            byte[] bytes = new byte[(int) ObjectLayout.HEAD_SIZE];
            file.readFully(bytes);
            return MemorySegment.ofArray(bytes).get(ValueLayout.JAVA_INT_UNALIGNED, ObjectLayout.TURNS);
        }
    }

    @Test
    void whoeverWaitsComesBeforeWhoeverJustReleased() throws Exception {
        int turns = 30;
        int waiterFirst = 0;
        try (NamedMutex mutex = objects.createMutex(name)) {
            Handle handle = (Handle) mutex;
            for (int i = 0; i < turns; i++) {
                AtomicInteger entered = new AtomicInteger();
                mutex.acquire(0);
                FutureTask<Integer> waiter = new FutureTask<>(() -> {
                    mutex.acquire(LONG);
                    int place = entered.incrementAndGet();
                    mutex.release();
                    return place;
                });
                Thread.ofPlatform().start(waiter);
                while (((int) ObjectLayout.WORD.getVolatile(handle.word) & MutexWord.CONTENDED) == 0) {
                    Thread.onSpinWait();
                }
                mutex.release();
                mutex.acquire(LONG);
                entered.incrementAndGet();
                mutex.release();
                waiterFirst += waiter.get() == 1 ? 1 : 0;
            }
        }
        assertThat(waiterFirst).isGreaterThan(turns / 2);
    }

    @Test
    void aForgottenHandleIsFreed() throws Exception {
        forget();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!files().isEmpty() && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(files()).isEmpty();
    }

    private void forget() {
        assertThat(objects.createMutex(name).acquire(0)).isEqualTo(WaitResult.SIGNALLED);
        objects.createMemory(name + "_memory", 10).segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
    }

    @Test
    void namesAreStrictUtf8() {
        NameEncoding names = new PosixSystem(directory).names();
        assertThat(names.encode("né 🎥")).hasValue("né 🎥".getBytes(StandardCharsets.UTF_8));
        assertThat(names.encode("\ud83c")).isEmpty();
        assertThat(names.encode("a\0")).isEmpty();
        assertThat(names.decode("né 🎥".getBytes(StandardCharsets.UTF_8))).isEqualTo("né 🎥");
        assertThat(names.decode(new byte[]{'a', (byte) 0xFF, 'b'})).isEqualTo("a\uFFFDb");
    }

    private static void acquireAndEnd(NamedMutex mutex, boolean virtual) throws Exception {
        FutureTask<WaitResult> task = new FutureTask<>(() -> mutex.acquire(LONG));
        (virtual ? Thread.startVirtualThread(task) : Thread.ofPlatform().start(task)).join();
        assertThat(task.get()).isEqualTo(WaitResult.SIGNALLED);
    }

    private static void overwrite(RandomAccessFile file, long offset, int bytes) throws IOException {
        file.seek(offset);
        byte[] all = new byte[bytes];
        Arrays.fill(all, (byte) 0xFF);
        if (bytes == 7) {
            all[0] = 1;
        }
        file.write(all);
    }

    /** Of the objects' files, those that this process has open. */
    private List<String> openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(Files::isSymbolicLink).flatMap(link -> {
                try {
                    return Stream.of(Files.readSymbolicLink(link).toString());
                } catch (IOException _) {
                    return Stream.empty(); // was closed
                }
            }).filter(target -> target.startsWith(directory.toString()) && target.contains(FileNames.OBJECT)).toList();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
