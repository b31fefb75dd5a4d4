package io.github.spout4j.proof.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Visits all states of a model, those first that take fewest steps. In none may anything be broken, and from each the living must be
 * able to finish what they have begun: by steps alone while nobody was killed, with patience after that.
 */
final class Explorer {
    private static final int NOWHERE = -1;

    private final Model model;
    private final int most;
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private int[] before = new int[1 << 16];
    /** Where moves come from and lead to; steps, and what is done after long waiting. */
    private final Edges steps = new Edges();
    private final Edges patience = new Edges();
    private long moves;

    private Explorer(Model model, int most) {
        this.model = model;
        this.most = most;
    }

    /**
     * Visits them all.
     *
     * @throws IllegalStateException where there are more than {@code most}: then nothing was shown
     */
    static Explored explore(Model model, int most) {
        return new Explorer(model, most).explore();
    }

    private Explored explore() {
        visit(model.start(), NOWHERE);
        for (int at = 0; at < states.size(); at++) {
            State state = states.get(at);
            String broken = model.broken(state);
            if (broken != null) {
                return found(broken, at);
            }
            int from = at;
            model.moves(state, (kind, _, _, next) -> {
                moves++;
                int to = visit(next, from);
                if (kind != Moves.Kind.CHANCE) {
                    (kind == Moves.Kind.STEP ? steps : patience).add(from, to);
                }
            });
        }
        int stuck = stuck(true);
        if (stuck == NOWHERE) {
            stuck = stuck(false);
        }
        return stuck == NOWHERE
                ? new Explored(model.name(), states.size(), moves, null, List.of())
                : found("who lives waits in vain", stuck);
    }

    private int visit(State state, int from) {
        Integer known = numbers.get(state);
        if (known != null) {
            return known;
        }
        int number = states.size();
        if (number == most) {
            throw new IllegalStateException("the model \"" + model.name() + "\" has over " + most + " states");
        }
        numbers.put(state, number);
        states.add(state);
        if (number == before.length) {
            before = Arrays.copyOf(before, 2 * number);
        }
        before[number] = from;
        return number;
    }

    /** The first state from which nothing leads to a settled one; {@link #NOWHERE} where there is none. */
    private int stuck(boolean unharmed) {
        BitSet good = new BitSet(states.size());
        int[] open = new int[states.size()];
        int end = 0;
        for (int at = 0; at < states.size(); at++) {
            if (model.settled(states.get(at))) {
                good.set(at);
                open[end++] = at;
            }
        }
        Edges.Backwards byStep = steps.backwards(states.size());
        Edges.Backwards byPatience = unharmed ? null : patience.backwards(states.size());
        for (int at = 0; at < end; at++) {
            end = byStep.mark(open[at], good, open, end);
            end = byPatience == null ? end : byPatience.mark(open[at], good, open, end);
        }
        for (int at = 0; at < states.size(); at++) {
            if (!good.get(at) && (!unharmed || model.unharmed(states.get(at)))) {
                return at;
            }
        }
        return NOWHERE;
    }

    private Explored found(String broken, int at) {
        List<Integer> way = new ArrayList<>();
        for (int on = at; on != NOWHERE; on = before[on]) {
            way.addFirst(on);
        }
        List<String> trace = new ArrayList<>();
        trace.add(model.text(model.start()));
        for (int i = 1; i < way.size(); i++) {
            State to = states.get(way.get(i));
            List<String> what = new ArrayList<>();
            model.moves(states.get(way.get(i - 1)), (_, process, move, next) -> {
                if (what.isEmpty() && next.equals(to)) {
                    what.add("process " + process + ": " + move + " -> " + model.text(next));
                }
            });
            trace.addAll(what);
        }
        return new Explored(model.name(), states.size(), moves, broken, trace);
    }
}
