package io.github.spout4j.proof.chaos;

import io.github.spout4j.proof.chaos.Judge.Judged;
import io.github.spout4j.proof.chaos.Kind.Needs;
import io.github.spout4j.proof.chaos.Ledger.Count;
import io.github.spout4j.proof.report.Outcome;
import io.github.spout4j.proof.report.Plot;
import io.github.spout4j.proof.report.Promise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the chaos has shown. */
final class Verdict {
    /** What the issue promises: nobody waits longer for anybody. */
    private static final long MOST_NANOS = 100_000_000;
    private static final double A_MILLI = 1e6;
    private static final double A_SECOND = 1e9;
    private static final int SHOWN = 3;
    private static final int MOST_OF_FRAMES = 1000;
    private static final int MOST_OF_DIRECTORY = 100;
    private static final int MOST_TOLD = 50;

    private final ChaosPlan plan;
    private final ChaosCount count;
    private final Judge judge;
    private final Collection<String> said;
    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** @param said what programs printed */
    Verdict(ChaosPlan plan, ChaosCount count, Collection<String> said) {
        this.plan = plan;
        this.count = count;
        this.said = said;
        judge = new Judge(plan, count.lives());
    }

    /**
     * What was seen in all.
     *
     * @param names that are listed when all programs have ended
     * @param files of objects that are there then
     */
    Outcome outcome(List<String> names, List<String> files) {
        long frames = count.sum(Count.RECEIVED);
        long torn = count.sum(Count.TORN);
        promises.add(new Promise("no frame is torn", torn + " (" + frames + " frames, every pixel compared)",
                torn == 0 && frames > 0));
        none("no frame comes after a newer one", count.sum(Count.BACKWARDS), frames + " frames");
        within("999 of 1000 calls for frames wait for nobody longer than what was asked and 100 ms, beyond what one who stood still had locked",
                Needs.FRAMES, count.sum(Count.FRAME_CALLS), MOST_OF_FRAMES);
        within("99 of 100 calls of the directory, opens and closes wait no longer than 100 ms, beyond that",
                Needs.DIRECTORY, count.sum(Count.DIRECTORY_CALLS), MOST_OF_DIRECTORY);
        exceptions();
        none("nothing is listed but senders that there are", count.sum(Count.STRANGE_NAMES),
                count.sum(Count.LISTS) + " lists");
        none("all programs that nobody killed end by themselves", count.unclean(),
                count.starts() - count.kills() + " programs");
        none("no name stays", names.size() + files.size(), "names and objects at the end"
                + Stream.concat(names.stream(), files.stream()).limit(SHOWN).map(name -> ", " + name)
                        .collect(Collectors.joining()));
        none("everything was written down", count.lives().stream().filter(LifeRecord::full).count(),
                "programs with more than there was place for");
        figures();
        return new Outcome("chaos",
                String.format(Locale.ROOT,
                        "%d programs send, receive and list; every 200 ms one is killed, stopped, continued or started, some in the midst of a step: "
                                + "%d killed, %d stopped, %d kept at %d points, for %.0f s",
                        ChaosPlan.slots(), count.kills(), count.stops(),
                        count.pauses().values().stream().mapToInt(Integer::intValue).sum(), count.pauses().size(),
                        count.seconds().isEmpty() ? 0 : count.seconds().getLast()),
                promises, figures, List.of(framesASecond(), stalls()));
    }

    private void none(String text, long seen, String of) {
        promises.add(new Promise(text, seen + " (" + of + ")", seen == 0));
    }

    private List<Judged> all(Needs needs) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.needs == needs)
                .flatMap(kind -> judge.all(kind).stream()).toList();
    }

    /** @param most of how many calls one may take longer: the machine holds up threads of which no metronome tells */
    private void within(String text, Needs needs, long of, long most) {
        List<Judged> calls = all(needs);
        long longer = calls.stream().filter(call -> call.corrected() > MOST_NANOS).count();
        promises.add(Promise.timed(text,
                String.format("%d of %d took longer, %s; without that correction %d, %s", longer, of,
                        longest(calls, Judged::corrected),
                        calls.stream().filter(call -> call.own() > MOST_NANOS).count(), longest(calls, Judged::own)),
                longer * most <= of));
    }

    private static String longest(List<Judged> calls, ToLongFunction<Judged> length) {
        return calls.stream().max(Comparator.comparingLong(length))
                .map(call -> String.format(Locale.ROOT, "the longest %.0f ms, %s", length.applyAsLong(call) / A_MILLI,
                        call.span().kind().text))
                .orElse("all below 20 ms");
    }

    private void exceptions() {
        long frames = all(Needs.FRAMES).stream().filter(call -> call.span().threw()).count();
        List<Judged> refused = all(Needs.DIRECTORY).stream().filter(call -> call.span().threw()).toList();
        long unexplained = refused.stream().filter(call -> !call.explained()).count();
        none("no exception reaches a program that sends or receives", frames,
                count.sum(Count.FRAME_CALLS) + " calls for frames");
        promises.add(Promise.timed(
                "nor one that opens, closes or lists, but where one that stood still had locked what it needs",
                unexplained + ", and " + (refused.size() - unexplained) + " refused for such a lock",
                unexplained == 0));
    }

    private void figures() {
        figures.put("killed", count.kills());
        figures.put("stopped", count.stops());
        figures.put("started", count.starts());
        figures.put("framesSent", count.sum(Count.SENT));
        figures.put("framesReceived", count.sum(Count.RECEIVED));
        figures.put("framesCalled", count.sum(Count.FRAME_CALLS));
        figures.put("directoryCalled", count.sum(Count.DIRECTORY_CALLS));
        figures.put("sendersUnderAnotherName", judge.all(Kind.OTHER_NAME).size());
        count.pauses().forEach((point, times) -> figures.put("keptAt " + point, times));
        for (Kind kind : Kind.values()) {
            if (kind.needs != Needs.NOTHING || kind == Kind.GAP) {
                figures.put("longest ms of: " + kind.text + " (raw, own, corrected)",
                        String.format(Locale.ROOT, "%.0f, %.0f, %.0f", most(kind, Judged::raw) / A_MILLI,
                                most(kind, Judged::own) / A_MILLI, most(kind, Judged::corrected) / A_MILLI));
            }
        }
        figures.put("tooLong",
                Arrays.stream(Kind.values()).filter(kind -> kind.needs != Needs.NOTHING || kind == Kind.GAP)
                        .flatMap(kind -> judge.all(kind).stream())
                        .filter(call -> call.corrected() > MOST_NANOS).limit(MOST_TOLD).map(this::told).toList());
        figures.put("said", said.stream().map(line -> line.replace(plan.run(), "RUN").replaceAll("[0-9]{4,}", "N"))
                .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting())).toString());
    }

    private String told(Judged call) {
        return String.format(Locale.ROOT,
                "%s of sender %d, %.3f s after the start: %.0f ms, %.0f of its own, %.0f corrected",
                call.span().kind().text, call.span().sender(), (call.span().begin() - plan.start()) / A_SECOND,
                call.raw() / A_MILLI, call.own() / A_MILLI, call.corrected() / A_MILLI);
    }

    private long most(Kind kind, ToLongFunction<Judged> length) {
        return judge.all(kind).stream().mapToLong(length).max().orElse(0);
    }

    private Plot framesASecond() {
        List<Double> seconds = count.seconds();
        List<Double> frames = count.frames();
        int points = Math.max(0, seconds.size() - 1);
        double[] times = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = seconds.get(i + 1);
            values[i] = (frames.get(i + 1) - frames.get(i)) / (seconds.get(i + 1) - seconds.get(i));
        }
        return new Plot("frames received a second, by all", List.of(new Plot.Line("all", times, values)));
    }

    private Plot stalls() {
        return new Plot("calls over 20 ms, without what stood still, ms",
                List.of(line("frames", all(Needs.FRAMES)), line("directory", all(Needs.DIRECTORY))));
    }

    private Plot.Line line(String name, List<Judged> calls) {
        List<Judged> sorted = calls.stream().sorted(Comparator.comparingLong(call -> call.span().end())).toList();
        return new Plot.Line(name,
                sorted.stream().mapToDouble(call -> (call.span().end() - plan.start()) / A_SECOND).toArray(),
                sorted.stream().mapToDouble(call -> call.corrected() / A_MILLI).toArray());
    }
}
