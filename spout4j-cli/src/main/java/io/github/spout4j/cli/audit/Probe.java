package io.github.spout4j.cli.audit;

import java.util.List;

/**
 * One thing that the audit tries, in a process of its own.
 *
 * @param kind      what sort of thing
 * @param slot      the slot's number; -1 where it is none
 * @param name      the slot's name in the SDK, or the sequence's
 * @param signature result and parameters in C++; empty where there are none
 * @param type      the result's type in the call: "declared" or one of {@link CallType}
 * @param notCalled why it is not called; empty where it is
 */
record Probe(Kind kind, int slot, String name, String signature, String type, String notCalled) {
    static final String DECLARED = "declared";

    enum Kind {
        SLOT, TYPE, PAST_END, SEQUENCE
    }

    /** What {@link ProbeProgram} is told. */
    List<String> arguments() {
        return switch (kind) {
            case SLOT, TYPE -> List.of("slot", Integer.toString(slot), type);
            case PAST_END -> List.of("past-end", Integer.toString(slot));
            case SEQUENCE -> List.of("sequence", name);
        };
    }
}
