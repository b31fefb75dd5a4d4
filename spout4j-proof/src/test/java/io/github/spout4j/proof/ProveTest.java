package io.github.spout4j.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProveTest {
    @ParameterizedTest
    @CsvSource({"0, 'MINUTES is 0.0: give 0.2 to 10080.0'", "-3, 'MINUTES is -3.0: give 0.2 to 10080.0'",
            "NaN, 'MINUTES is NaN: give 0.2 to 10080.0'", "two, 'two'",
            "--only=nothing, 'there is no part \"nothing\"'"})
    void wrongUseIsOneLine(String argument, String said) {
        StringWriter errors = new StringWriter();
        StringWriter output = new StringWriter();

        int code = Prove.commandLine().setErr(new PrintWriter(errors)).setOut(new PrintWriter(output))
                .execute(argument);

        assertThat(code).isEqualTo(2);
        assertThat(output.toString()).isEmpty();
        assertThat(errors.toString()).contains(said).hasLineCount(1);
    }
}
