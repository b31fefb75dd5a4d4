package io.github.spout4j.proof.report;

/**
 * Something that is promised.
 *
 * @param text      what it is
 * @param seen      what was seen of it, with figures
 * @param judgement whether that is what was promised
 * @param timed     whether that hangs on the time that the machine gives to programs
 */
public record Promise(String text, String seen, Judgement judgement, boolean timed) {
    /** What is to be said of what was seen. */
    public enum Judgement {
        KEPT("kept"), BROKEN("BROKEN"),
        /** Not judged: the machine is not idle. */
        TOLD("told");

        public final String text;

        Judgement(String text) {
            this.text = text;
        }

        static Judgement of(boolean kept) {
            return kept ? KEPT : BROKEN;
        }
    }

    /** One that is kept, or not, on every machine. */
    public Promise(String text, String seen, boolean kept) {
        this(text, seen, Judgement.of(kept), false);
    }

    /** One that an idle machine is needed for. */
    public static Promise timed(String text, String seen, boolean kept) {
        return new Promise(text, seen, Judgement.of(kept), true);
    }

    /** The same, not judged where it hangs on time. */
    Promise onABusyMachine() {
        return timed ? new Promise(text, seen, Judgement.TOLD, true) : this;
    }
}
