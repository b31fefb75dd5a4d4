package io.github.spout4j.cli.audit;

import java.io.PrintStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a probe's process tells the audit, on standard output, where a DLL may write too. */
final class ProbeLines {
    private static final String MARK = "@@spout";

    private final PrintStream out;

    ProbeLines(PrintStream out) {
        this.out = out;
    }

    /** Writes a line at once: the process may end with the next call. */
    void write(Object... words) {
        out.print("\n" + MARK + " " + Arrays.stream(words)
                .map(word -> URLEncoder.encode(word.toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ")) + "\n");
        out.flush();
    }

    /** The words of a line that another process wrote so; empty of any other line. */
    static Optional<List<String>> read(String line) {
        if (!line.startsWith(MARK + " ")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Arrays.stream(line.substring(MARK.length() + 1).split(" ", -1))
                    .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8)).toList());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
