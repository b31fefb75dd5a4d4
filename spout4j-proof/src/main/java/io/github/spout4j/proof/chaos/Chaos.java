package io.github.spout4j.proof.chaos;

import io.github.spout4j.kernel.PausePoint;
import io.github.spout4j.proof.ChildJava;
import io.github.spout4j.proof.Progress;
import io.github.spout4j.proof.chaos.Ledger.Count;
import io.github.spout4j.proof.measure.ObjectFiles;
import io.github.spout4j.proof.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Programs are killed, stopped, kept between two steps and started again, five times a second; the others may not notice. */
public final class Chaos {
    private static final long DEED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SHORTEST_STOP = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_STOP = TimeUnit.SECONDS.toNanos(5);
    private static final double KILLED = 0.2;
    private static final double TRAPPED = 0.5;
    private static final double KILLED_WHILE_PAUSED = 0.5;

    private final Path work;
    private final Path objects;
    private final Progress progress;
    private final Random random = new Random();
    private final ChaosPlan plan = new ChaosPlan("chaos-" + ProcessHandle.current().pid(), System.nanoTime());
    private final Life[] slots = new Life[ChaosPlan.slots()];
    private final ChaosCount count = new ChaosCount();
    private final Map<PausePoint, Integer> traps = new EnumMap<>(PausePoint.class);
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

    /**
     * Chaos.
     *
     * @param work     where all files are
     * @param progress told how far it is
     */
    public Chaos(Path work, Progress progress) {
        this.work = work;
        this.progress = progress;
        objects = work.resolve("objects");
    }

    /** Runs it for a time, about. */
    public Outcome run(Duration time) throws IOException, InterruptedException {
        Files.createDirectory(objects,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            for (int slot = 0; slot < slots.length; slot++) {
                start(slot);
            }
            stir(time);
            for (Life life : slots) {
                if (life != null) {
                    life.letGoOn();
                }
            }
            for (Life life : slots) {
                if (life != null) {
                    count.ended(life, life.leave());
                    life.close();
                }
            }
        } finally {
            for (Life life : slots) {
                if (life != null) {
                    life.close();
                }
            }
        }
        List<String> names = new ArrayList<>();
        try (ChildJava look = new ChildJava(LastLook.class, Map.of("spout.directory", objects.toString(),
                "spout.settings", work.resolve("settings").toString()), names::add)) {
            int _ = look.end();
        }
        return new Verdict(plan, count, said).outcome(names, ObjectFiles.of(objects));
    }

    private void stir(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long next = System.nanoTime() + DEED_NANOS;
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TICK_NANOS);
            for (Life life : slots) {
                if (life != null) {
                    attend(life);
                }
            }
            if (System.nanoTime() - next >= 0) {
                next += DEED_NANOS;
                deed(random.nextInt(slots.length));
                if (!count.look(plan.start(), slots)) {
                    continue;
                }
                progress.show(String.format(Locale.ROOT,
                        "chaos: %.0f of %d s, %d killed, %d stopped, %d kept, %d frames",
                        (System.nanoTime() - plan.start()) / 1e9, time.toSeconds(), count.kills(), count.stops(),
                        count.pauses().values().stream().mapToInt(Integer::intValue).sum(), count.received(slots)));
            }
        }
    }

    /** Ends what has lasted long enough. */
    private void attend(Life life) throws IOException, InterruptedException {
        if (!life.alive()) {
            said.add("program " + life.slot + " ended by itself");
            count.ended(life, life.leave());
            bury(life);
            return;
        }
        if (life.isToGoOn()) {
            life.goOn();
        }
        PausePoint point = life.stopped() ? null : life.foundPaused(randomStop());
        if (point != null) {
            count.paused(point);
        }
        if (!life.stopped() && life.isToBeLetGo()) {
            if (random.nextDouble() < KILLED_WHILE_PAUSED) {
                kill(life);
            } else {
                life.letGo();
            }
        }
    }

    private void deed(int slot) throws IOException, InterruptedException {
        Life life = slots[slot];
        if (life == null) {
            start(slot);
        } else if (random.nextDouble() < KILLED) {
            kill(life);
        } else if (life.stopped()) {
            life.goOn();
        } else {
            life.stop(randomStop());
            count.stopped();
        }
    }

    /** As many of 0.1 to 0.2 s as of 2.5 to 5 s. */
    private long randomStop() {
        return System.nanoTime()
                + (long) (SHORTEST_STOP * Math.pow((double) LONGEST_STOP / SHORTEST_STOP, random.nextDouble()));
    }

    private void start(int slot) throws IOException {
        Life.Trap trap = random.nextDouble() < TRAPPED ? trap(ChaosPlan.role(slot)) : null;
        slots[slot] = new Life(plan, slot, count.started(), work, objects, trap, said::add);
    }

    /** Where this kind of program comes by, and was caught the least so far. */
    private Life.Trap trap(ChaosPlan.Role role) {
        List<PausePoint> points = Traps.of(role);
        PausePoint point = points.stream()
                .min((one, other) -> traps.getOrDefault(one, 0) - traps.getOrDefault(other, 0)).orElseThrow();
        int _ = traps.merge(point, 1, Integer::sum);
        return new Life.Trap(point, 1 + random.nextInt(Traps.passes(point)));
    }

    private void kill(Life life) throws IOException, InterruptedException {
        life.kill();
        count.killed(life);
        bury(life);
    }

    private void bury(Life life) throws IOException {
        slots[life.slot] = null;
        life.close();
    }
}
