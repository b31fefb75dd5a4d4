package io.github.spout4j.proof.fuzz;

import io.github.spout4j.proof.Progress;
import io.github.spout4j.proof.report.Outcome;
import io.github.spout4j.proof.report.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Jazzer gives each decoder of foreign bytes what it makes of the corpus, one decoder after another. Where there is no time for all of them,
 * some have their turn.
 */
public final class Fuzz {
    private static final Path CORPUS = Path.of("spout4j-proof", "src", "corpus");
    /** s that Jazzer takes to begin, and as many that it then has at least. */
    private static final int BEGINNING = 5;
    /** s from which on what a target was given is worth a smaller corpus. */
    private static final int WORTH_MERGING = 60;
    private static final String FINDS = "fuzz";

    private final Path directory;
    private final Path out;
    private final Progress progress;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> thrown = new ArrayList<>();
    private final List<String> endless = new ArrayList<>();

    /**
     * One fuzzing.
     *
     * @param directory an empty one of its own
     * @param out       where what it finds is kept: inputs in {@code fuzz/TARGET}, and smaller corpora in {@code corpus/TARGET}
     */
    public Fuzz(Path directory, Path out, Progress progress) {
        this.directory = directory;
        this.out = out;
        this.progress = progress;
    }

    /** Fuzzes for so long, about. */
    public Outcome run(Duration time) throws IOException, InterruptedException {
        List<Target> targets = inTurn((int) (time.toSeconds() / (2 * BEGINNING)));
        long seconds = Math.max(time.toSeconds() / targets.size() - BEGINNING, BEGINNING);
        long inputs = 0;
        for (Target target : targets) {
            progress.show(String.format(Locale.ROOT, "fuzz: %s, %d of %d, for %d s", target.text(),
                    targets.indexOf(target) + 1, targets.size(), seconds));
            inputs += fuzz(target, seconds).inputs();
        }
        String given = String.format(Locale.ROOT, "%,d inputs to %d of %d decoders: %s", inputs, targets.size(),
                Target.values().length, targets.stream().map(Target::text).collect(Collectors.joining(", ")));
        return new Outcome("fuzz",
                String.format(Locale.ROOT, "%d of %d decoders of foreign bytes, each given what Jazzer found for %d s",
                        targets.size(), Target.values().length, seconds),
                List.of(none("no decoder throws what it does not say, or gives what cannot be", thrown, given),
                        none("no input keeps a decoder for " + Jazzer.SLOWEST + " s, or takes all memory", endless,
                                given)),
                figures, List.of());
    }

    /** So many, one at least; the time of day tells with which they begin, so that all have their turn. */
    private static List<Target> inTurn(int count) {
        Target[] all = Target.values();
        int begin = (int) (Instant.now().getEpochSecond() / 60 % all.length);
        List<Target> chosen = new ArrayList<>();
        for (int i = 0; i < Math.clamp(count, 1, all.length); i++) {
            chosen.add(all[count >= all.length ? i : (begin + i) % all.length]);
        }
        return chosen;
    }

    private Fuzzing fuzz(Target target, long seconds) throws IOException, InterruptedException {
        Jazzer jazzer = new Jazzer(target, Files.createDirectories(directory.resolve(target.text())));
        for (Path input : Jazzer.files(CORPUS.resolve(target.text()))) {
            Files.copy(input, jazzer.corpus().resolve(input.getFileName()));
        }
        Fuzzing fuzzing = jazzer.fuzz(seconds);
        figures.put(target.text(), fuzzing);
        if (!fuzzing.wrong().isEmpty()) {
            keep(target, jazzer, fuzzing);
        }
        if (seconds >= WORTH_MERGING) {
            jazzer.merge(out.resolve("corpus").resolve(target.text()));
        }
        return fuzzing;
    }

    private void keep(Target target, Jazzer jazzer, Fuzzing fuzzing) throws IOException {
        Path kept = Files.createDirectories(out.resolve(FINDS).resolve(target.text()));
        Files.write(kept.resolve("log"), Files.readAllBytes(jazzer.log()));
        List<Path> finds = Jazzer.files(jazzer.finds());
        for (Path find : finds) {
            Files.write(kept.resolve(find.getFileName()), Files.readAllBytes(find));
        }
        String seen = target.text() + ": " + fuzzing.wrong() + (finds.isEmpty()
                ? "; see " + kept.resolve("log")
                : "; again by: cp " + kept.resolve(finds.getFirst().getFileName()) + " " + CORPUS.resolve(target.text())
                        + "/ && mvn -pl spout4j-proof -am test -Dtest=CorpusTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false");
        (finds.stream().anyMatch(Fuzz::isEndless) ? endless : thrown).add(seen);
    }

    private static boolean isEndless(Path find) {
        String name = find.getFileName().toString();
        return name.startsWith("timeout-") || name.startsWith("oom-");
    }

    private static Promise none(String text, List<String> broken, String given) {
        return new Promise(text, broken.isEmpty() ? "0 (" + given + ")" : String.join("; ", broken), broken.isEmpty());
    }
}
