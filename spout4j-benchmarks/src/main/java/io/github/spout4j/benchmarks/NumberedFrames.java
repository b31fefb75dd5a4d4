package io.github.spout4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/** Frames that begin with their number and a time; no other pixel is written or read. */
final class NumberedFrames {
    static final long END = Long.MAX_VALUE;
    static final long WARM_UP = 0;

    private static final Duration NOW = Duration.ZERO;
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final int POLLS = 10_000;

    private NumberedFrames() {}

    /** Who publishes them. */
    record Out(SpoutSender sender) implements AutoCloseable {
        void send(long number, long time) {
            try (SpoutFrame frame = sender.nextFrame()) {
                MemorySegment pixels = frame.pixels();
                pixels.set(JAVA_LONG_UNALIGNED, 0, number);
                pixels.set(JAVA_LONG_UNALIGNED, Long.BYTES, time);
            }
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    /** Who receives them. */
    static final class In implements AutoCloseable {
        private static final long NONE = -1;

        private final SpoutReceiver receiver;
        private long time;

        In(SpoutReceiver receiver) {
            this.receiver = receiver;
        }

        /** Of the last frame. */
        long time() {
            return time;
        }

        private long receive(Duration timeout) {
            try (SpoutFrame frame = receiver.receive(timeout).orElse(null)) {
                if (frame == null) {
                    return NONE;
                }
                MemorySegment pixels = frame.pixels();
                time = pixels.get(JAVA_LONG_UNALIGNED, Long.BYTES);
                return pixels.get(JAVA_LONG_UNALIGNED, 0);
            }
        }

        void now(long number) {
            require(number, receive(NOW));
        }

        void poll(long number) {
            if (!pollOrEnd(number)) {
                throw new AssertionError("the end came early");
            }
        }

        /** False at the end. */
        boolean pollOrEnd(long number) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < AT_MOST.toNanos()) {
                for (int i = 0; i < POLLS; i++) {
                    long received = receive(NOW);
                    if (received == END) {
                        return false;
                    }
                    if (received != NONE) {
                        require(number, received);
                        return true;
                    }
                }
            }
            throw new AssertionError("no frame came");
        }

        /** Its number. */
        long await() {
            long number = receive(AT_MOST);
            if (number == NONE) {
                throw new AssertionError("no frame came");
            }
            return number;
        }

        @Override
        public void close() {
            receiver.close();
        }

        private static void require(long wanted, long received) {
            if (received != wanted) {
                throw new AssertionError("frame " + received + " came for " + wanted);
            }
        }
    }
}
