package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./spout} in a copy of the project, with a stand-in for Maven that notes that it ran. */
@EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "it is a bash script")
class LauncherTest {
    @TempDir
    private Path temporary;

    private Path project;
    private Path runs;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(temporary.resolve("a project's folder"));
        runs = temporary.resolve("maven-runs");
        Path root = Path.of("").toAbsolutePath().getParent();
        copy(root.resolve("spout"), project.resolve("spout"));
        copy(root.resolve("build/find-jdk"), project.resolve("build/find-jdk"));
        copy(root.resolve("build/launch"), project.resolve("build/launch"));
        for (String module : List.of("spout4j", "spout4j-win32", "spout4j-media", "spout4j-cli")) {
            Files.createDirectories(project.resolve(module + "/src/main/java"));
            Files.writeString(project.resolve(module + "/pom.xml"), "");
        }
        Files.writeString(project.resolve("pom.xml"), "");
        Files.writeString(source(), "1");
        makeOld(project);
        writeJar(temporary.resolve("all.jar"));
        writeMaven(
                """
                        echo run >> '%s'
                        lib='%s/spout4j-cli/target/lib'
                        mkdir -p "$lib"
                        for jar in spout4j-cli spout4j spout4j-win32 spout4j-preview spout4j-media flatlaf picocli; do cp '%s/all.jar' "$lib/$jar.jar"; done
                        """
                        .formatted(runs, project.toString().replace("'", "'\\''"), temporary));
    }

    @Test
    void buildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        assertThat(run("--version").stdout()).startsWith("spout ");
        assertThat(run("--version").stdout()).startsWith("spout ");
        assertThat(runs).hasContent("run");

        Files.writeString(source(), "2");
        Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(run("--version").exitCode()).isZero();
        assertThat(runs).hasContent("run\nrun");
    }

    @Test
    void buildsAgainWhenASourceIsGoneOrAJarIsMissing() throws Exception {
        run("--version");
        Files.delete(source());
        Files.setLastModifiedTime(source().getParent(), FileTime.from(Instant.now().plusSeconds(2)));
        run("--version");
        assertThat(runs).hasContent("run\nrun");
        makeOld(source().getParent());
        Files.delete(project.resolve("spout4j-cli/target/lib/picocli.jar"));
        run("--version");
        assertThat(runs).hasContent("run\nrun\nrun");
    }

    @Test
    void startsAtTheSameTimeBuildOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start("--version"));
        }
        for (Process process : processes) {
            assertThat(end(process).exitCode()).isZero();
        }
        assertThat(runs).hasContent("run");
    }

    @Test
    void passesExitCodeAndStreamsThrough() throws Exception {
        run("--version");
        Process process = start("send", "-", "--raw", "8x8", "--name", UniqueName.of("launcher ü"));
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(new byte[256 + 7]);
        }
        SpoutProcess.Result result = end(process);
        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(ExitCode.FAILED);
        assertThat(result.stdout()).as(result.stderr()).contains("launcher ü", "sent 1 frame");
        assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("cut off: 7 of 256 bytes");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        writeMaven("echo 'the compiler says no'; exit 1");
        SpoutProcess.Result result = run("list");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.stderr()).contains("the compiler says no", "spout: the build failed; its log is ");
        assertThat(result.bytes()).isEmpty();
    }

    @Test
    void tellsWhatToInstallWhereThereIsNoJdk() throws Exception {
        Files.writeString(project.resolve("build/find-jdk"), "#!/bin/sh\necho 'No JDK 25 found.' >&2; exit 2\n");
        SpoutProcess.Result result = run("list");
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.stderr()).isEqualTo("No JDK 25 found.\n");
    }

    @Test
    void anOtherJavaThanWasAskedForIsNotTaken() throws Exception {
        ProcessBuilder builder = builder("--version");
        builder.environment().put("SPOUT_JAVA_HOME", temporary.toString());
        SpoutProcess.Result result = end(builder.start());
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.stderr()).isEqualTo("SPOUT_JAVA_HOME is \"" + temporary
                + "\", and there is no JDK 25 there. Set it to the home of one, or unset it.\n");
        assertThat(runs).doesNotExist();
    }

    @Test
    void whereStandardOutputIsClosedItSaysSo() throws Exception {
        run("--version");
        ProcessBuilder builder = builder("list");
        builder.command().addAll(0, List.of("bash", "-c", "exec \"$0\" \"$@\" >&-"));
        SpoutProcess.Result result = end(builder.start());
        assertThat(result.stderr()).startsWith("spout: standard output cannot be written: ").hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private SpoutProcess.Result run(String... arguments) throws Exception {
        Process process = start(arguments);
        process.getOutputStream().close();
        return end(process);
    }

    private Process start(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(project.resolve("spout").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().put("PATH", temporary + File.pathSeparator + builder.environment().get("PATH"));
        builder.environment().put("SPOUT_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LANG", "LC_CTYPE"));
        return builder;
    }

    private static SpoutProcess.Result end(Process process) throws Exception {
        byte[] out = process.getInputStream().readAllBytes();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new SpoutProcess.Result(process.waitFor(), out, err);
    }

    private Path source() {
        return project.resolve("spout4j/src/main/java/A.java");
    }

    private void writeMaven(String script) throws IOException {
        Path maven = temporary.resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\n" + script);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private static void makeOld(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** A jar that leads to the classes under test. */
    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, Arrays.stream(SpoutProcess.classPath()
                .split(File.pathSeparator)).map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream _ = new JarOutputStream(out, manifest)) {
            // the manifest is all
        }
    }
}
