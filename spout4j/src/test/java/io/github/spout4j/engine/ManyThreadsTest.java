package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;

/** Many threads at once, platform and virtual. */
@Tag("alone")
@Tag("pipewire")
class ManyThreadsTest {
    private static final int SIDE = 16;

    @Test
    void manyThreadsMaySendThroughOneSender() throws Exception {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            AtomicInteger dropped = new AtomicInteger();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<?>> sends = new ArrayList<>();
                for (int thread = 0; thread < 8; thread++) {
                    sends.add(threads.submit(() -> {
                        for (int i = 0; i < 100; i++) {
                            if (!send(pair.sender(), i)) {
                                dropped.incrementAndGet();
                            }
                        }
                    }));
                }
                long last = 0;
                while (last < 800 - dropped.get()) {
                    last = requireWhole(pair.receiver(), last);
                }
                for (Future<?> send : sends) {
                    send.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                }
            }
            assertThat(pair.sender().frameCount()).isEqualTo(800 - dropped.get());
            assertThat(dropped).hasValue(0);
        }
    }

    /** Some by copy, some in place. */
    private static boolean send(SpoutSender sender, int number) {
        if (number % 2 == 0) {
            int[] pixels = new int[SIDE * SIDE];
            java.util.Arrays.fill(pixels, 0x01010101 * (number & 0x7F));
            return sender.send(pixels);
        }
        try (SpoutFrame frame = sender.nextFrame()) {
            frame.pixels().fill((byte) (number & 0x7F));
        }
        return true;
    }

    private static long requireWhole(SpoutReceiver receiver, long last) {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
            assertThat(frame.number()).isGreaterThan(last);
            requireWhole(frame);
            return frame.number();
        }
    }

    private static void requireWhole(SpoutFrame frame) {
        byte first = frame.pixels().get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0);
        byte[] expected = new byte[SIDE * SIDE * 4];
        java.util.Arrays.fill(expected, first);
        Pattern.requireSame(frame.pixels(), expected);
    }

    @Test
    void manyThreadsMayReceiveThroughOneReceiver() throws Exception {
        try (Pair pair = Pair.open(SIDE, SIDE); ExecutorService threads = Executors.newFixedThreadPool(6)) {
            AtomicInteger got = new AtomicInteger();
            Set<Long> numbers = ConcurrentHashMap.newKeySet();
            List<Future<?>> receives = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                receives.add(threads.submit(() -> {
                    while (got.get() < 100) {
                        pair.receiver().receive(Duration.ofMillis(20)).ifPresent(frame -> {
                            try (frame) {
                                requireWhole(frame);
                                assertThat(numbers.add(frame.number())).as("frame %d is new", frame.number()).isTrue();
                                got.incrementAndGet();
                            }
                        });
                    }
                }));
            }
            for (int number = 1; receives.stream().noneMatch(Future::isDone); number++) {
                send(pair.sender(), number); // may be dropped, where threads have no processor for a second
                pair.sender().holdFps(2000);
            }
            for (Future<?> receive : receives) {
                receive.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aHundredVirtualThreadsSendAndReceive() throws Exception {
        int pairs = EngineUnderTest.sharesTextures() ? 8 : 50; // Direct3D may run by the CPU here
        try (Spout spout = EngineUnderTest.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int pair = 0; pair < pairs; pair++) {
                // names of a directory that holds 64
                String name = UniqueName.of("virtual");
                SpoutReceiver receiver = spout.receiver(name).open();
                SpoutSender sender = spout.sender(name).size(SIDE, SIDE).open();
                AtomicInteger received = new AtomicInteger();
                all.add(threads.submit(() -> {
                    for (int number = 1; received.get() < 5; number++) {
                        send(sender, number);
                        sender.holdFps(50);
                    }
                }));
                all.add(threads.submit(() -> {
                    long last = 0;
                    while (received.get() < 5) {
                        last = requireWhole(receiver, last);
                        received.incrementAndGet();
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void virtualThreadsShareOneSender() throws Exception {
        try (Pair pair = Pair.open(SIDE, SIDE); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> sends = new ArrayList<>();
            for (int thread = 0; thread < 100; thread++) {
                int number = thread;
                sends.add(threads.submit(() -> send(pair.sender(), number)));
            }
            for (Future<Boolean> send : sends) {
                assertThat(send.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            }
            assertThat(pair.sender().frameCount()).isEqualTo(100);
            pair.settle();
            assertThat(requireWhole(pair.receiver(), 0)).isEqualTo(100);
        }
    }

    @Test
    void sendersOfOneNameGetTheirOwnNumbers() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("same");
            SpoutSender first = spout.sender(name).size(4, 4).open();
            SpoutSender second = spout.sender(name).size(5, 5).open();
            SpoutSender third = spout.sender(name).size(6, 6).open();
            assertThat(List.of(first.name(), second.name(), third.name())).containsExactly(name, name + "_1",
                    name + "_2");
            for (SpoutSender sender : List.of(first, second, third)) {
                int side = sender.width();
                sender.send(Pattern.argb(side, side, side));
                for (int i = 0; i < 2; i++) {
                    try (SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
                        Pattern.requireReceived(receiver, side, side, side);
                    }
                }
            }
        }
    }
}
