package io.github.spout4j.cli.audit;

/** How a probe of the audit ended. */
enum Outcome {
    /** As the layout says. */
    EXPECTED("ok", false),
    /** It returned, but not what the slot's declaration or name promises. */
    DIFFERS("DIFFERS", true),
    /** Its process ended by itself. */
    CRASHED("CRASHED", true),
    /** Its process was ended for its silence. */
    TIMED_OUT("TIMED OUT", true),
    /** A call of another type than the declared one, of memory past the end, or a step that depends on the machine. */
    SEEN("seen", false),
    /** As {@link #SEEN}, and its process ended by itself. */
    SEEN_TO_CRASH("crashed", false),
    /** It would show a window or change what is the user's. */
    NOT_CALLED("not called", false);

    private final String word;
    private final boolean finding;

    Outcome(String word, boolean finding) {
        this.word = word;
        this.finding = finding;
    }

    /** What the table says. */
    String word() {
        return word;
    }

    /** Whether something differs from the layout. */
    boolean finding() {
        return finding;
    }
}
