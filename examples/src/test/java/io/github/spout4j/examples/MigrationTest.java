package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.library.Slot;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.library.VtableLayout;
import io.github.spout4j.opengl.GlSender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables for those who come from another Spout: none of their calls is left out, and each of ours is there. */
class MigrationTest {
    private static final Path TABLES = Path.of("..", "docs", "migration");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern OURS = Pattern.compile("[A-Z]\\w*(\\.\\w+)*");

    /** A line of a table: what stands in each column. */
    private record Row(List<String> cells) {
        String theirs() {
            return cells.getFirst();
        }

        List<String> ours() {
            return cells.subList(1, cells.size() - 1);
        }

        String difference() {
            return cells.getLast();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCallOfOursIsThere(Path table) throws IOException {
        assertThat(rows(table).stream().flatMap(row -> row.ours().stream()).flatMap(MigrationTest::codes)
                .filter(code -> !code.startsWith("spout "))).isNotEmpty().allMatch(MigrationTest::exists);
        assertThat(rows(table).stream().flatMap(row -> codes(row.difference()))
                .filter(code -> OURS.matcher(code).matches() && type(code.split("\\.")[0]).isPresent()))
                .allMatch(MigrationTest::exists);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whereThereIsNothingItIsSaidWhy(Path table) throws IOException {
        assertThat(rows(table)).allSatisfy(row -> assertThat(row.ours().getLast() + row.difference())
                .as(row.theirs()).matches("`.*|–.{5,}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spout2forpython", "python-spoutgl", "processing", "spout-net", "cpp-classes"})
    void noCallOfTheirsIsLeftOut(String library) throws IOException {
        String[] calls;
        try (var list = MigrationTest.class.getResourceAsStream("calls/" + library + ".txt")) {
            calls = new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\\R");
        }
        assertThat(rows(TABLES.resolve(library + ".md")).stream().flatMap(row -> codes(row.theirs()))
                .map(call -> call.replaceFirst("\\(.*", ""))).containsExactlyInAnyOrder(calls);
    }

    @Test
    void noFunctionOfAnyBuildOfSpoutLibraryIsLeftOut() throws IOException {
        assertThat(rows(TABLES.resolve("cpp-library.md")).stream()
                .map(row -> codes(row.theirs()).findFirst().orElseThrow()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(VtableLayout.known().stream()
                        .flatMap(layout -> layout.slots().stream()).map(Slot::signature).distinct().toList());
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1));
    }

    private static boolean exists(String name) {
        int dot = name.lastIndexOf('.');
        return type(name).isPresent() || dot > 0 && type(name.substring(0, dot)).stream()
                .anyMatch(type -> Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                        .anyMatch(member -> member.getName().equals(name.substring(dot + 1))));
    }

    private static Optional<Class<?>> type(String name) {
        return Stream.of(Spout.class, SpoutLibrary.class, GlSender.class).<Class<?>>mapMulti((neighbour, found) -> {
            try {
                found.accept(Class.forName(neighbour.getPackageName() + "." + name.replace('.', '$')));
            } catch (ClassNotFoundException _) {
                // another package may have it
            }
        }).findFirst();
    }

    private static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            return files.toList().stream();
        }
    }

    /** All rows of a file's tables, but for their heads and those that are not about calls. */
    private static List<Row> rows(Path table) throws IOException {
        return Files.readString(table).lines().filter(line -> line.startsWith("| `"))
                .map(line -> new Row(Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip)
                        .toList()))
                .filter(row -> row.cells().size() > 2).toList();
    }
}
