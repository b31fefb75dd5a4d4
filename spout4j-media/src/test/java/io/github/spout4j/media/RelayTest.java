package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.testing.ChildJvm;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sender on one machine, the same name on another: two processes with directories of their own, by srt on the loopback. What hangs on the clock is printed, and
 * judged by whoever runs it on an idle machine: {@code -Dspout.relay.figures=true} relays 600 frames of 1280 × 720 at 30 Hz, and judges.
 */
class RelayTest {
    private static final boolean FIGURES = Boolean.getBoolean("spout.relay.figures");
    private static final int FRAMES = FIGURES ? 600 : 60;

    @TempDir
    private Path folder;
    private final String name = UniqueName.of("relayed");
    private final int port = LossyProxy.freePort();

    /** A picture that was seen, when, in ns, and the sum of its pixels. */
    private record Seen(long number, long time, long sum) {}

    @BeforeEach
    void needsSrt() {
        assumeTrue(Films.ffmpeg().lacks().stream().noneMatch(lack -> lack.startsWith("srt")), "ffmpeg lacks srt");
    }

    private ChildJvm sender(String address, long first, String... more) {
        List<String> arguments = new ArrayList<>(List.of("out", folder.resolve("there").toString(), name, address,
                FIGURES ? "1280" : "320", FIGURES ? "720" : "180", "30", Long.toString(first)));
        arguments.addAll(List.of(more));
        return ChildJvm.start(RelayProgram.class, arguments.toArray(String[]::new));
    }

    private ChildJvm receiver() {
        return ChildJvm.start(RelayProgram.class, "in", folder.resolve("here").toString(), name, "srt://:" + port);
    }

    private static Seen read(ChildJvm child, String word) {
        String[] words = child.expect(word + " ").split(" ");
        return new Seen(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    /** Sees so many pictures, each of which is readable and newer than the one before, the last of them from {@code from} on. */
    private static List<Seen> see(ChildJvm receiver, int count, long from) {
        List<Seen> all = new ArrayList<>();
        int counted = 0;
        while (counted < count) {
            Seen seen = read(receiver, "seen");
            assertThat(seen.number()).as("a whole picture, and none older than the one before")
                    .isGreaterThanOrEqualTo(all.isEmpty() ? 0 : all.getLast().number());
            if (all.isEmpty() || seen.number() > all.getLast().number()) {
                all.add(seen); // else one that was repeated
                counted += seen.number() >= from ? 1 : 0;
            }
        }
        return all;
    }

    private void tell(String what, ChildJvm sender, List<Seen> seen, long from) {
        Map<Long, Long> sent = new HashMap<>();
        long last = seen.getLast().number();
        for (Seen each = read(sender, "sent"); each.number() <= last; each = read(sender, "sent")) {
            sent.put(each.number(), each.time());
        }
        double[] latencies = seen.stream().filter(each -> each.number() >= from && sent.containsKey(each.number()))
                .mapToDouble(each -> (each.time() - sent.get(each.number())) / 1e6).sorted().toArray();
        long lost = last - seen.stream().filter(each -> each.number() >= from).findFirst().orElseThrow().number() + 1
                - seen.stream().filter(each -> each.number() >= from).count();
        double median = latencies[latencies.length / 2];
        System.out.printf("%s: %d frames, %d lost, latency median %.0f ms, 99 of 100 within %.0f ms%n", what,
                latencies.length, lost, median, latencies[latencies.length * 99 / 100]);
        if (FIGURES) {
            assertThat(lost).isZero();
            assertThat(median).isLessThanOrEqualTo(200);
        }
    }

    @Test
    void framesArriveAndEitherSideMayBeginAgain() {
        try (ChildJvm first = sender("srt://127.0.0.1:" + port, 1); ChildJvm receiver = receiver()) {
            List<Seen> seen = see(receiver, FIGURES ? 150 : 30, 0);
            long from = seen.getLast().number();
            tell("relay", first, see(receiver, FRAMES, from), from);
            first.kill();
            try (ChildJvm _ = sender("srt://127.0.0.1:" + port, 1_000_000)) {
                see(receiver, 20, 1_000_000);
                receiver.kill();
                try (ChildJvm another = receiver()) {
                    see(another, 20, 1_000_000);
                }
            }
        }
    }

    @Test
    void lostPacketsAreSentAgain() throws IOException {
        try (LossyProxy proxy = new LossyProxy(port, 0.02);
                ChildJvm receiver = receiver();
                ChildJvm sender = sender("srt://127.0.0.1:" + proxy.port(), 1)) {
            List<Seen> seen = see(receiver, FIGURES ? 150 : 30, 0);
            long from = seen.getLast().number();
            tell("relay with 2 % of packets lost", sender, see(receiver, FRAMES, from), from);
            assertThat(proxy.lost()).isPositive();
            System.out.println(proxy.lost() + " of " + (proxy.passed() + proxy.lost()) + " packets were lost");
        }
    }

    @Test
    void withoutLossEveryPixelIsEqual() {
        try (ChildJvm receiver = receiver(); ChildJvm sender = sender("srt://127.0.0.1:" + port, 1, "lossless")) {
            assertThat(receiver.expect("open ")).contains("format=RGBA8");
            Map<Long, Long> sums = new HashMap<>();
            for (Seen seen : see(receiver, 30, 0)) {
                while (!sums.containsKey(seen.number())) {
                    Seen sent = read(sender, "sent");
                    sums.put(sent.number(), sent.sum());
                }
                assertThat(seen.sum()).as("the pixels of frame %s", seen.number()).isEqualTo(sums.get(seen.number()));
            }
        }
    }

    @Test
    void aPassphraseEncryptsAndIsInNoArgumentsOfFfmpeg() {
        String secret = "0123456789" + name.hashCode();
        try (ChildJvm receiver = ChildJvm.start(RelayProgram.class, "in", folder.resolve("here").toString(), name,
                "srt://:" + port + "?passphrase=" + secret)) {
            try (ChildJvm stranger = sender("srt://127.0.0.1:" + port + "?passphrase=9876543210", 1)) {
                assertThat(stranger.expect("told ")).contains("passphrase");
            }
            try (ChildJvm _ = sender("srt://127.0.0.1:" + port + "?passphrase=" + secret, 1000)) {
                see(receiver, 10, 1000);
                List<String> ffmpegs = ProcessHandle.current().descendants()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.contains("ffmpeg") && !line.contains(RelayProgram.class.getName()))
                        .toList();
                assertThat(ffmpegs).hasSizeGreaterThanOrEqualTo(2).noneMatch(line -> line.contains(secret));
            }
        }
    }

    @Test
    void numbersCanBeRead() {
        long[] numbers = {0, 1, 0xABCDEF, 0xFFFFFF};
        try (io.github.spout4j.Spout spout = io.github.spout4j.Spout.open();
                io.github.spout4j.SpoutSender sender = spout.sender(name).size(320, 180).open();
                io.github.spout4j.SpoutReceiver receiver = spout.receiver(name).open()) {
            long[] read = Arrays.stream(numbers).map(number -> {
                try (io.github.spout4j.SpoutFrame frame = sender.nextFrame()) {
                    NumberedPictures.draw(frame, number);
                }
                try (io.github.spout4j.SpoutFrame frame = receiver.receive(java.time.Duration.ofSeconds(5))
                        .orElseThrow()) {
                    return NumberedPictures.read(frame);
                }
            }).toArray();
            assertThat(read).isEqualTo(numbers);
        }
    }
}
