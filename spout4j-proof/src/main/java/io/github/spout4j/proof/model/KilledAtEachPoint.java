package io.github.spout4j.proof.model;

import io.github.spout4j.proof.Progress;
import io.github.spout4j.proof.measure.ObjectFiles;
import io.github.spout4j.proof.report.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program opens, sends or receives, and closes, and is killed at the n-th point between two steps, for each n. After that another
 * sender has the name at once, who was receiving goes on, and a new receiver gets frames. What is left then is gone once
 * another program starts. The survivors are programs that run all the time,
 * since most of the time would go into starting them.
 */
final class KilledAtEachPoint implements AutoCloseable {
    /** Whose frames those of a sender are that lives beside a receiver that is killed. */
    static final int BYSTANDER = 7;

    private static final int SUCCESSOR = 9;
    private static final String NAME = "points";
    /** Nothing here takes longer than about a second; who is silent for so long hangs. */
    private static final long HANGS_SECONDS = 20;
    private static final int SHOWN = 3;
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Path objects;
    private final Progress progress;
    private final Told sender;
    private final Told watching;
    private final Told fresh;
    private final List<String> wrong = new ArrayList<>();
    private double slowest;
    /** Objects whose names nobody has asked for again. */
    private int left;

    KilledAtEachPoint(Path objects, Progress progress) throws IOException {
        this.objects = objects;
        this.progress = progress;
        sender = Told.survivor(objects);
        watching = Told.survivor(objects);
        fresh = Told.survivor(objects);
    }

    /** Kills it at as many points as there is time for, spread evenly, at all of them where there is enough. */
    void run(Victim.Role role, long nanos, List<Promise> promises, Map<String, Object> figures)
            throws IOException, InterruptedException {
        wrong.clear();
        long start = System.nanoTime();
        String end = victim(role, NOWHERE);
        slowest = 0; // the survivors are warm now
        left = 0;
        String text = role.name().toLowerCase(Locale.ROOT);
        int points = end.startsWith(Victim.PASSED) ? Integer.parseInt(end.split(" ")[1]) : 0;
        if (points == 0) {
            wrong.add("unharmed: " + end);
        }
        long from = System.nanoTime();
        victim(role, NOWHERE);
        long one = System.nanoTime() - from;
        int tries = Math.clamp((nanos - (System.nanoTime() - start)) / one, 1, Math.max(points, 1));
        int done = 0;
        int killed = 0;
        for (int i = 0; i < tries && points > 0
                && (i < 1 || System.nanoTime() - start < nanos || tries == points); i++) {
            int point = 1 + (int) ((long) i * points / tries);
            progress.show("model: a " + text + " is killed at point " + point + " of " + points);
            String answer = victim(role, point);
            done++;
            killed += answer.startsWith(Victim.STOPPED) ? 1 : 0;
        }
        promises.add(new Promise(
                "a " + text
                        + " may be killed between any two steps: the name is free at once, others go on with whole frames",
                wrong.size() + " went wrong (killed at " + killed + " of " + points
                        + String.format(Locale.ROOT,
                                " points; from a kill to three frames of the next sender %.0f ms at most)",
                                slowest)
                        + shown(),
                wrong.isEmpty() && killed > 0));
        figures.put(text + "Points", points);
        figures.put(text + "KilledAt", killed);
        figures.put(text + "EndedBefore", done - killed);
        figures.put(text + "NextSendsAfterMillis", slowest);
        figures.put(text + "LeavesObjectsUntilAnotherStarts", left);
    }

    /** What the victim said last. */
    private String victim(Victim.Role role, int point) throws IOException, InterruptedException {
        String answer;
        int before = wrong.size();
        try (Told victim = Told.victim(objects, role, NAME)) {
            watching.tell(Survivor.RECEIVE + " " + NAME + " " + SUCCESSOR);
            if (role == Victim.Role.RECEIVER) {
                sender.tell(Survivor.SEND + " " + NAME + " " + BYSTANDER);
                expect(sender, Survivor.SENDING);
            }
            victim.tell(Integer.toString(point));
            answer = victim.answer(HANGS_SECONDS);
            victim.kill();
        }
        long killed = System.nanoTime();
        if (role == Victim.Role.RECEIVER) {
            receive(fresh, BYSTANDER);
            sender.tell(Survivor.STOP);
            expect(sender, Survivor.DONE);
            killed = System.nanoTime();
        }
        sender.tell(Survivor.SEND + " " + NAME + " " + SUCCESSOR);
        if (expect(sender, Survivor.SENDING)) {
            receive(fresh, SUCCESSOR);
            expect(watching, Survivor.DONE);
            slowest = Math.max(slowest, (System.nanoTime() - killed) / 1e6);
            sender.tell(Survivor.STOP);
            expect(sender, Survivor.DONE);
        } else {
            watching.tell(Survivor.STOP);
            watching.answer(HANGS_SECONDS);
        }
        sender.tell(Survivor.SWEEP);
        expect(sender, Survivor.DONE);
        left = Math.max(left, ObjectFiles.of(objects).size());
        for (int i = before; i < wrong.size(); i++) {
            wrong.set(i, answer + " (" + point + "): " + wrong.get(i));
        }
        return answer;
    }

    private void receive(Told receiver, int framesOf) throws InterruptedException {
        receiver.tell(Survivor.RECEIVE + " " + NAME + " " + framesOf);
        expect(receiver, Survivor.DONE);
    }

    private boolean expect(Told program, String answer) throws InterruptedException {
        String said = program.answer(HANGS_SECONDS);
        if (!said.equals(answer)) {
            wrong.add(said);
        }
        return said.equals(answer);
    }

    /** Also the signs of life of those that were killed, which the next program removes that starts. */
    Promise nothingLeft() throws IOException, InterruptedException {
        wrong.clear();
        try (Told starting = Told.survivor(objects)) {
            starting.tell(Survivor.SWEEP);
            expect(starting, Survivor.DONE);
        }
        try (Stream<Path> files = Files.list(objects)) {
            files.forEach(file -> wrong.add(file.getFileName().toString()));
        }
        return new Promise("the next program that starts removes what killed ones left",
                wrong.size() + " files are left" + shown(), wrong.isEmpty());
    }

    private String shown() {
        return String.join("", wrong.stream().limit(SHOWN).map(what -> "; " + what).toList());
    }

    @Override
    public void close() {
        sender.close();
        watching.close();
        fresh.close();
    }
}
