package io.github.spout4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import java.lang.System.Logger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Anonymity JANE = new Anonymity("/home/jane", "jane");

    @Test
    void isMarkdownWithoutTheUsersName() {
        List<Finding> findings = List.of(Finding.ok("system", "Linux"),
                new Finding("opening", "/home/jane/x is a | file", Level.PROBLEM, "remove /tmp/jane"));
        List<SenderInfo> senders = List
                .of(new SenderInfo("*Stage*\n", 16, 9, 28, Transport.MEMORY, 0, "/home/jane/bin/arena", 0, true, 0,
                        false));
        assertThat(new Report(findings, senders, List.of("/tmp/jane was late")).markdown(JANE)).isEqualTo("""
                ### spout doctor

                | level | topic | value | what to do |
                | --- | --- | --- | --- |
                | ok | system | Linux |  |
                | problem | opening | \\~/x is a \\| file | remove /tmp/USER |

                ### Senders

                | name | size | format | transport | counts | program |
                | --- | --- | --- | --- | --- | --- |
                | \\*Stage\\* | 16x9 | RGBA8 | memory share | no | arena |

                ### Last warnings

                - /tmp/USER was late
                """);
    }

    @Test
    void nothingIsSaidToo() {
        assertThat(new Report(List.of(), List.of(), List.of()).markdown(JANE)).contains("### Senders\n\nnone\n",
                "### Last warnings\n\nnone\n");
    }

    @Test
    void theLastWarningsAreKept() {
        LastWarnings warnings = LastWarnings.keep();
        try {
            Logger log = System.getLogger("io.github.spout4j.test");
            for (int i = 0; i < 12; i++) {
                log.log(Logger.Level.INFO, "nothing");
                log.log(Logger.Level.WARNING, "late: {0}", i);
            }
            log.log(Logger.Level.WARNING, "failed", new IllegalStateException("why"));
            assertThat(warnings.lines()).hasSize(10).startsWith("late: 3")
                    .endsWith("failed: java.lang.IllegalStateException: why");
        } finally {
            warnings.close();
        }
    }
}
