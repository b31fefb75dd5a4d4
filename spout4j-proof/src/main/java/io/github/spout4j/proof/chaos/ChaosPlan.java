package io.github.spout4j.proof.chaos;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which program does what. Each has a slot, and whoever is started there does the same under the same names as the one before.
 *
 * @param run   what the senders' names begin with
 * @param start the {@link System#nanoTime}, the same for all processes, when it began
 */
record ChaosPlan(String run, long start) {
    static final int WIDTH = 64;
    static final int HEIGHT = 36;
    /** Of the two senders of a program. Below 1000 together, so that a restarted one's numbers, of ms, are higher than the last one's. */
    private static final List<Integer> HERTZ = List.of(60, 500);
    private static final int SENDING = 3;
    private static final int RECEIVING = 3;
    private static final int NAMES = SENDING * HERTZ.size();
    private static final int RECEIVED = 3;

    /** What the programs of a slot do. */
    enum Role {
        SENDS, RECEIVES, LISTS
    }

    static int slots() {
        return SENDING + RECEIVING + 1;
    }

    static Role role(int slot) {
        return slot < SENDING ? Role.SENDS : slot < SENDING + RECEIVING ? Role.RECEIVES : Role.LISTS;
    }

    /** The senders that a slot has, or receives from, by their numbers. */
    static IntStream senders(int slot) {
        return switch (role(slot)) {
            case SENDS -> IntStream.range(0, HERTZ.size()).map(at -> slot * HERTZ.size() + at);
            case RECEIVES -> IntStream.range(0, RECEIVED).map(at -> ((slot - SENDING) * HERTZ.size() + at) % NAMES);
            case LISTS -> IntStream.range(0, NAMES);
        };
    }

    static int slotOf(int sender) {
        return sender / HERTZ.size();
    }

    static int hertz(int sender) {
        return HERTZ.get(sender % HERTZ.size());
    }

    String name(int sender) {
        return run + "-" + sender;
    }

    /** Whether a sender may have it: also the one that it gets while a program that stands still has its own. */
    boolean knows(String name) {
        return names().anyMatch(own -> name.equals(own) || name.matches(Pattern.quote(own) + "_[0-9]+"));
    }

    Stream<String> names() {
        return IntStream.range(0, NAMES).mapToObj(this::name);
    }
}
