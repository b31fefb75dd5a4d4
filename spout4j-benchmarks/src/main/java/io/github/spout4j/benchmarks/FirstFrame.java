package io.github.spout4j.benchmarks;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * How long a program takes to its first frame, in fresh JVMs without a cache of their own: one that sends and receives it, and one that receives it from a
 * sender that runs already.
 */
final class FirstFrame {
    private static final int STARTS = 10;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private FirstFrame() {}

    /**
     * The middle of so many starts.
     *
     * @param sinceMain  ms since the first line of {@code main}
     * @param sinceStart ms since the process was started
     */
    record Middle(double sinceMain, double sinceStart) {}

    /** Of programs that send a frame and receive it. */
    static Middle alone() throws IOException {
        return middle("first " + ProcessHandle.current().pid(), "send");
    }

    /** Of programs that receive a frame which is there when they begin. */
    static Middle received() throws IOException {
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender("first " + ProcessHandle.current().pid()).size(WIDTH, HEIGHT)
                        .open()) {
            sender.send(new int[WIDTH * HEIGHT]);
            return middle(sender.name(), "receive");
        }
    }

    private static Middle middle(String name, String role) throws IOException {
        double[] sinceMain = new double[STARTS];
        double[] sinceStart = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (ChildJava child = ChildJava.start(FirstFrame.class, name, role)) {
                String[] times = child.readLine().split(" ");
                sinceMain[i] = Long.parseLong(times[1]) / 1e6;
                sinceStart[i] = (Long.parseLong(times[0]) - start) / 1e6;
            }
        }
        Arrays.sort(sinceMain);
        Arrays.sort(sinceStart);
        return new Middle(sinceMain[STARTS / 2], sinceStart[STARTS / 2]);
    }

    /** One start: prints when the frame was there, by the clock of all processes, and how many ns after the beginning. */
    public static void main(String[] arguments) {
        long began = System.nanoTime();
        try (Spout spout = Spout.open();
                SpoutSender sender = arguments[1].equals("send")
                        ? spout.sender(arguments[0]).size(WIDTH, HEIGHT).open()
                        : null) {
            if (sender != null) {
                sender.send(new int[WIDTH * HEIGHT]);
            }
            try (SpoutReceiver receiver = spout.receiver(sender != null ? sender.name() : arguments[0]).open()) {
                boolean received = receiver.receive(Duration.ofSeconds(10), frame -> {
                    if (frame.width() != WIDTH) {
                        throw new AssertionError("a frame of " + frame.width());
                    }
                });
                long there = System.nanoTime();
                if (!received) {
                    throw new AssertionError("no frame");
                }
                System.out.println(there + " " + (there - began));
            }
        }
    }
}
