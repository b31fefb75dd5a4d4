package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of layouts against a compiler: clang's own vtable, for the MSVC target, of the class in the SDK's order. */
class CompiledVtableTest {
    private static final Pattern ENTRY = Pattern.compile("\\s*(\\d+) \\| (.+?)\\s*SPOUTLIBRARY::(.+)");

    static List<VtableLayout> known() {
        StandIn.directory();
        return VtableLayout.known();
    }

    @ParameterizedTest
    @MethodSource("known")
    void theCompilerPutsEachFunctionWhereTheTableSays(VtableLayout layout) throws IOException {
        assertThat(layout.slots()).map(Slot::toString)
                .containsExactlyElementsOf(compiled(layout.version() + "-" + layout.slotCount()));
    }

    @Test
    void eachCompiledLayoutIsKnown() {
        assertThat(VtableLayout.known()).map(layout -> layout.version() + "-" + layout.slotCount())
                .containsExactlyInAnyOrderElementsOf(StandIn.layouts());
    }

    private static List<String> compiled(String name) throws IOException {
        return Files.readAllLines(StandIn.directory().resolve(name, "vtable.txt")).stream()
                .takeWhile(line -> !line.isEmpty()).map(ENTRY::matcher).filter(Matcher::matches)
                .map(entry -> entry.group(1) + " " + even(entry.group(2)) + " " + even(entry.group(3))).toList();
    }

    private static String even(String declaration) {
        return declaration.replaceAll("\\s*([*&])", "$1");
    }
}
