package io.github.spout4j.proof.fuzz.targets;

/** What has to hold whatever a decoder is given. */
final class Must {
    private Must() {}

    /** @throws AssertionError where it does not */
    static void hold(boolean kept, String promise) {
        if (!kept) {
            throw new AssertionError("not kept: " + promise);
        }
    }
}
