package io.github.spout4j.proof.model;

/**
 * The named mutex ({@code kernel.posix.PosixMutex}): processes acquire and release it for ever, and each may be killed anywhere,
 * or give up waiting. Sleeps in the kernel compare the word and end when woken; those for a hand-off (2 ms) end by themselves,
 * as does every one with patience (17 ms).
 */
final class MutexModel implements Model {
    /** What a test does wrong. */
    enum Mistake {
        NONE, TAKES_WITHOUT_COMPARING, WAKES_NOBODY, ABANDONED_IS_FREE, FORGETS_OTHERS
    }

    private static final int FREE = 0;
    private static final int ABANDONED = 1;
    private static final int CONTENDED = 8;
    private static final int FIRST_TOKEN = 2;

    private static final int WORD = 0;
    /** An owner was killed, and nobody was told yet. */
    private static final int UNTOLD = 1;
    private static final int WRONG = 2;
    private static final int PROCESSES = 3;

    private static final int AT = 0;
    private static final int SEEN = 1;
    private static final int FIRST = 2;
    private static final int WAITED = 3;
    private static final int HAND_OFF_ENDED = 4;
    private static final int CELLS = 5;

    private static final String[] PLACES = {"idle", "looking", "deciding", "asking", "going to sleep", "asleep",
            "owner",
            "contended", "released", "alone", "killed"};
    private static final int IDLE = 0;
    private static final int LOOK = 1;
    private static final int DECIDE = 2;
    private static final int ASK = 3;
    private static final int DROWSY = 4;
    private static final int ASLEEP = 5;
    private static final int OWNER = 6;
    private static final int CONTENDED_RELEASE = 7;
    private static final int RELEASED = 8;
    private static final int ALONE = 9;
    private static final int KILLED = 10;

    private static final int TOLD_WRONGLY = 1;
    private static final int NOT_TOLD = 2;

    private final int processes;
    private final Mistake mistake;

    MutexModel(int processes, Mistake mistake) {
        this.processes = processes;
        this.mistake = mistake;
    }

    @Override
    public String name() {
        return "the named mutex, " + processes + " processes";
    }

    @Override
    public State start() {
        return new State(PROCESSES + processes * CELLS);
    }

    @Override
    public void moves(State state, Moves moves) {
        for (int process = 0; process < processes; process++) {
            int at = place(state, process);
            if (at != KILLED) {
                moves.add(Moves.Kind.CHANCE, process, "is killed", kill(state, process));
                move(state, process, at, moves);
            }
        }
    }

    private void move(State state, int process, int at, Moves moves) {
        int word = state.get(WORD);
        int token = FIRST_TOKEN + process;
        switch (at) {
            case IDLE -> moves.add(Moves.Kind.CHANCE, process, "acquire: compareAndSet(FREE, token)",
                    word == FREE ? own(state, process, token) : to(state, process, LOOK));
            case LOOK -> moves.add(Moves.Kind.STEP, process, "acquireContended: state()",
                    let(to(state, process, DECIDE), process, SEEN, word));
            case DECIDE -> decide(state, process, moves);
            case ASK -> {
                int seen = cell(state, process, SEEN);
                State next = to(state, process, word == seen ? DROWSY : LOOK);
                moves.add(Moves.Kind.STEP, process, "acquireContended: compareAndSet(seen, CONTENDED too)",
                        word == seen ? next.set(WORD, seen | CONTENDED) : next);
            }
            case DROWSY -> sleep(state, process, moves);
            case ASLEEP -> {
                boolean handOff = holder(cell(state, process, SEEN)) == FREE;
                State next = let(to(state, process, LOOK), process, HAND_OFF_ENDED, 1);
                moves.add(handOff ? Moves.Kind.STEP : Moves.Kind.PATIENCE, process, "WordWait.await: time is over",
                        next);
            }
            case OWNER -> moves.add(Moves.Kind.STEP, process, "release: compareAndSet(token, FREE)",
                    word == token
                            ? to(state, process, IDLE).set(WORD, FREE)
                            : to(state, process, CONTENDED_RELEASE));
            case CONTENDED_RELEASE -> moves.add(Moves.Kind.STEP, process, "release: FREE | CONTENDED",
                    to(state, process, RELEASED).set(WORD, FREE | CONTENDED));
            case RELEASED -> wake(state, process, moves);
            default -> moves.add(Moves.Kind.STEP, process, "release: compareAndSet(FREE | CONTENDED, FREE)",
                    to(state, process, IDLE).set(WORD, word == (FREE | CONTENDED) ? FREE : word));
        }
    }

    private void decide(State state, int process, Moves moves) {
        int seen = cell(state, process, SEEN);
        int holder = holder(seen);
        boolean first = cell(state, process, FIRST) == 1;
        if (seen == FREE || holder == ABANDONED || seen == CONTENDED && first) {
            int others = cell(state, process, WAITED) == 1 ? CONTENDED : seen & CONTENDED;
            others = mistake == Mistake.FORGETS_OTHERS ? FREE : others;
            boolean same = state.get(WORD) == seen || mistake == Mistake.TAKES_WITHOUT_COMPARING;
            moves.add(Moves.Kind.STEP, process, "acquireContended: compareAndSet(seen, token)",
                    same ? own(state, process, FIRST_TOKEN + process | others) : to(state, process, LOOK));
            return;
        }
        moves.add(Moves.Kind.CHANCE, process, "acquireContended: TIMED_OUT", rest(to(state, process, IDLE), process));
        if (holder != FREE && place(state, holder - FIRST_TOKEN) == KILLED) {
            int left = (mistake == Mistake.ABANDONED_IS_FREE ? FREE : ABANDONED) | CONTENDED;
            State next = to(state, process, LOOK);
            moves.add(Moves.Kind.PATIENCE, process,
                    "acquireContended: ProcessToken.dead, compareAndSet(seen, ABANDONED)",
                    state.get(WORD) == seen ? next.set(WORD, left) : next);
        }
        moves.add(Moves.Kind.STEP, process, "acquireContended: will wait",
                to(state, process, (seen & CONTENDED) == 0 ? ASK : DROWSY));
    }

    private void sleep(State state, int process, Moves moves) {
        int expected = cell(state, process, SEEN) | CONTENDED;
        boolean handOff = holder(expected) == FREE;
        State next = state.get(WORD) == expected ? to(state, process, ASLEEP) : to(state, process, LOOK);
        let(next, process, FIRST, handOff ? cell(state, process, HAND_OFF_ENDED) : 1);
        let(next, process, WAITED, 1);
        moves.add(Moves.Kind.STEP, process, "WordWait.await", next);
    }

    private void wake(State state, int process, Moves moves) {
        boolean any = false;
        for (int other = 0; other < processes && mistake != Mistake.WAKES_NOBODY; other++) {
            if (place(state, other) == ASLEEP) {
                any = true;
                State next = to(to(state, process, IDLE), other, LOOK);
                moves.add(Moves.Kind.STEP, process, "release: WordWait.wake, of process " + other,
                        let(next, other, FIRST, 1));
            }
        }
        if (!any) {
            moves.add(Moves.Kind.STEP, process, "release: WordWait.wake, of nobody", to(state, process, ALONE));
        }
    }

    /** It has the mutex; what it is told has to be so. */
    private static State own(State state, int process, int word) {
        boolean told = holder(state.get(WORD)) == ABANDONED;
        State next = rest(to(state, process, OWNER).set(WORD, word).set(UNTOLD, 0), process);
        if (told != (state.get(UNTOLD) == 1)) {
            next.set(WRONG, told ? TOLD_WRONGLY : NOT_TOLD);
        }
        return next;
    }

    private static State kill(State state, int process) {
        State next = rest(to(state, process, KILLED), process);
        return holder(state.get(WORD)) == FIRST_TOKEN + process ? next.set(UNTOLD, 1) : next;
    }

    private static State rest(State changed, int process) {
        for (int cell = SEEN; cell < CELLS; cell++) {
            let(changed, process, cell, 0);
        }
        return changed;
    }

    @Override
    public String broken(State state) {
        int owners = 0;
        for (int process = 0; process < processes; process++) {
            int at = place(state, process);
            owners += at == OWNER || at == CONTENDED_RELEASE ? 1 : 0;
        }
        if (owners > 1) {
            return owners + " own the mutex";
        }
        return switch (state.get(WRONG)) {
            case TOLD_WRONGLY -> "abandoned is told though no owner was killed since";
            case NOT_TOLD -> "an owner was killed, and the next one is not told";
            default -> null;
        };
    }

    @Override
    public boolean settled(State state) {
        for (int process = 0; process < processes; process++) {
            int at = place(state, process);
            if (at != IDLE && at != KILLED) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean unharmed(State state) {
        for (int process = 0; process < processes; process++) {
            if (place(state, process) == KILLED) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String text(State state) {
        StringBuilder text = new StringBuilder("word ").append(holder(state.get(WORD)))
                .append((state.get(WORD) & CONTENDED) != 0 ? " contended" : "");
        for (int process = 0; process < processes; process++) {
            text.append(", ").append(process).append(' ').append(PLACES[place(state, process)]);
        }
        return text.toString();
    }

    private static int holder(int word) {
        return word & ~CONTENDED;
    }

    private static int place(State state, int process) {
        return cell(state, process, AT);
    }

    private static int cell(State state, int process, int cell) {
        return state.get(PROCESSES + process * CELLS + cell);
    }

    private static State let(State changed, int process, int cell, int value) {
        return changed.set(PROCESSES + process * CELLS + cell, value);
    }

    private static State to(State state, int process, int place) {
        return let(state.copy(), process, AT, place);
    }
}
