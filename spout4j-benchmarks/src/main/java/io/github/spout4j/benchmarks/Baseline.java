package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The ratios that are kept, as a file has them: lines that begin with # say where and when they were measured.
 *
 * @param machine its kind
 * @param date    ISO 8601
 * @param ratios  of each subject
 */
record Baseline(String machine, String date, SortedMap<Subject, Kept> ratios) {
    private static final String HEAD = "# Written by ./bench --baseline for ./bench --check, see CONTRIBUTING.md.";
    private static final String MACHINE = "# machine: ";
    private static final String DATE = "# date: ";
    private static final String COLUMNS = "benchmark,size,ratio,noise";

    /**
     * A ratio.
     *
     * @param ratio to plain copies or a peer
     * @param noise by how much of it a run may be off; 0.1 is a tenth
     */
    record Kept(double ratio, double noise) {
        private static final double LEAST_NOISE = 0.1;

        /** The middle of several rounds, and how far apart they were. */
        static Kept of(List<Double> rounds) {
            List<Double> sorted = rounds.stream().sorted().toList();
            double middle = sorted.get(sorted.size() / 2);
            return new Kept(middle, Math.max(LEAST_NOISE, (sorted.getLast() - sorted.getFirst()) / middle));
        }
    }

    static Baseline of(String machine, String date, Map<Subject, List<Double>> rounds) {
        SortedMap<Subject, Kept> ratios = new TreeMap<>();
        rounds.forEach((subject, all) -> ratios.put(subject, Kept.of(all)));
        return new Baseline(machine, date, ratios);
    }

    static Baseline read(Path file) throws IOException {
        String machine = "";
        String date = "";
        SortedMap<Subject, Kept> ratios = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(MACHINE)) {
                machine = line.substring(MACHINE.length());
            } else if (line.startsWith(DATE)) {
                date = line.substring(DATE.length());
            } else if (!line.startsWith("#") && !line.equals(COLUMNS)) {
                addTo(ratios, line, file);
            }
        }
        return new Baseline(machine, date, ratios);
    }

    private static void addTo(SortedMap<Subject, Kept> ratios, String line, Path file) throws IOException {
        String[] cells = line.split(",");
        try {
            ratios.put(new Subject(cells[0], cells[1]),
                    new Kept(Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException(file + " has the line \"" + line + "\" where " + COLUMNS + " belong", e);
        }
    }

    /** The same of the benchmarks in whose names something is found. */
    Baseline matching(Pattern wanted) {
        return filtered(wanted.asPredicate());
    }

    /** The same of all others. */
    Baseline notMatching(Pattern unwanted) {
        return filtered(unwanted.asPredicate().negate());
    }

    private Baseline filtered(Predicate<String> benchmarks) {
        SortedMap<Subject, Kept> some = new TreeMap<>(ratios);
        some.keySet().removeIf(subject -> !benchmarks.test(subject.benchmark()));
        return new Baseline(machine, date, some);
    }

    /** This machine and date, and the ratios of both. */
    Baseline with(Baseline other) {
        SortedMap<Subject, Kept> all = new TreeMap<>(other.ratios);
        all.putAll(ratios);
        return new Baseline(machine, date, all);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD, MACHINE + machine, DATE + date, COLUMNS));
        ratios.forEach((subject, kept) -> lines.add(String.format(Locale.ROOT, "%s,%s,%.3f,%.2f", subject.benchmark(),
                subject.size(), kept.ratio(), kept.noise())));
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
