package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Kotlin of the guide compiles against the library's class files, and runs. */
class KotlinTest {
    private static final Pattern KOTLIN = Pattern.compile("^```kotlin\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Kotlin's compiler is slow under Wine; what it makes is the same")
    void theProgramOfTheGuideSendsAndReceives() throws Exception {
        Matcher program = KOTLIN.matcher(Files.readString(Path.of("..", "docs", "start.md")));
        assertThat(program.find()).isTrue();
        Path source = Files.writeString(directory.resolve("Guide.kt"), program.group(1));
        Path classes = directory.resolve("classes");
        try (JavaProcess compiler = start(List.of("--sun-misc-unsafe-memory-access=allow"),
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect", "-Werror", "-jvm-target",
                "25",
                "-classpath", JavaProcess.classPath(), "-d", classes.toString(), source.toString())) {
            assertThat(compiler.rest()).isEmpty();
            compiler.expectExit(0);
        }
        try (JavaProcess guide = start(List.of("-cp", classes + File.pathSeparator + JavaProcess.classPath()),
                "GuideKt")) {
            assertThat(guide.rest()).containsExactly("frame 1: ffff0000 ff00ff00");
            guide.expectExit(0);
        }
    }

    private JavaProcess start(List<String> options, String program, String... arguments) throws Exception {
        return JavaProcess.start(Path.of("").toAbsolutePath(), directory, options, Map.of(), program, arguments);
    }
}
