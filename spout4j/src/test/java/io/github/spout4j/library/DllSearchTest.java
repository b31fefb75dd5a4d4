package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.SpoutException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where SpoutLibrary.dll is looked for. */
class DllSearchTest {
    @TempDir
    Path folder;

    private Path named;
    private Path byVariable;
    private Path besideJar;
    private Path besideProgram;
    private Path inPath;

    @BeforeEach
    void install() throws IOException {
        named = dll("named");
        byVariable = dll("variable");
        besideJar = dll("jar");
        besideProgram = dll("program");
        inPath = dll("path");
        Files.createFile(besideJar.resolveSibling("app.jar"));
    }

    private Path dll(String name) throws IOException {
        return Files.createFile(Files.createDirectory(folder.resolve(name)).resolve("SpoutLibrary.dll"));
    }

    private DllSearch search(String property, String variable, String appPath, String classPath, String path) {
        return new DllSearch(property, variable, appPath, classPath, path);
    }

    private String jar() {
        return besideJar.resolveSibling("app.jar").toString();
    }

    @Test
    void thePropertyComesFirst() {
        assertThat(search(named.toString(), byVariable.toString(), null, jar(), inPath.getParent().toString()).find())
                .isEqualTo(named);
        assertThat(search(named.getParent().toString(), null, null, "", "").find()).as("its folder")
                .isEqualTo(named);
    }

    @Test
    void thenTheVariable() {
        assertThat(search(null, byVariable.toString(), null, jar(), inPath.getParent().toString()).find())
                .isEqualTo(byVariable);
        assertThat(search("", byVariable.toString(), null, jar(), "").find()).isEqualTo(byVariable);
    }

    @Test
    void thenTheProgramsOwnFolder() {
        String app = besideProgram.resolveSibling("app.exe").toString();
        assertThat(search(null, null, app, jar(), inPath.getParent().toString()).find()).isEqualTo(besideProgram);
        assertThat(search(null, null, null, jar(), inPath.getParent().toString()).find()).isEqualTo(besideJar);
    }

    @Test
    void thenPath() {
        assertThat(search(null, null, null, "", "" + File.pathSeparator + inPath.getParent()).find())
                .isEqualTo(inPath);
    }

    @Test
    void whatWasNamedMustBeThere() {
        Path missing = folder.resolve("nowhere.dll");
        assertThatThrownBy(() -> search(missing.toString(), null, null, jar(), "").find())
                .isInstanceOf(SpoutException.class).hasMessageContaining(missing.toString())
                .hasMessageContaining("spout.library");
        assertThatThrownBy(() -> search(null, missing.toString(), null, jar(), "").find())
                .hasMessageContaining("SPOUT_LIBRARY");
    }

    @Test
    void theCurrentDirectoryIsNoPlace() {
        assertThatThrownBy(() -> search(null, null, null, ".", "." + File.pathSeparator + File.pathSeparator).find())
                .isInstanceOf(SpoutException.class);
        Path here = Path.of("").toAbsolutePath();
        assumeTrue(here.getRoot().equals(inPath.getRoot()), "there is no relative path from one drive to another");
        Path relative = here.relativize(inPath.getParent());
        assertThatThrownBy(() -> search(null, null, null, "", relative.toString()).find())
                .as("a relative entry of PATH").isInstanceOf(SpoutException.class);
    }

    @Test
    void notFoundSaysWhereItWasLookedForAndWhereItIs() {
        Path lonely = folder.resolve("lonely.jar");
        assertThat(lonely).doesNotExist();
        assertThatThrownBy(() -> search(null, null, folder.resolve("app.exe").toString(), "", "").find())
                .isInstanceOf(SpoutException.class).hasMessageContaining("spout.library")
                .hasMessageContaining("SPOUT_LIBRARY").hasMessageContaining(folder.toString())
                .hasMessageContaining("Spout2").hasMessageContaining("leadedge").message().doesNotContain("http");
    }
}
