package io.github.spout4j.cli;

/** What the command's exit code says. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int BAD_INPUT = 2;
    public static final int NOTHING_FOUND = 3;

    private ExitCode() {}
}
