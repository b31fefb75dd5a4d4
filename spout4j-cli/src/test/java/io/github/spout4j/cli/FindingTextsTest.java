package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTextsTest {
    @Test
    void hostileNamesOfSendersKeepToTheirLine() {
        List<Finding> findings = List.of(Finding.ok("JDK", "25"),
                new Finding("sender \"\033[2J\n\"", "no adapter opens its texture 0x1", Level.PROBLEM,
                        "start it\tagain"));
        assertThat(FindingTexts.text(findings, new Style(false)).lines()).containsExactly(
                "ok       JDK             25", "PROBLEM  sender \" [2J \"  no adapter opens its texture 0x1",
                "                         -> start it again");
    }
}
