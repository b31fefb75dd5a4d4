package io.github.spout4j.proof.model;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.proof.frames.NumberedFrame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;

/** A program that uses what a victim leaves: it sends, receives, or looks around, one line an order, and answers each in a line. */
final class Survivor {
    static final String SEND = "send";
    static final String RECEIVE = "receive";
    static final String SWEEP = "sweep";
    static final String STOP = "stop";
    /** An answer: it sends. */
    static final String SENDING = "sending";
    /** An answer: done, all pixels right. */
    static final String DONE = "done";

    private static final int FRAMES = 3;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final double HERTZ = 500;

    private final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));

    private Survivor() {}

    public static void main(String[] arguments) throws IOException {
        new Survivor().run();
    }

    private void run() throws IOException {
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] order = line.split(" ");
            try (Spout spout = Spout.open()) {
                switch (order[0]) {
                    case SEND -> send(spout, order[1], Integer.parseInt(order[2]));
                    case RECEIVE -> receive(spout, order[1], Integer.parseInt(order[2]));
                    default -> spout.senders().list();
                }
            } catch (SpoutException | IllegalStateException e) {
                System.out.println(order[0] + " failed: " + e);
                continue;
            }
            System.out.println(DONE);
        }
    }

    /** Until the next order. */
    private void send(Spout spout, String name, int framesOf) throws IOException {
        try (SpoutSender sender = spout.sender(name).size(Victim.WIDTH, Victim.HEIGHT).transport(Transport.MEMORY)
                .open()) {
            if (!sender.name().equals(name)) {
                throw new IllegalStateException("it is called " + sender.name());
            }
            System.out.println(SENDING);
            for (int number = 0; !orders.ready(); number++) {
                try (SpoutFrame frame = sender.nextFrame()) {
                    NumberedFrame.write(frame, framesOf, number);
                }
                sender.holdFps(HERTZ);
            }
            orders.readLine();
        }
    }

    /** Until some of a sender's frames have come; all others must be whole, too. */
    private void receive(Spout spout, String name, int framesOf) throws IOException {
        int got = 0;
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            while (got < FRAMES && !orders.ready()) {
                SpoutFrame frame = receiver.receive(LOOK).orElse(null);
                if (frame == null) {
                    continue;
                }
                try (frame) {
                    if (NumberedFrame.read(frame, framesOf) != NumberedFrame.TORN) {
                        got++;
                    } else if (NumberedFrame.read(frame, Victim.FRAMES_OF) == NumberedFrame.TORN
                            && NumberedFrame.read(frame, KilledAtEachPoint.BYSTANDER) == NumberedFrame.TORN) {
                        throw new IllegalStateException("frame " + frame.number() + " is torn");
                    }
                }
            }
        }
        if (got < FRAMES) {
            orders.readLine();
            throw new IllegalStateException("only " + got + " frames came");
        }
    }
}
