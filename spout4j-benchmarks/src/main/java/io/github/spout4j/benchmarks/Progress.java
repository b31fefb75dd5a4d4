package io.github.spout4j.benchmarks;

/** Says on standard error what is done now: on a terminal in one line, else in one each. */
final class Progress {
    private static final String OVER = "\r\033[K";

    private final boolean terminal = Colour.isTerminal();

    void show(String what) {
        if (terminal) {
            System.err.print(OVER + what);
        } else {
            System.err.println(what);
        }
    }

    void end() {
        if (terminal) {
            System.err.print(OVER);
        }
    }
}
