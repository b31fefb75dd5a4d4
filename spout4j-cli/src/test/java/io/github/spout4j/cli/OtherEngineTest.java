package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.SpoutSender;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --engine} where there is one more engine, found as a service: that it is the one that a subcommand opens. */
class OtherEngineTest {
    @TempDir
    private Path folder;

    private final String name = UniqueName.of("other");
    private Spout spout;

    @BeforeEach
    void open() throws IOException {
        Path services = Files.createDirectories(folder.resolve("service/META-INF/services"));
        Files.writeString(services.resolve(SpoutEngine.class.getName()), OtherEngine.class.getName());
        ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("in.png").toFile());
        spout = Spout.open();
        SpoutSender sender = spout.sender(name).size(8, 4).open();
        sender.send(new int[8 * 4]);
    }

    @AfterEach
    void close() {
        spout.close();
    }

    @ParameterizedTest
    @CsvSource({"list,1", "active NAME,1", "adapters,1", "settings,1", "doctor,1", "doctor NAME,1",
            "send in.png --name NAMEa --frames 1,1", "receive NAME --out out.png,1",
            "bench --transport memory --size 16x16 --format bgra --seconds 0.1,1",
            "buffer write NAMEb text --for 0,1", "buffer read NAMEc,1", "sync signal NAME,1", "sync wait NAME,1",
            "demo --frames 3 --size 16x16,3"})
    void isOpenedWhereItIsWanted(String line, int times) throws Exception {
        try (MemoryBuffer _ = spout.createMemoryBuffer(name + "c", 8); FrameSync sync = spout.frameSync(name)) {
            sync.signal();
            Ended ended = run(line.replace("NAME", name) + " --engine " + OtherEngine.NAME);
            assertThat(ended.stderr()).filteredOn(OtherEngine.OPENED::equals).hasSize(times);
            assertThat(ended.exitCode()).as(ended.toString()).isZero();
        }
    }

    @Test
    void isNotOpenedOtherwise() throws Exception {
        assertThat(run("list").stderr()).doesNotContain(OtherEngine.OPENED);
    }

    @Test
    void doctorTellsOfIt() throws Exception {
        assertThat(run("doctor").stdout()).anyMatch(line -> line.matches("ok +engine direct +chosen: .*, 100"))
                .anyMatch(line -> line
                        .matches("ok +engine other +runs here too, at priority 1; --engine other takes it"));
        assertThat(run("doctor --engine other").stdout())
                .anyMatch(line -> line.matches("ok +engine direct +runs here too, at priority 100; --engine direct .*"))
                .anyMatch(line -> line.matches("ok +engine other +chosen by --engine"));
    }

    @Test
    void isToldWhereAnEngineIsNot() throws Exception {
        Ended ended = run("list --engine none");
        assertThat(ended.stderr()).singleElement().asString().contains("\"none\" is no engine; write direct, ",
                " or ").containsPattern("[ ,]other[ ,]");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    /** What a process wrote, in lines. */
    private record Ended(List<String> stdout, List<String> stderr, int exitCode) {}

    private Ended run(String line) throws Exception {
        List<String> command = SpoutProcess.command(Arrays.asList(line.split(" ")));
        int classPath = command.indexOf("-cp") + 1;
        command.set(classPath, command.get(classPath) + File.pathSeparator + folder.resolve("service"));
        Path stderr = folder.resolve("stderr");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(stderr.toFile()).start();
        process.getOutputStream().close();
        String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        return new Ended(stdout.lines().toList(), Files.readAllLines(stderr), exitCode);
    }
}
