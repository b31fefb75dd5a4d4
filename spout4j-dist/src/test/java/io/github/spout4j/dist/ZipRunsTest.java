package io.github.spout4j.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.dist.UnpackedSpout.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The download without a Java, run by the Java of this system. */
class ZipRunsTest extends RunsAnywhere {
    @Override
    UnpackedSpout unpack(Path folder) throws Exception {
        return new UnpackedSpout(Downloads.unpack(Downloads.zip(), folder),
                Map.of("SPOUT_JAVA_HOME", System.getProperty("java.home")));
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "other systems' names have all letters")
    void aNameThatTheCodePageLacksIsRefused() throws Exception {
        String name = "Łódź 東京";
        assumeFalse(UnpackedSpout.inTheSystemsEncoding(name).equals(name),
                () -> UnpackedSpout.TEXT + " has all letters");
        Result result = spout().run(work(), "send", "-", "--raw", "8x8", "--name", name);
        assertThat(result.stderr().lines()).hasSize(1).first().asString()
                .contains("cannot be written in ANSI code page");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "Java finds its jars in any folder elsewhere")
    void tellsWhereToMoveItWhereThereAreNoShortNames() throws Exception {
        Path home = Downloads.unpack(Downloads.zip(), temporary().resolve("東京 ł"));
        Path launch = home.resolve("lib/launch.cmd");
        String shortPath = Files.readString(launch);
        String longPath = shortPath.replace("%%~sI", "%%~fI");
        assertThat(longPath).isNotEqualTo(shortPath);
        Files.writeString(launch, longPath);
        Result result = new UnpackedSpout(home, spout().environment()).run(work(), "--version");
        assertThat(result.stderr().lines()).last().asString().startsWith("spout: If Java did not start")
                .contains("Move the folder to a path of plain letters");
        assertThat(result.stdout()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for ffmpeg is a program for Windows")
    void aFilmIsSent() throws Exception {
        Path standIn = Path.of(System.getProperty("spout.standin", "")).resolve("ffmpeg");
        assumeTrue(Files.isDirectory(standIn), "there is no stand-in for ffmpeg");
        Path film = Files.writeString(work().resolve("a film & echo mine.mp4"), "");
        Result result = spout().with("SPOUT_FFMPEG", standIn.toString()).run(work(), "send",
                film.getFileName().toString(), "--name", "film-" + ProcessHandle.current().pid());
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("sent 10 frames").contains("its sound is not sent");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void tellsWhatToInstallWhereThereIsNoJava() throws Exception {
        Path home = Downloads.unpack(Downloads.zip(), temporary().resolve("without Java"));
        Path search = home.resolve("lib", OS.current() == OS.WINDOWS ? "find-jdk.cmd" : "find-jdk");
        String found = Files.readString(search);
        String never = found.replace("/bin/$needed", "/bin/no-such-program").replace("\\bin\\%JDK_NEEDED%",
                "\\bin\\no-such-program");
        assertThat(never).isNotEqualTo(found);
        Files.writeString(search, never);
        Result result = new UnpackedSpout(home, Map.of()).run(work(), "list");
        assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("No Java 25 found. Install one");
        assertThat(result.stdout()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }
}
