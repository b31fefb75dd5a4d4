package io.github.spout4j.peer;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;

/** A process with a sender of ours, until it is killed. */
final class OurSenderProgram {
    private OurSenderProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (Spout spout = Spout.open(); SpoutSender sender = spout.sender(arguments[0]).size(8, 8).open()) {
            System.out.println("opened " + sender.name());
            System.in.read();
        }
    }
}
