package io.github.spout4j.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of Maven Central, broken once; and the bundle of this build, which breaks none. */
class CentralRulesTest {
    private static final Path STAGING = Path.of("..", "target", "staging");
    private static final String GOOD = """
            <project><groupId>org.example</groupId><artifactId>thing</artifactId><version>1.0</version>
            <name>thing</name><description>Does things.</description><url>u</url>
            <licenses><license><name>L</name><url>l</url></license></licenses>
            <developers><developer><name>D</name></developer></developers>
            <scm><url>s</url><connection>c</connection><developerConnection>d</developerConnection></scm></project>
            """;

    @TempDir
    private Path directory;
    private Path folder;

    @BeforeEach
    void stage() throws IOException {
        folder = directory.resolve("staging");
        pom(GOOD);
        write("thing-1.0.jar", jar("module-info.class"));
        write("thing-1.0-sources.jar", jar("Thing.java"));
        write("thing-1.0-javadoc.jar", jar("index.html"));
    }

    @Test
    void whatIsCompleteIsAccepted() throws IOException {
        assertThat(broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".pom", ".jar", "-sources.jar", "-javadoc.jar"})
    void everyFileIsNeeded(String end) throws IOException {
        Files.delete(file("thing-1.0" + end));
        assertThat(broken()).singleElement().asString().contains("thing-1.0" + end + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "description", "url", "licenses", "developers", "scm"})
    void everyElementIsNeeded(String element) throws IOException {
        pom(GOOD.replaceFirst("(?s)(.*</version>.*?)<" + element + ">.*?</" + element + ">", "$1"));
        assertThat(broken()).isNotEmpty().allMatch(rule -> rule.contains("thing-1.0.pom has no " + element));
    }

    @Test
    void snapshotsAreNone() throws IOException {
        pom(GOOD.replace("<scm>",
                "<dependencies><dependency><version>2-SNAPSHOT</version></dependency></dependencies><scm>"));
        assertThat(broken()).singleElement().asString().contains("SNAPSHOT");
    }

    @Test
    void coordinatesMatchThePath() throws IOException {
        pom(GOOD.replace("org.example", "org.other"));
        assertThat(broken()).singleElement().asString().contains("other coordinates");
    }

    @Test
    void jarsHoldWhatTheySay() throws IOException {
        write("thing-1.0.jar", jar("Thing.class"));
        write("thing-1.0-sources.jar", jar("Thing.java", "ThingTest.java"));
        assertThat(broken()).hasSize(2).anyMatch(rule -> rule.contains("no module-info.class"))
                .anyMatch(rule -> rule.contains("a test: ThingTest.java"));
    }

    @Test
    void whereOneFileIsSignedAllAre() throws IOException {
        write("thing-1.0.jar.asc", "signature".getBytes(StandardCharsets.US_ASCII));
        assertThat(broken()).hasSize(3).allMatch(rule -> rule.contains("has no signature"));
    }

    @Test
    void checksumsAreThoseOfTheFiles() throws IOException {
        Path bundle = directory.resolve("made.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            zip.putNextEntry(new ZipEntry("org/example/thing/1.0/thing-1.0.pom"));
            zip.write(GOOD.replace("</version>", "</version><packaging>pom</packaging>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("org/example/thing/1.0/thing-1.0.pom.md5"));
            zip.write("0".repeat(32).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(CentralRules.broken(bundle)).hasSize(4).anyMatch(rule -> rule.contains("another checksum MD5"))
                .anyMatch(rule -> rule.contains("no checksum SHA1"));
    }

    @Test
    void theSameFilesMakeTheSameBytes() throws IOException {
        CentralBundle.write(folder, directory.resolve("one.zip"));
        CentralBundle.write(folder, directory.resolve("two.zip"));
        assertThat(directory.resolve("one.zip")).hasSameBinaryContentAs(directory.resolve("two.zip"));
    }

    @Test
    void theBundleOfThisBuildIsAccepted() throws IOException {
        assumeTrue(Files.isDirectory(STAGING), "needs mvn verify -Prelease");
        folder = STAGING;
        assertThat(broken()).isEmpty();
    }

    private List<String> broken() throws IOException {
        Path bundle = directory.resolve("bundle.zip");
        CentralBundle.write(folder, bundle);
        return CentralRules.broken(bundle);
    }

    private void pom(String text) throws IOException {
        write("thing-1.0.pom", text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name) {
        return folder.resolve("org/example/thing/1.0").resolve(name);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.write(file(name), bytes);
    }

    private static byte[] jar(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
            }
        }
        return bytes.toByteArray();
    }
}
