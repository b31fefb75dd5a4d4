package io.github.spout4j.proof.report;

import java.util.List;
import java.util.Map;

/**
 * What a part has shown.
 *
 * @param part     its name
 * @param what     what was done, in a sentence
 * @param promises what it is about
 * @param figures  what else was counted or measured, by name
 * @param plots    what is better looked at
 */
public record Outcome(String part, String what, List<Promise> promises, Map<String, Object> figures,
        List<Plot> plots) {
    /** Whether there are promises, and none was broken. */
    public boolean kept() {
        return !promises.isEmpty()
                && promises.stream().noneMatch(promise -> promise.judgement() == Promise.Judgement.BROKEN);
    }

    /** The same where other programs had the machine too: what hangs on time is told alone. */
    public Outcome onABusyMachine() {
        return new Outcome(part, what, promises.stream().map(Promise::onABusyMachine).toList(), figures, plots);
    }
}
