package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Java's arguments in code page 1252, beside the command line that they came from. */
class ArgumentsTest {
    private static final String PROGRAM = "io.github.spout4j.cli.Main";

    @Test
    void allLettersAreThere() {
        assertThat(written(given("send", "?n ?.png", "--name", "Zürich ?? Lódz ??"), PROGRAM, "send", "ïn 東.png",
                "--name", "Zürich 東京 Łódź 𝄞")).containsExactly("send", "ïn 東.png", "--name", "Zürich 東京 Łódź 𝄞");
    }

    @Test
    void aModulesProgramIsFound() {
        assertThat(written(given("list", "??"), "io.github.spout4j.cli/" + PROGRAM, "list", "東京"))
                .containsExactly("list", "東京");
    }

    @Test
    void lettersAreNoWildcards() {
        assertThat(written(given("send", "1.png", "2.png", "東.png"), PROGRAM, "send", "東.png"))
                .containsExactly("send", "東.png");
    }

    @Test
    void javaReplacesWildcards() {
        assertThat(written(given("send", "東.png", "--name", "??"), PROGRAM, "send", "?.png", "--name", "東京"))
                .containsExactly("send", "東.png", "--name", "東京");
        assertThat(written(given("send", "1.png", "2.png", "--name", "??"), PROGRAM, "send", "*.png", "--name", "東京"))
                .containsExactly("send", "1.png", "2.png", "--name", "??");
    }

    @Test
    void javaIsRightWhereTheCodePageHasAllLetters() {
        assertThat(written(given("send", "as Java reads it"), PROGRAM, "send", "Zürich €"))
                .containsExactly("send", "as Java reads it");
    }

    @Test
    void javaIsBelievedWhereTheProgramIsUnknown() {
        assertThat(written(given("list", "??"), "other.Program", "list", "東京")).containsExactly("list", "??");
    }

    /** In a folder whose files Java takes for what is meant. */
    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "Java's arguments have all letters elsewhere")
    void lettersReachTheCommand(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("1.png"));
        Files.createFile(folder.resolve("2.png"));
        assertThat(SpoutProcess.run(folder, "send", "東.png", "--json").stderr())
                .contains("there is no file \"東.png\"");
        assertThat(SpoutProcess.run(folder, "send", "Łódź.png", "--json").stderr())
                .contains("there is no file \"Łódź.png\"");
    }

    private static String[] given(String... arguments) {
        return arguments;
    }

    private static String[] written(String[] given, String program, String... arguments) {
        List<String> commandLine = new ArrayList<>(List.of("C:\\jdk 東京\\bin\\java.exe", "-cp", "C:\\spout", program));
        commandLine.addAll(Arrays.asList(arguments));
        return Arguments.asWritten(PROGRAM, given, commandLine, Charset.forName("windows-1252"));
    }
}
