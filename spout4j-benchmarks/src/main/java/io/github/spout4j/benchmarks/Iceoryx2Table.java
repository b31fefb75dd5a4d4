package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures {@link Iceoryx2} several times and prints what the middle round gave. */
final class Iceoryx2Table {
    private static final double SECONDS = 3;

    private final Map<String, List<Ratio>> rows = new LinkedHashMap<>();

    void measure(int rounds) throws IOException {
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
        String payload = size + " RGBA8";
        if (way == FrameWay.ONCE) {
            add(payload + " | " + way.title, beside.median());
            return;
        }
        add(payload + " | " + way.title + ", median", beside.median());
        add(payload + " | " + way.title + ", p99", beside.p99());
    }

    private void add(String row, Ratio ratio) {
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(ratio);
    }

    void print() {
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
