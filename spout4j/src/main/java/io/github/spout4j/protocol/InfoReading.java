package io.github.spout4j.protocol;

/** What came of looking at a sender's info. */
public sealed interface InfoReading {
    /** The sender lives and its info can be used. */
    record Usable(SharedTextureInfo info) implements InfoReading {}

    /** The sender lives, but no frame can be had from it: {@code problem} says why, in words for its user. */
    record Unusable(String problem) implements InfoReading {}

    /** There is no such sender (any more). */
    record Missing() implements InfoReading {}

    InfoReading MISSING = new Missing();
}
