package io.github.spout4j.proof.chaos;

import io.github.spout4j.Spout;

/** Prints the names of all senders: the program that comes after all others. */
final class LastLook {
    private LastLook() {}

    public static void main(String[] arguments) {
        try (Spout spout = Spout.open()) {
            spout.senders().list().forEach(info -> System.out.println(info.name()));
        }
    }
}
