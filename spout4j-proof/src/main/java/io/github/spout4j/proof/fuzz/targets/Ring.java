package io.github.spout4j.proof.fuzz.targets;

import java.util.regex.Pattern;

/** What docs/protocol.md (Ring of frames) says of a ring's objects. */
final class Ring {
    static final int CONTROL_BYTES = 32896;

    private static final Pattern MEMORY = Pattern.compile(".*_ring_\\d+");
    private static final Pattern RECEIVER = Pattern.compile(".*_ring_receiver_(\\d+)");

    private Ring() {}

    /** Whether an object of that name has frames. */
    static boolean isMemory(String name) {
        return MEMORY.matcher(name).matches();
    }

    /** Whether an object of that name is a receiver's. */
    static boolean isReceiver(String name) {
        return RECEIVER.matcher(name).matches();
    }
}
