package io.github.spout4j.proof.model;

/** A protocol as a machine of few states: processes of which one does one step at a time, in every order. */
interface Model {
    /** As people read it. */
    String name();

    State start();

    /** Everything that can happen next. */
    void moves(State state, Moves moves);

    /** What must never be and is; null where all is well. */
    String broken(State state);

    /** Whether all who live have done what they wanted. Steps alone lead there from everywhere. */
    boolean settled(State state);

    /** Whether nobody was killed: nobody has to wait then until patience ends. */
    boolean unharmed(State state);

    /** A state, for people. */
    String text(State state);
}
