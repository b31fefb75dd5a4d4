package io.github.spout4j.benchmarks;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A process with many senders, until its standard input ends. */
final class SenderCrowd {
    private SenderCrowd() {}

    public static void main(String[] arguments) throws IOException {
        try (Spout spout = Spout.open()) {
            List<SpoutSender> senders = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                SpoutSender sender = spout.sender("sender " + i).size(64, 64).open();
                sender.send(new int[64 * 64]);
                senders.add(sender);
            }
            System.out.println("ready");
            System.in.readAllBytes();
            senders.forEach(SpoutSender::close);
        }
    }
}
