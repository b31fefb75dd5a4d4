package io.github.spout4j.benchmarks;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Listing and finding the senders of several other processes, all that each says about itself included: the median. */
@BenchmarkMode(Mode.SampleTime)
public class Directory extends Timed {
    private static final int PROCESSES = 8;
    private static final int SENDERS = 256;
    private static final int SENDERS_EACH = SENDERS / PROCESSES;

    private final List<ChildJava> crowds = new ArrayList<>();
    private Path place;
    private Spout spout;
    private int next;

    @Setup
    public void open() throws IOException {
        Path memory = Path.of("/dev/shm");
        place = Files.isDirectory(memory)
                ? Files.createTempDirectory(memory, "spout4j-benchmark")
                : Files.createTempDirectory("spout4j-benchmark");
        System.setProperty("spout.directory", place.toString());
        System.setProperty("spout.settings", place.resolve("settings").toString());
        spout = Spout.open();
        spout.settings().maxSenders(SENDERS);
        for (int first = 0; first < SENDERS; first += SENDERS_EACH) {
            ChildJava crowd = ChildJava.start(SenderCrowd.class, Integer.toString(first),
                    Integer.toString(SENDERS_EACH));
            crowds.add(crowd);
            crowd.readLine();
        }
    }

    @TearDown
    public void close() throws IOException {
        spout.close();
        for (ChildJava crowd : crowds) {
            crowd.close();
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public int list256() {
        List<?> senders = spout.senders().list();
        if (senders.size() != SENDERS) {
            throw new AssertionError(senders.size() + " senders");
        }
        return senders.size();
    }

    /** One after another, each by its name. */
    @Benchmark
    public SenderInfo find() {
        next = (next + 1) % SENDERS;
        return spout.senders().find(SenderCrowd.name(next)).orElseThrow();
    }
}
