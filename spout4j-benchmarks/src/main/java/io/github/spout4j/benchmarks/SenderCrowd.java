package io.github.spout4j.benchmarks;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A process with many senders, until its standard input ends. */
final class SenderCrowd {
    private SenderCrowd() {}

    static String name(int number) {
        return "sender " + number;
    }

    /** @param arguments the first one's number, and how many there are */
    public static void main(String[] arguments) throws IOException {
        try (Spout spout = Spout.open()) {
            List<SpoutSender> senders = new ArrayList<>();
            int first = Integer.parseInt(arguments[0]);
            for (int i = first; i < first + Integer.parseInt(arguments[1]); i++) {
                SpoutSender sender = spout.sender(name(i)).size(64, 64).open();
                sender.send(new int[64 * 64]);
                senders.add(sender);
            }
            System.out.println("ready");
            System.in.readAllBytes();
            senders.forEach(SpoutSender::close);
        }
    }
}
