package io.github.spout4j.benchmarks;

import io.github.spout4j.Spout;
import java.io.IOException;

/** A process with many senders, until its standard input ends. */
final class SenderCrowd {
    private SenderCrowd() {}

    public static void main(String[] arguments) throws IOException {
        try (Spout spout = Spout.open()) {
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                spout.sender("sender " + i).size(64, 64).open().send(new int[64 * 64]);
            }
            System.out.println("ready");
            System.in.readAllBytes();
        }
    }
}
