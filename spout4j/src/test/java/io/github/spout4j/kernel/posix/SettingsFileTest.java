package io.github.spout4j.kernel.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class SettingsFileTest {
    @TempDir
    private Path temporary;

    @Test
    void whatWasSetIsThereForAll() throws IOException {
        Path file = temporary.resolve("a/b/settings.properties");
        Settings settings = new SettingsFile(file);
        assertThat(settings.location()).isEqualTo(file.toString());
        assertThat(settings.get("MaxSenders")).isEmpty();
        settings.set("MaxSenders", 64);
        settings.set("Framecount", 1);
        settings.set("MaxSenders", 65);
        settings.set("Adapter", -1);
        Settings other = new SettingsFile(file);
        assertThat(other.get("MaxSenders")).hasValue(65);
        assertThat(other.get("Framecount")).hasValue(1);
        assertThat(other.get("Adapter")).hasValue(-1);
        assertThat(other.get("CPU")).isEmpty();
        assertThat(file).content().contains("MaxSenders=65").contains("Adapter=4294967295");
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void whatIsRemovedIsGoneAndTheRestStays() throws IOException {
        Path file = temporary.resolve("settings");
        Settings settings = new SettingsFile(file);
        settings.remove("CPU");
        assertThat(file).doesNotExist();
        Files.writeString(file, "# mine\n CPU = 1\nDX9=1\n");
        settings.remove("CPU");
        settings.remove("Buffers");
        assertThat(Files.readAllLines(file)).containsExactly("# mine", "DX9=1");
    }

    @Test
    void itIsReadAfreshAndBadValuesAreNone() throws IOException {
        Path file = temporary.resolve("settings");
        Settings settings = new SettingsFile(file);
        Files.writeString(file, "# mine\n CPU = 1 \nDX9=yes\nBuffers=\nAdapter=4294967296\njunk\n=\n");
        assertThat(settings.get("CPU")).hasValue(1);
        assertThat(settings.get("DX9")).isEmpty();
        assertThat(settings.get("Buffers")).isEmpty();
        assertThat(settings.get("Adapter")).isEmpty();
        settings.set("CPU", 0);
        assertThat(Files.readAllLines(file)).contains("# mine", "junk", "CPU=0").doesNotContain(" CPU = 1 ");
        Files.write(file, new byte[]{(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(settings.get("CPU")).isEmpty();
    }

    @Test
    void aLinkedFileStaysLinked() throws IOException {
        Path real = Files.writeString(temporary.resolve("real"), "CPU=1\n");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
        new SettingsFile(link).set("CPU", 2);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo("CPU=2\n");
    }

    @Test
    void writersDoNotLoseEachOthersValues() throws Exception {
        Path file = temporary.resolve("settings");
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int value = i;
                all.add(threads.submit(() -> new SettingsFile(file).set("value" + value, value)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        for (int i = 0; i < 16; i++) {
            assertThat(new SettingsFile(file).get("value" + i)).hasValue(i);
        }
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> new SettingsFile(file.resolve("below")).set("CPU", 1))
                .isInstanceOf(SpoutException.class).hasMessageContaining("CPU");
        for (String name : List.of("", "a=b", "a\nb", "#a", "a b")) {
            assertThatThrownBy(() -> new SettingsFile(file).set(name, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
