package io.github.spout4j.peer;

import io.github.spout4j.Spout;

/** A process with a sender of ours, until it is killed. */
final class OurSenderProgram {
    private OurSenderProgram() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("opened " + Spout.open().sender(arguments[0]).size(8, 8).open().name());
        System.in.read();
    }
}
