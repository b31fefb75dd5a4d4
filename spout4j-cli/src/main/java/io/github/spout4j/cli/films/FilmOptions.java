package io.github.spout4j.cli.films;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options under "For films, by ffmpeg". */
public final class FilmOptions {
    /** What they are under in the help. */
    public static final String HEADING = "%nFor films, by ffmpeg:%n";

    private FilmOptions() {}

    /** One that the user has given; empty where there is none. */
    public static Optional<String> given(CommandSpec command) {
        return command.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> option.group() != null).map(OptionSpec::longestName).findFirst();
    }
}
