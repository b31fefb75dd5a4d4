package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Measures {@link Iceoryx2} several times and prints what the middle round gave. */
final class Iceoryx2Table {
    private static final double SECONDS = 3;

    private final Map<String, List<Ratio>> rows = new LinkedHashMap<>();

    private Iceoryx2Table() {}

    /** Prints why it is not here where it is not. */
    static void report(int rounds) throws IOException {
        Optional<String> missing = Iceoryx2.unavailable();
        if (missing.isPresent()) {
            System.out.println("Iceoryx2 skipped: " + missing.get());
            return;
        }
        Iceoryx2Table table = new Iceoryx2Table();
        table.measure(rounds);
        table.print();
    }

    private void measure(int rounds) throws IOException {
        for (int round = 1; round <= rounds; round++) {
            for (String size : Iceoryx2.SIZES) {
                for (FrameWay way : FrameWay.values()) {
                    System.err.printf("round %d of %d: iceoryx2, %s, %s%n", round, rounds, size, way.title);
                    add(size, way, Iceoryx2.measure(way, size, SECONDS));
                }
            }
        }
    }

    private void add(String size, FrameWay way, Iceoryx2.Beside beside) {
        String row = size + " RGBA8 | " + way.title;
        if (way == FrameWay.ONCE) {
            add(row, beside.median());
        } else {
            add(row + ", median", beside.median());
            add(row + ", p99", beside.p99());
        }
    }

    private void add(String row, Ratio ratio) {
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(ratio);
    }

    private void print() {
        System.out.println("| payload | way | iceoryx2, ns | spout4j, ns | ratio | rounds |");
        System.out.println("| --- | --- | ---: | ---: | ---: | --- |");
        rows.forEach((row, all) -> {
            List<Ratio> sorted = Ratio.sorted(all);
            Ratio middle = sorted.get(sorted.size() / 2);
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.2f | %.2f to %.2f |%n", row, middle.plain(),
                    middle.measured(), middle.value(), sorted.getFirst().value(), sorted.getLast().value());
        });
    }
}
