package io.github.spout4j.proof.model;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.proof.frames.NumberedFrame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;

/** A program that is killed between two steps. Waits for a line with the number of the point where to stop, so that Java is up by then. */
final class Victim {
    /** It has stopped. */
    static final String STOPPED = "stopped";
    /** It has passed all points, and says how many. */
    static final String PASSED = "passed";

    static final int WIDTH = 16;
    static final int HEIGHT = 8;
    /** Whose frames these are, see {@link NumberedFrame}. */
    static final int FRAMES_OF = 5;

    private static final int SMALL_FRAMES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Victim() {}

    public static void main(String[] arguments) throws IOException {
        Role role = Role.valueOf(arguments[0]);
        String name = arguments[1];
        int point = Integer.parseInt(new BufferedReader(new InputStreamReader(System.in)).readLine());
        StopAtPoint.begin(point);
        try (Spout spout = Spout.open()) {
            if (role == Role.SENDER) {
                send(spout, name);
            } else {
                receive(spout, name);
            }
        }
        System.out.println(PASSED + " " + StopAtPoint.passed());
    }

    /** What it does. */
    enum Role {
        SENDER, RECEIVER
    }

    private static void send(Spout spout, String name) {
        try (SpoutSender sender = spout.sender(name).size(WIDTH, HEIGHT).transport(Transport.MEMORY).open()) {
            int number = 0;
            for (; number < SMALL_FRAMES; number++) {
                send(sender, number);
            }
            sender.resize(4 * WIDTH, 4 * HEIGHT);
            send(sender, number);
        }
    }

    private static void send(SpoutSender sender, int number) {
        try (SpoutFrame frame = sender.nextFrame()) {
            NumberedFrame.write(frame, FRAMES_OF, number);
        }
    }

    /** Looks who is there, and keeps one frame while it gets another. */
    private static void receive(Spout spout, String name) {
        spout.senders().list();
        try (SpoutReceiver receiver = spout.receiver(name).open();
                SpoutFrame kept = receiver.receive(PATIENCE).orElseThrow();
                SpoutFrame next = receiver.receive(PATIENCE).orElseThrow()) {
            if (kept.number() == next.number()) {
                throw new IllegalStateException("frame " + kept.number() + " came twice");
            }
        }
    }
}
