package io.github.spout4j.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.dist.UnpackedSpout.Result;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every download does, unpacked in a path with spaces and letters of all kinds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunsAnywhere {
    private Path temporary;
    private Path work;
    private UnpackedSpout spout;
    private Map<Path, FileTime> unpacked;

    /** The command, unpacked in a folder. */
    abstract UnpackedSpout unpack(Path folder) throws Exception;

    @BeforeAll
    void unpackOnce(@TempDir Path folder) throws Exception {
        temporary = folder;
        work = Files.createDirectories(temporary.resolve("wörk"));
        spout = unpack(temporary.resolve("Übung äö 東京/my downloads"));
        unpacked = times();
    }

    Path temporary() {
        return temporary;
    }

    UnpackedSpout spout() {
        return spout;
    }

    Path work() {
        return work;
    }

    @Test
    void saysItsVersion() throws Exception {
        Result result = spout.run(work, "--version");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).startsWith("spout " + version() + " (Java 25");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void startsInALanguageThatIsNotInstalled() throws Exception {
        Result result = spout.with("LANG", "xx_XX.UTF-8").run(work, "receive", "ü", "--timeout", "0", "--out", "ü.png");
        assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("there was no sender \"ü\"");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void passesExitCodesOn() throws Exception {
        Result result = spout.run(work, "receive", "--depth", "7");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr().lines()).hasSize(1);
    }

    @Test
    void aPictureArrivesAsItIs() throws Exception {
        BufferedImage sent = new BufferedImage(63, 41, BufferedImage.TYPE_INT_ARGB);
        sent.setRGB(0, 0, 63, 41, new Random(5).ints(63 * 41).toArray(), 0, 63);
        ImageIO.write(sent, "png", work.resolve("ïn 東 ł.png").toFile());
        String name = UnpackedSpout.inTheSystemsEncoding("Zürich 東京 ") + UUID.randomUUID();
        Path errors = work.resolve("sender-errors.txt");
        Process sender = spout.start(work, errors, "send", "ïn 東 ł.png", "--name", name, "--transport", "memory");
        try {
            BufferedReader lines = sender.inputReader(UnpackedSpout.TEXT);
            assertThat(lines.readLine()).as(() -> errors(errors)).startsWith("sending as");
            assertThat(spout.run(work, "list").stdout()).contains(name);
            Result result = spout.run(work, "receive", name, "--out", "öut 東.png");
            assertThat(result.stderr()).isEmpty();
            assertThat(result.exitCode()).isZero();
        } finally {
            sender.descendants().forEach(ProcessHandle::destroyForcibly);
            sender.destroyForcibly().waitFor();
        }
        BufferedImage received = ImageIO.read(work.resolve("öut 東.png").toFile());
        assertThat(received.getRGB(0, 0, 63, 41, null, 0, 63)).isEqualTo(sent.getRGB(0, 0, 63, 41, null, 0, 63));
    }

    @Test
    void theDemoRuns() throws Exception {
        ImageIO.write(new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB), "png", work.resolve("東 ł.png").toFile());
        Result result = spout.run(work, "demo", "--image", "東 ł.png", "--frames", "10", "--transport", "memory");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("10 sent", ", 0 wrong");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void writesNothingWhereItStands() throws Exception {
        for (Path folder : Downloads.everythingIn(spout.home())) {
            folder.toFile().setWritable(false);
        }
        try {
            Result result = spout.run(work, "list");
            assertThat(result.stderr()).isEmpty();
            assertThat(times()).isEqualTo(unpacked);
        } finally {
            for (Path folder : Downloads.everythingIn(spout.home())) {
                folder.toFile().setWritable(true);
            }
        }
    }

    private String version() {
        return spout.home().getFileName().toString().replace("spout4j-", "");
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new LinkedHashMap<>();
        for (Path file : Downloads.everythingIn(spout.home())) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static String errors(Path file) {
        try {
            return Files.readString(file, UnpackedSpout.TEXT);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
