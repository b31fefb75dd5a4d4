package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * What a frame takes in memory share, of which no pixel is written but a number: a program that prints the median and p99 in ns. The
 * same with iceoryx2 is spout4j-benchmarks/iceoryx2. {@link FrameWay} says what is measured.
 */
final class FrameTimes implements AutoCloseable {
    private static final int BATCH = 128;
    private static final long INTERVAL_NANOS = 2_000_000;
    private static final String BACK = " back";

    private final Spout spout = Spout.open();
    private final String name;
    private final String size;

    private FrameTimes(String name, String size) {
        this.name = name;
        this.size = size;
    }

    /** WAY SIZE SECONDS, or for the second process answer|listen SIZE NAME. */
    public static void main(String[] arguments) throws IOException {
        String own = "benchmark " + ProcessHandle.current().pid();
        boolean second = arguments[0].matches("answer|listen");
        try (FrameTimes times = new FrameTimes(second ? arguments[2] : own, arguments[1])) {
            switch (arguments[0]) {
                case "once" -> times.once(Double.parseDouble(arguments[2]));
                case "poll" -> times.poll(Double.parseDouble(arguments[2]));
                case "wait" -> times.await(Double.parseDouble(arguments[2]));
                case "answer" -> times.answer();
                case "listen" -> times.listen();
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private NumberedFrames.Out out(String sender) {
        String[] numbers = size.split("x");
        return new NumberedFrames.Out(
                spout.sender(sender).size(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]))
                        .format(PixelFormat.RGBA8).open());
    }

    private NumberedFrames.In in(String sender) {
        return new NumberedFrames.In(spout.receiver(sender).open());
    }

    private void once(double seconds) {
        try (NumberedFrames.Out out = out(name); NumberedFrames.In in = in(name)) {
            long[] number = new long[1];
            Runnable batch = () -> {
                for (int i = 0; i < BATCH; i++) {
                    out.send(++number[0], 0);
                    in.now(number[0]);
                }
            };
            Warming.up(BATCH, batch);
            Times times = Times.lasting(seconds);
            while (times.goOn()) {
                long start = System.nanoTime();
                batch.run();
                times.add((System.nanoTime() - start) / BATCH);
            }
            System.out.println(times);
        }
    }

    private void poll(double seconds) throws IOException {
        try (NumberedFrames.Out out = out(name);
                NumberedFrames.In in = in(name + BACK);
                ChildJava second = ChildJava.start(FrameTimes.class, "answer", size, name)) {
            second.readLine();
            long[] number = new long[1];
            Runnable thereAndBack = () -> {
                out.send(++number[0], 0);
                in.poll(number[0]);
            };
            Warming.up(1, thereAndBack);
            Times times = Times.lasting(seconds);
            while (times.goOn()) {
                long start = System.nanoTime();
                thereAndBack.run();
                times.add((System.nanoTime() - start) / 2);
            }
            out.send(NumberedFrames.END, 0);
            System.out.println(times);
        }
    }

    private void answer() {
        try (NumberedFrames.Out out = out(name + BACK); NumberedFrames.In in = in(name)) {
            System.out.println("ready");
            for (long number = 1; in.pollOrEnd(number); number++) {
                out.send(number, 0);
            }
        }
    }

    private void await(double seconds) throws IOException {
        try (NumberedFrames.Out out = out(name);
                ChildJava second = ChildJava.start(FrameTimes.class, "listen", size, name)) {
            second.readLine();
            long[] number = new long[1];
            Warming.up(1, () -> out.send(++number[0], NumberedFrames.WARM_UP));
            long start = System.nanoTime();
            while (System.nanoTime() - start < seconds * 1e9) {
                LockSupport.parkNanos(INTERVAL_NANOS);
                out.send(++number[0], System.nanoTime());
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
            out.send(NumberedFrames.END, 0);
            System.out.println(second.readLine());
        }
    }

    private void listen() {
        try (NumberedFrames.In in = in(name)) {
            System.out.println("ready");
            Times times = Times.lasting(Double.MAX_VALUE);
            long last = 0;
            for (long number = in.await(); number != NumberedFrames.END; number = in.await()) {
                long now = System.nanoTime();
                if (number <= last) {
                    throw new AssertionError("frame " + number + " came after " + last);
                }
                last = number;
                if (in.time() != NumberedFrames.WARM_UP) {
                    times.add(now - in.time());
                }
            }
            System.out.println(times);
        }
    }

    @Override
    public void close() {
        spout.close();
    }
}
