package io.github.spout4j.cli;

/** What the command's exit code says. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int NOTHING_FOUND = 3;

    private ExitCode() {}
}
