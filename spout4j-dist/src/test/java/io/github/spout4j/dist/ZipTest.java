package io.github.spout4j.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is in the zip. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is the same file, looked at on the system that made it")
class ZipTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private FileSystem zip;
    private Path root;

    @BeforeEach
    void open() throws IOException {
        zip = Downloads.open(Downloads.zip());
        root = Downloads.root(zip);
    }

    @AfterEach
    void close() throws IOException {
        zip.close();
    }

    @Test
    void hasEveryJarThatTheCommandNames() throws IOException {
        Set<String> named = new HashSet<>(Set.of("spout4j-cli.jar"));
        try (JarFile command = new JarFile(PROJECT.resolve("spout4j-cli/target/lib/spout4j-cli.jar").toFile())) {
            named.addAll(List.of(command.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH)
                    .split(" ")));
        }
        assertThat(jars()).isEqualTo(named);
    }

    @Test
    void everyJarOfOthersHasALicence() throws IOException {
        String table = Files.readString(root.resolve("licenses/README.md"));
        List<String> listed = table.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|")[1])
                .flatMap(cell -> Stream.of(cell.split(","))).map(name -> name.replace("`", "").strip()).toList();
        Set<String> others = jars();
        others.removeIf(name -> name.startsWith("spout4j"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void whatRunsMayBeRunAndNothingElse() throws IOException {
        Set<String> programs = new TreeSet<>();
        Set<String> runnable = new TreeSet<>();
        for (Path file : files()) {
            boolean script = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("#!");
            boolean sourced = file.startsWith(root.resolve("completion"));
            if (script && !sourced || file.getParent().equals(root.resolve("bin"))) {
                programs.add(file.toString());
            }
            switch (PosixFilePermissions.toString(Files.getPosixFilePermissions(file))) {
                case "rwxr-xr-x" -> runnable.add(file.toString());
                case "rw-r--r--" -> {
                }
                default -> throw new AssertionError(file + " has " + Files.getPosixFilePermissions(file));
            }
        }
        assertThat(runnable).contains(root + "/bin/spout").isEqualTo(programs);
    }

    @Test
    void nothingTellsWhereItWasBuilt() throws IOException {
        List<String> telling = new ArrayList<>();
        for (Path file : files()) {
            telling.addAll(tellingIn(file.toString(), Files.readAllBytes(file)));
        }
        assertThat(telling).isEmpty();
    }

    @Test
    void itsSourcesAreThoseOfTheProject() throws Exception {
        assumeTrue(Files.exists(PROJECT.resolve(".git")), "this is not a clone by git");
        Set<String> known = new TreeSet<>(output(PROJECT, "git", "ls-files", "--cached", "--others",
                "--exclude-standard").lines().filter(name -> Files.exists(PROJECT.resolve(name)))
                .filter(name -> !name.startsWith(".git")).toList());
        Path sources = root.resolve("sources");
        Set<String> packed = files().stream().filter(file -> file.startsWith(sources))
                .map(file -> sources.relativize(file).toString()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packed).isEqualTo(known);
    }

    /** In another folder, so that none of its paths is in them. */
    @Test
    void itsSourcesMakeTheSameBytesElsewhere(@TempDir Path temporary) throws Exception {
        Path sources = Downloads.unpack(Downloads.zip(), temporary.resolve("to build")).resolve("sources");
        List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-o", "-q", "-Pdist", "-pl", "spout4j-dist", "-am",
                "-Dmaven.test.skip=true", "-Dformatter.skip=true", "package"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            maven.add("-Dmaven.repo.local=" + repository);
        }
        output(sources, maven.toArray(String[]::new));
        Path again = sources.resolve("spout4j-dist/target").resolve(Downloads.zip().getFileName());
        assertThat(again).as("was it made without mvn clean?").hasSameBinaryContentAs(Downloads.zip());
    }

    private Set<String> jars() throws IOException {
        try (Stream<Path> lib = Files.list(root.resolve("lib"))) {
            return lib.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private List<Path> files() throws IOException {
        return Downloads.everythingIn(root).stream().filter(Files::isRegularFile).toList();
    }

    /** Of a file, and of what is packed in it. */
    private static List<String> tellingIn(String name, byte[] bytes) throws IOException {
        List<String> telling = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains(PROJECT.toString()) || text.contains(System.getProperty("user.home") + "/")) {
            telling.add(name);
        }
        if (name.endsWith(".jar")) {
            ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bytes));
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                telling.addAll(tellingIn(name + "!" + entry.getName(), jar.readAllBytes()));
            }
        }
        return telling;
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
