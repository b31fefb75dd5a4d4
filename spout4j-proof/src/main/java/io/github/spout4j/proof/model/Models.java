package io.github.spout4j.proof.model;

import io.github.spout4j.proof.Progress;
import io.github.spout4j.proof.report.Outcome;
import io.github.spout4j.proof.report.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The protocols between processes as small machines, of which every state is visited. */
public final class Models {
    private static final int MOST_STATES = 6_000_000;
    private static final List<Model> SMALL = List.of(new MutexModel(3, MutexModel.Mistake.NONE),
            new FileModel(3, FileModel.Mistake.NONE), ring(1, 1, 3, 9, false), ring(1, 2, 4, 1, false),
            ring(1, 1, 3, 2, true), ring(2, 1, 3, 1, false));
    /** For these there has to be time. */
    private static final List<Model> LARGE = List.of(ring(2, 1, 3, 2, false), ring(2, 1, 2, 1, true),
            ring(2, 1, 4, 1, false));
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Path objects;
    private final Progress progress;
    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    /**
     * All models.
     *
     * @param objects  where the objects of programs are that are killed
     * @param progress told how far it is
     */
    public Models(Path objects, Progress progress) {
        this.objects = objects;
        this.progress = progress;
    }

    /** The models take seconds, however much time there is; the rest is for kills. */
    public Outcome run(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long states = 0;
        long moves = 0;
        List<Model> models = new ArrayList<>(SMALL);
        if (time.compareTo(LONG) >= 0) {
            models.addAll(LARGE);
        }
        for (Model model : models) {
            progress.show("model: " + model.name());
            Explored explored = Explorer.explore(model, MOST_STATES);
            promises.add(new Promise(model.name() + ": nothing goes wrong, whoever is killed, and nobody waits in vain",
                    explored.text(), explored.kept()));
            states += explored.states();
            moves += explored.moves();
        }
        figures.put("states", states);
        figures.put("moves", moves);
        try (KilledAtEachPoint kills = new KilledAtEachPoint(objects, progress)) {
            kills.run(Victim.Role.SENDER, (end - System.nanoTime()) / 2, promises, figures);
            kills.run(Victim.Role.RECEIVER, end - System.nanoTime(), promises, figures);
            promises.add(kills.nothingLeft());
        }
        return new Outcome("model",
                "the agreements between processes as machines of few states, all of them visited, and real programs, killed"
                        + " between each two steps",
                promises, figures, List.of());
    }

    private static Model ring(int receivers, int mostHeld, int frames, int sizes, boolean successor) {
        return new RingModel(receivers, mostHeld, frames, sizes, successor, RingModel.Mistake.NONE);
    }
}
