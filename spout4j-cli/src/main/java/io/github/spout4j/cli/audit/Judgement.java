package io.github.spout4j.cli.audit;

import java.util.ArrayList;
import java.util.List;

/** What a probe's process told and how it ended, as results. */
final class Judgement {
    private Judgement() {}

    /** One result; of a sequence, one for each step. */
    static List<ProbeResult> of(Probe probe, ProbeProcess.End end) {
        List<String> refused = end.line("refused") == null ? end.line("failed") : end.line("refused");
        if (refused != null) {
            return List.of(new ProbeResult(probe, Outcome.DIFFERS, refused.get(1), end.exit(), Double.NaN));
        }
        return switch (probe.kind()) {
            case SLOT, TYPE -> List.of(call(probe, end));
            case PAST_END -> List.of(pastEnd(probe, end));
            case SEQUENCE -> steps(probe, end);
        };
    }

    private static ProbeResult call(Probe probe, ProbeProcess.End end) {
        boolean declared = probe.kind() == Probe.Kind.SLOT;
        List<String> returned = end.line("returned");
        List<String> read = end.line("read");
        double millis = returned == null ? Double.NaN : Long.parseLong(returned.get(1)) / 1e6;
        if (end.line("released") != null) {
            String problem = read.get(2);
            Outcome outcome = !declared ? Outcome.SEEN : problem.isEmpty() ? Outcome.EXPECTED : Outcome.DIFFERS;
            return new ProbeResult(probe, outcome, withProblem(read.get(1), problem), end.exit(), millis);
        }
        String where = read != null
                ? "after it had returned " + withProblem(read.get(1), read.get(2)) + ": "
                : returned != null
                        ? "what it returned cannot be read: "
                        : end.line("calling") != null ? "" : "before the call: ";
        return new ProbeResult(probe, ended(end, declared), where + words(end), end.exit(), millis);
    }

    private static ProbeResult pastEnd(Probe probe, ProbeProcess.End end) {
        List<String> notCalled = end.line("not-called");
        if (notCalled != null) {
            return new ProbeResult(probe, Outcome.NOT_CALLED, notCalled.get(1), end.exit(), Double.NaN);
        }
        List<String> step = end.line("step");
        String what = step == null ? "" : step.get(1) + ": ";
        List<String> value = end.line("value");
        return value != null
                ? new ProbeResult(probe, Outcome.SEEN, what + value.get(1), end.exit(), Double.NaN)
                : new ProbeResult(probe, ended(end, false), what + words(end), end.exit(), Double.NaN);
    }

    private static List<ProbeResult> steps(Probe probe, ProbeProcess.End end) {
        List<ProbeResult> results = new ArrayList<>();
        String step = null;
        for (List<String> line : end.lines()) {
            if (line.getFirst().equals("step")) {
                step = line.get(1);
            } else if (line.getFirst().equals("value") && step != null) {
                results.add(new ProbeResult(named(probe, step), line.get(2).isEmpty() ? Outcome.SEEN : Outcome.DIFFERS,
                        withProblem(line.get(1), line.get(2)), "-", Double.NaN));
                step = null;
            }
        }
        if (step != null || end.timedOut() || !end.crash().isEmpty()) {
            results.add(new ProbeResult(named(probe, step == null ? "its end" : step), ended(end, true), words(end),
                    end.exit(), Double.NaN));
        }
        return results;
    }

    private static Probe named(Probe probe, String step) {
        return new Probe(probe.kind(), probe.slot(), probe.name(), step, probe.type(), "");
    }

    private static Outcome ended(ProbeProcess.End end, boolean matters) {
        if (end.timedOut()) {
            return matters ? Outcome.TIMED_OUT : Outcome.SEEN;
        }
        return matters ? Outcome.CRASHED : Outcome.SEEN_TO_CRASH;
    }

    private static String words(ProbeProcess.End end) {
        return end.timedOut() ? "no answer in time" : end.crash().isEmpty() ? "its process ended" : end.crash();
    }

    private static String withProblem(String value, String problem) {
        return problem.isEmpty()
                ? value
                : value.isEmpty() ? problem : value + " (" + problem + ")";
    }
}
