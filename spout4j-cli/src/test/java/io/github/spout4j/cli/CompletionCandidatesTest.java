package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.bench.Bench;
import io.github.spout4j.cli.lists.ListSenders;
import io.github.spout4j.cli.preview.PreviewCommand;
import io.github.spout4j.cli.receive.Receive;
import io.github.spout4j.cli.send.Send;
import io.github.spout4j.cli.settings.SharedSettings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The words that a shell completes. */
class CompletionCandidatesTest {
    @ParameterizedTest
    @CsvSource({"send,ALPHA ENGINE FORMAT WAY", "receive,ALPHA BITS ENGINE FORMAT MODE RULE WAY",
            "preview,ALPHA ENGINE", "bench,ENGINE F WAY", "list,ENGINE"})
    void theirOptionsHaveThemAndTakeEach(String subcommand, String labels) throws Exception {
        Set<String> found = new TreeSet<>();
        for (ArgSpec argument : command(subcommand).getCommandSpec().args()) {
            if (argument.completionCandidates() != null) {
                found.add(argument.paramLabel());
                for (String word : argument.completionCandidates()) {
                    assertThat(argument.converters()[0].convert(word)).as(word).isNotNull();
                }
            }
        }
        assertThat(found).containsExactly(labels.split(" "));
    }

    @Test
    void settingsAreWrittenOut() {
        assertThat(new CommandLine(new SharedSettings()).getCommandSpec().positionalParameters().getFirst()
                .completionCandidates()).contains("framecount=on", "framecount=off", "buffers=default")
                .doesNotContain("buffers=on").hasSize(6 * 3 + 3);
    }

    private static CommandLine command(String subcommand) {
        return new CommandLine(switch (subcommand) {
            case "send" -> new Send();
            case "receive" -> new Receive();
            case "preview" -> new PreviewCommand();
            case "list" -> new ListSenders();
            default -> new Bench();
        });
    }
}
