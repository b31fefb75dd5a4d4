package io.github.spout4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * From just before a sender's call to a waiting receiver's return in another process, with small frames. Each frame
 * carries the time, which is the same clock in all processes of a system.
 */
final class WakeLatency {
    private static final int WARM_UP = 1000;
    private static final int FRAMES = 3000;
    private static final long INTERVAL_NANOS = 4_000_000;
    private static final int SIDE = 16;

    private WakeLatency() {}

    /**
     * The sorted latencies in µs.
     *
     * @param engine by which; empty for the best
     */
    static double[] measure(String engine) throws IOException {
        try (Spout spout = open(engine);
                Arena arena = Arena.ofConfined();
                SpoutSender sender = spout.sender("wake " + ProcessHandle.current().pid()).size(SIDE, SIDE).open();
                ChildJava receiver = ChildJava.start(WakeLatency.class, sender.name(), engine)) {
            MemorySegment pixels = arena.allocate(4 * SIDE * SIDE);
            receiver.readLine();
            for (int i = 0; i < WARM_UP + FRAMES + 1; i++) {
                LockSupport.parkNanos(INTERVAL_NANOS);
                pixels.set(JAVA_LONG_UNALIGNED, 0, System.nanoTime());
                sender.send(pixels);
            }
            pixels.set(JAVA_LONG_UNALIGNED, 0, 0);
            sender.send(pixels);
            double[] latencies = Arrays.stream(receiver.readLine().split(" ")).mapToDouble(Double::parseDouble)
                    .toArray();
            Arrays.sort(latencies);
            return latencies;
        }
    }

    private static Spout open(String engine) {
        return engine.isEmpty() ? Spout.open() : Spout.open(engine);
    }

    /** The receiver. */
    public static void main(String[] arguments) {
        StringBuilder latencies = new StringBuilder();
        try (Spout spout = open(arguments[1]); SpoutReceiver receiver = spout.receiver(arguments[0]).open()) {
            System.out.println("ready");
            long[] sentAt = new long[1];
            for (int i = 0;; i++) {
                if (!receiver.receive(Duration.ofSeconds(5),
                        frame -> sentAt[0] = frame.pixels().get(JAVA_LONG_UNALIGNED, 0)) || sentAt[0] == 0) {
                    break;
                }
                long nanos = System.nanoTime() - sentAt[0];
                if (i >= WARM_UP) {
                    latencies.append(nanos / 1000.0).append(' ');
                }
            }
        }
        System.out.println(latencies);
    }
}
