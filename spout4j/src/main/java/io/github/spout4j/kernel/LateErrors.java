package io.github.spout4j.kernel;

/**
 * Java's error for an access to memory that is gone comes late: compiled code goes on after the access and throws at the next place where it looks
 * for what else is to be done.
 */
public final class LateErrors {
    private static final Step FIRST = Step.ring();

    private LateErrors() {}

    /** One of several in a ring. */
    private static final class Step {
        private static final int STEPS = 4;

        private Step next;

        static Step ring() {
            Step first = new Step();
            Step last = first;
            for (int i = 1; i < STEPS; i++) {
                last.next = new Step();
                last = last.next;
            }
            last.next = first;
            return first;
        }
    }

    /**
     * Is such a place: what is to come has come when this returns, or is thrown by it. For the end of a section that catches the error. Costs a few ns: compiled
     * code looks in every round of a loop of which it cannot count the rounds.
     */
    public static void await() {
        Step step = FIRST;
        do {
            step = step.next;
        } while (step != FIRST);
    }
}
