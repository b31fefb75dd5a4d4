package io.github.spout4j.cli;

import picocli.CommandLine.Option;

/** How much a user wants to be told beside results. */
public final class Quiet {
    @Option(names = "--quiet", description = "Write nothing but results and errors.")
    private boolean quiet;

    /** Whether nothing but results and errors is to be written. */
    public boolean wanted() {
        return quiet;
    }

    /** Shows nothing where that is wanted. */
    public Progress progress() {
        return new Progress(!quiet && Terminal.stderr());
    }
}
