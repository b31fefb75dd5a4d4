package io.github.spout4j.proof.chaos;

import com.google.gson.Gson;
import io.github.spout4j.kernel.PausePoint;
import io.github.spout4j.proof.ChildJava;
import io.github.spout4j.proof.chaos.Intervals.Interval;
import io.github.spout4j.proof.chaos.Ledger.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A program in a slot, from its start to its end. */
final class Life implements AutoCloseable {
    /**
     * It stood still.
     *
     * @param begin when, by {@link System#nanoTime}
     * @param end   and how long
     * @param held  what it kept from others meanwhile
     * @param whole whether all of it stood still, not one thread
     */
    record Standstill(long begin, long end, Holdings held, boolean whole) {}

    /**
     * Where a thread of it will be kept.
     *
     * @param point where
     * @param pass  which time that one comes there
     */
    record Trap(PausePoint point, int pass) {}

    private static final long BETWEEN_LOOKS = 3_000_000;
    private static final PausePoint[] POINTS = PausePoint.values();

    final int slot;
    final long started = System.nanoTime();
    private final Path objects;
    private final Path file;
    private final Ledger ledger;
    private final ChildJava child;
    private final List<Standstill> standstills = new ArrayList<>();
    private Standstill stop;
    private Standstill pause;
    private long ended;
    private boolean pausedBefore;

    Life(ChaosPlan plan, int slot, int number, Path work, Path objects, Trap trap, Consumer<String> lines)
            throws IOException {
        this.slot = slot;
        this.objects = objects;
        file = work.resolve("ledger-" + number);
        ledger = Ledger.at(file);
        Map<String, String> properties = new HashMap<>(
                Map.of("spout.directory", objects.toString(), "spout.settings", work.resolve("settings").toString()));
        if (trap != null) {
            properties.putAll(Map.of(PausePoint.PROPERTY, PausedProgram.class.getName(), PausedProgram.POINT,
                    trap.point().name(), PausedProgram.PASS, Integer.toString(trap.pass())));
        }
        child = new ChildJava(ChaosProgram.class, properties, lines, new Gson().toJson(plan), Integer.toString(slot),
                file.toString());
    }

    Ledger ledger() {
        return ledger;
    }

    boolean alive() {
        return child.alive();
    }

    boolean stopped() {
        return stop != null;
    }

    /** Stops all of it, until a time. */
    void stop(long until) throws IOException {
        long now = System.nanoTime();
        Signal.STOP.send(child.pid());
        while (alive() && !state().equals("T")) {
            Thread.onSpinWait();
        }
        stop = new Standstill(now, until, Holdings.of(child.pid(), objects), true);
    }

    private String state() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + child.pid() + "/stat"));
        int at = stat.lastIndexOf(')') + 2;
        return stat.substring(at, at + 1);
    }

    boolean isToGoOn() {
        return stop != null && System.nanoTime() - stop.end() >= 0;
    }

    void goOn() {
        Signal.CONTINUE.send(child.pid());
        note(stop);
        stop = null;
    }

    /** Where a thread of it has just been found to be kept, until a time; null where none is. */
    PausePoint foundPaused(long until) throws IOException {
        long at = ledger.get(Count.PAUSED_AT);
        if (pausedBefore || at == 0) {
            return null;
        }
        pausedBefore = true;
        Holdings held = Holdings.of(child.pid(), objects);
        LockSupport.parkNanos(BETWEEN_LOOKS); // what its other threads have now they have no more then
        pause = new Standstill(at, until, held.still(Holdings.of(child.pid(), objects)), false);
        return POINTS[(int) ledger.get(Count.PAUSED_WHERE)];
    }

    boolean isToBeLetGo() {
        return pause != null && System.nanoTime() - pause.end() >= 0;
    }

    void letGo() {
        child.tell("go");
        note(pause);
        pause = null;
    }

    /** From now on it is neither stopped nor kept anywhere. */
    void letGoOn() {
        if (stop != null) {
            goOn();
        }
        if (pause != null) {
            letGo();
        } else {
            child.tell("go"); // a thread may have been kept since the last look
        }
    }

    void kill() throws InterruptedException {
        Signal.STOP.send(child.pid());
        ledger.spent(child.pid());
        child.kill();
        end();
    }

    /** Its exit code, once it has ended by itself. */
    int leave() throws InterruptedException {
        int code = child.end();
        end();
        return code;
    }

    private void end() {
        ended = System.nanoTime();
        note(stop);
        note(pause);
        stop = null;
        pause = null;
    }

    private void note(Standstill standstill) {
        if (standstill != null) {
            standstills.add(new Standstill(standstill.begin(), System.nanoTime(), standstill.held(),
                    standstill.whole()));
        }
    }

    /** Those that are over. */
    List<Standstill> standstills() {
        return standstills;
    }

    /** How it stands still just now. */
    List<Holdings> heldNow() {
        List<Holdings> held = new ArrayList<>();
        if (stop != null) {
            held.add(stop.held());
        }
        if (pause != null) {
            held.add(pause.held());
        }
        return held;
    }

    /** From when to when it was there. */
    Interval time() {
        return new Interval(started, ended);
    }

    @Override
    public void close() throws IOException {
        child.close();
        ledger.close();
        Files.deleteIfExists(file);
    }
}
