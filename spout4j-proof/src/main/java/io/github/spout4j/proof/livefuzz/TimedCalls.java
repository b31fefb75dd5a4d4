package io.github.spout4j.proof.livefuzz;

import io.github.spout4j.SpoutException;
import io.github.spout4j.proof.measure.Metronome;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Calls of the library: how long they take, and what they throw. A call that takes what its documentation allows, and throws nothing but a SpoutException, is well. */
final class TimedCalls {
    final Texts exceptions = new Texts();
    final Texts others = new Texts();
    final Texts slow = new Texts();
    final Texts worst = new Texts();
    private final Metronome metronome;

    TimedCalls(Metronome metronome) {
        this.metronome = metronome;
    }

    /**
     * Makes a call.
     *
     * @param most ms that it may take
     * @return null where it threw
     */
    <R> R make(String what, long most, Supplier<R> call) {
        long start = System.nanoTime();
        try {
            return call.get();
        } catch (SpoutException e) {
            exceptions.add(what + ": " + Texts.plain(e));
            return null;
        } catch (RuntimeException | Error e) {
            others.add(what + ": " + e.getClass().getSimpleName() + " " + Texts.plain(e));
            e.printStackTrace();
            return null;
        } finally {
            long end = System.nanoTime();
            long took = TimeUnit.NANOSECONDS.toMillis(end - start) - metronome.heldUp(start, end).toMillis();
            worst.most(what, took);
            if (took > most) {
                slow.add(what);
                System.err.println(what + " took " + took + " ms");
            }
        }
    }

    /** As {@link #make}; whether it threw nothing. */
    boolean run(String what, long most, Runnable call) {
        return make(what, most, () -> {
            call.run();
            return true;
        }) != null;
    }
}
