package io.github.spout4j.proof;

/** Says on standard error what is done now: on a terminal in one line, else in one each. */
public final class Progress {
    private static final String OVER = "\r\033[K";

    private final boolean terminal = System.console() != null && System.console().isTerminal();

    /** What is done now. */
    public void show(String what) {
        System.err.print(terminal ? OVER + what : what + System.lineSeparator());
    }

    void end() {
        if (terminal) {
            System.err.print(OVER);
        }
    }
}
