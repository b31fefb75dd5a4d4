package io.github.spout4j.proof.model;

/** Told what may come next. */
interface Moves {
    /** What a move is good for. */
    enum Kind {
        /** A process goes on. */
        STEP,
        /** A process goes on since it has waited for long: nothing may need that while nobody was killed. */
        PATIENCE,
        /** A process is killed, gives up, or begins something new: nothing may need that. */
        CHANCE
    }

    /**
     * One of the things that can happen next.
     *
     * @param process whose step it is
     * @param what    the method that the step stands for, and what it does there
     */
    void add(Kind kind, int process, String what, State next);
}
