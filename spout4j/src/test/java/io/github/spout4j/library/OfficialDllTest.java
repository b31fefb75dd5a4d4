package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** An official SpoutLibrary.dll of any known version, function by function. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll runs on Windows alone")
@EnabledIfSystemProperty(named = "spout.library", matches = ".+", disabledReason = "name an official SpoutLibrary.dll by -Dspout.library=PATH")
class OfficialDllTest {
    private static final int GL_RGBA = 0x1908;
    private static final int GL_RGBA8 = 0x8058;
    private static final String KEY = "Software\\spout4j-test";

    private SpoutLibrary library;

    @BeforeEach
    void open() {
        library = SpoutLibrary.open(Path.of(System.getProperty("spout.library")));
    }

    @AfterEach
    void close() {
        library.close();
    }

    private boolean has(String name) {
        return library.layout().slots().stream().anyMatch(slot -> slot.name().equals(name));
    }

    private void needs(String name) {
        assumeTrue(has(name), () -> library.layout() + " has no " + name);
    }

    @Test
    void itsVersionIsThatInTheFile() {
        assertThat(PeImage.read(Path.of(System.getProperty("spout.library"))).versions())
                .containsExactly(library.getSDKversion());
    }

    @Test
    void itsVersionAsANumber() {
        assumeTrue(library.layout().slots().stream().anyMatch(slot -> slot.signature().equals("GetSDKversion(int*)")));
        assertThat(library.getSDKversionNumber())
                .isEqualTo(Integer.parseInt(library.getSDKversion().replace(".", "")));
    }

    @Test
    void aNewObjectSendsAndReceivesNothing() {
        assertThat(library.isInitialized()).isFalse();
        assertThat(library.isConnected()).isFalse();
        assertThat(library.getName()).isEmpty();
        assertThat(library.getSenderName()).isEmpty();
        assertThat(library.getSenderWidth()).isZero();
        assertThat(library.getSenderHeight()).isZero();
        assertThat(library.getSenderFrame()).isZero();
    }

    @Test
    void programsAndPaths() {
        needs("GetExePath");
        assertThat(library.getExeName()).isIn("SpoutLibrary", "java");
        assertThat(library.getExePath()).isNotBlank();
        assertThat(library.getCurrentModule()).isNotZero();
        if (has("GetPath")) {
            assertThat(library.getName("C:\\a folder with a long name\\name of a file.txt"))
                    .isEqualTo("name of a file.txt");
            assertThat(library.getPath("C:\\a folder with a long name\\name of a file.txt"))
                    .startsWith("C:\\a folder with a long name");
        } else {
            assertThat(library.removePath("C:\\a folder with a long name\\name of a file.txt"))
                    .isEqualTo("name of a file.txt");
        }
    }

    @Test
    void formatsHaveNamesAndNumbers() {
        needs("GLformatName");
        assertThat(library.glformatName(GL_RGBA8)).isNotBlank().doesNotContain("\0");
        assertThat(library.dx11format(GL_RGBA8)).isEqualTo(28);
        assertThat(library.gldxformat(28)).isIn(GL_RGBA8, GL_RGBA);
        library.setDX11format(28);
        assertThat(library.getDX11format()).isEqualTo(28);
    }

    @Test
    void theStopwatchMeasuresTime() throws InterruptedException {
        library.startTiming();
        Thread.sleep(20);
        assertThat(library.endTiming()).isBetween(15.0, 5e6);
    }

    @Test
    void memoryBuffersKeepWhatWasWritten() {
        String name = UniqueName.of("buffer");
        byte[] data = "data of a buffer".getBytes(StandardCharsets.US_ASCII);
        assertThat(library.createMemoryBuffer(name, 64)).isTrue();
        assertThat(library.writeMemoryBuffer(name, data)).isTrue();
        assertThat(library.getMemoryBufferSize(name)).isEqualTo(64);
        try (SpoutLibrary other = SpoutLibrary.open(Path.of(System.getProperty("spout.library")))) {
            byte[] read = new byte[64];
            assertThat(other.readMemoryBuffer(name, read)).isPositive();
            assertThat(Arrays.copyOf(read, data.length)).isEqualTo(data);
        }
        assertThat(library.deleteMemoryBuffer()).isTrue();
    }

    @Test
    void theRegistryKeepsNumbersAndText() {
        assertThat(library.writeDwordToRegistry(SpoutRegistry.HKEY_CURRENT_USER, KEY, "number", 4711)).isTrue();
        assertThat(library.readDwordFromRegistry(SpoutRegistry.HKEY_CURRENT_USER, KEY, "number")).hasValue(4711);
        assertThat(library.writePathToRegistry(SpoutRegistry.HKEY_CURRENT_USER, KEY, "path", "C:\\x\\y")).isTrue();
        assertThat(library.readPathFromRegistry(SpoutRegistry.HKEY_CURRENT_USER, KEY, "path")).contains("C:\\x\\y");
        assertThat(library.findSubKey(SpoutRegistry.HKEY_CURRENT_USER, KEY)).isTrue();
        assertThat(library.removePathFromRegistry(SpoutRegistry.HKEY_CURRENT_USER, KEY, "path")).isTrue();
        assertThat(library.removeSubKey(SpoutRegistry.HKEY_CURRENT_USER, KEY)).isTrue();
        assertThat(library.readDwordFromRegistry(SpoutRegistry.HKEY_CURRENT_USER, KEY, "number")).isEmpty();
    }

    @Test
    void pixelsTurnUpsideDown() {
        assumeTrue(library.layout().slots().stream().anyMatch(slot -> slot.name().equals("FlipBuffer")));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = arena.allocateFrom(ValueLayout.JAVA_INT, 1, 2, 3, 4, 5, 6, 7, 8);
            MemorySegment target = arena.allocate(source.byteSize());
            library.flipBuffer(source, target, 4, 2, GL_RGBA);
            assertThat(target.toArray(ValueLayout.JAVA_INT)).containsExactly(5, 6, 7, 8, 1, 2, 3, 4);
            library.flipBuffer(target, 4, 2, GL_RGBA);
            assertThat(target.toArray(ValueLayout.JAVA_INT)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            library.clearAlpha(target, 4, 2, 255);
            assertThat(Arrays.stream(target.toArray(ValueLayout.JAVA_INT))).allMatch(pixel -> pixel >>> 24 == 255);
        }
    }

    @Test
    void theLogTakesAnyText() {
        if (has("EnableLogs")) {
            library.enableLogs();
        }
        library.spoutLog("100 % sure: %s%n%d " + "x".repeat(5000));
        library.spoutLogNotice("Köln ☃ \0 end");
        if (has("GetSpoutLogPath")) {
            assertThat(library.getSpoutLogPath()).isNotNull();
        }
    }

    @Test
    void adaptersHaveNames() {
        int adapters = library.getNumAdapters();
        assertThat(adapters).isNotNegative();
        for (int i = 0; i < adapters; i++) {
            assertThat(library.getAdapterName(i, 256)).isPresent();
        }
        assertThat(library.getAdapterName(adapters, 256)).isEmpty();
    }

    @Test
    void getters() {
        assertThat(library.getMaxSenders()).isPositive();
        assertThat(library.getBuffers()).isPositive();
        assertThat(library.getRefreshRate()).isNotNegative();
        library.getFps();
        library.getFrame();
        library.getHandle();
        library.getCPU();
        library.getGLDX();
        library.isLaptop();
        library.getShareMode();
        library.getAutoShare();
        library.getMemoryShareMode();
        library.getCPUmode();
        library.getDX9();
        library.getBufferMode();
        library.getVerticalSync();
        library.isFrameCountEnabled();
        library.getSenderCount();
        library.getSender(0, 256);
        library.getActiveSender();
        assertThat(library.findSenderName(UniqueName.of("nobody"))).isFalse();
        assertThat(library.getSenderInfo(UniqueName.of("nobody"))).isEmpty();
        if (has("GetSenderList")) {
            assertThat(library.getSenderList()).hasSize(library.getSenderCount());
        }
    }

    @Test
    void frameSyncOfNobodyTimesOut() {
        String name = UniqueName.of("sync");
        library.setFrameSync(name);
        assertThat(library.waitFrameSync(name + " of nobody", 10)).isFalse();
    }

    @Test
    void noCallReachesAClosedObject() {
        library.close();
        library.close();
        assertThatThrownBy(library::getSenderCount).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }
}
