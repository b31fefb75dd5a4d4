package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.SpoutProcess.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong at the first try, in a directory of objects of its own. */
@DisabledOnOs(OS.WINDOWS)
class FirstContactTest {
    /** Where the bytes of an object begin in its file (docs/protocol.md, POSIX objects). */
    private static final int HEAD = 65536;

    @TempDir
    private Path folder;

    private Path objects;

    @BeforeEach
    void makeTheDirectory() throws IOException {
        objects = Files.createDirectory(folder.resolve("objects"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "demo", "send - --raw 2x2"})
    void aRefusedDirectoryIsToldInOneLine(String line) throws IOException {
        Files.setPosixFilePermissions(objects, PosixFilePermissions.fromString("rwxr-xr-x"));
        Result result = run(line.split(" "));
        assertThat(result.stderr().lines()).singleElement().asString().startsWith("spout ")
                .contains("run chmod 700 " + objects);
        assertThat(result.bytes()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void doctorShowsARefusedDirectoryAmongTheRest() throws IOException {
        Files.setPosixFilePermissions(objects, PosixFilePermissions.fromString("rwxr-xr-x"));
        Result result = run("doctor");
        assertThat(result.stdout()).contains("ok       system")
                .containsPattern("PROBLEM  opening +the directory .*run chmod 700 " + objects);
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aNameThatIsNearlyRightIsProposed() throws IOException {
        try (SpoutProcess sender = SpoutProcess.start(folder, properties(),
                List.of("send", "-", "--raw", "2x2", "--name", "Lead "))) {
            sender.expectLine("sending as");
            for (String[] line : List.of(new String[]{"active", "lead"},
                    new String[]{"receive", "lead", "--timeout", "0.1", "--raw", "-"})) {
                Result result = run(line);
                assertThat(result.stderr().lines()).singleElement().asString().contains("no sender \"lead\"")
                        .endsWith("did you mean \"Lead \"?");
                assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
            }
            assertThat(run("active", "Drums").stderr()).contains("there is \"Lead \"");
        }
        assertThat(run("active", "Drums").stderr()).contains("there are no senders at all");
    }

    @Test
    void aNameThatIsNoTextIsCounted() throws IOException {
        try (SpoutProcess sender = SpoutProcess.start(folder, properties(),
                List.of("send", "-", "--raw", "2x2", "--name", "Lead"))) {
            sender.expectLine("sending as");
            write(new byte[]{(byte) 0xFF, (byte) 0xFE});
            assertThat(run("list").stdout().lines()).hasSize(3).last().asString().startsWith("1 name not shown");
            Result json = run("list", "--json");
            assertThat(Json.objects(json.stdout())).hasSize(1);
            assertThat(json.stderr()).startsWith("1 name not shown");
            assertThat(run("doctor").stdout()).containsPattern("warning  names +1 name not shown");
        }
    }

    @Test
    void theReportIsMarkdownOfAll() throws IOException {
        try (SpoutProcess sender = SpoutProcess.start(folder, properties(),
                List.of("send", "-", "--raw", "2x2", "--name", "Lead"))) {
            sender.expectLine("sending as");
            Result result = run("doctor", "--report");
            assertThat(result.stdout().lines()).anyMatch(line -> line.matches("\\| ok \\| JDK \\| 25.*"))
                    .anyMatch(line -> line.startsWith("| ok | spout4j |"))
                    .anyMatch(line -> line.startsWith("| ok | setting MaxSenders |"))
                    .anyMatch(line -> line.startsWith("| Lead | 2x2 | RGBA8 | memory share |"));
            assertThat(result.stdout()).endsWith("### Last warnings\n\nnone\n")
                    .doesNotContain(System.getProperty("user.home") + "/");
            assertThat(result.exitCode()).isZero();
        }
        assertThat(run("doctor", "--report", "--json").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    /** Writes a name into the second place of the directory, as a program with another encoding would. */
    private void write(byte[] name) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(objects, "object.SpoutSenderNames.*");
                RandomAccessFile file = new RandomAccessFile(files.iterator().next().toFile(), "rw")) {
            file.seek(HEAD + 256);
            file.write(name);
        }
    }

    private Map<String, String> properties() {
        return Map.of("spout.directory", objects.toString());
    }

    private Result run(String... arguments) {
        return SpoutProcess.run(folder, properties(), arguments);
    }
}
