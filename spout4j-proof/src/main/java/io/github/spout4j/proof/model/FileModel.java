package io.github.spout4j.proof.model;

/**
 * The life of one named object's file ({@code kernel.posix.ObjectDirectory}, {@code ObjectFile}, {@code DirectoryLock}): processes open
 * or create it, let go with the directory's lock or without, and sweep; each may be killed anywhere, and its locks go one by one, in any order.
 */
final class FileModel implements Model {
    /** What a test does wrong. */
    enum Mistake {
        NONE, NO_DIRECTORY_LOCK, REMOVES_WHAT_OTHERS_HOLD, HOLDS_AFTER_UNLOCKING, EXPECTS_NO_DYING
    }

    private static final int NONE = 0;
    private static final int SHARED = 1;
    private static final int EXCLUSIVE = 2;

    private static final int DIRECTORY_LOCK = 0;
    private static final int NAMED = 1;
    private static final int WRONG = 2;
    private static final int HARMED = 3;
    private static final int FILES = 4;

    private static final int AT = 0;
    private static final int FILE = 1;
    private static final int LOCK = 2;
    private static final int AIM = 3;
    private static final int CELLS = 4;

    private static final int IDLE = 0;
    private static final int KILLED = 1;
    private static final int DYING = 2;
    private static final int LOCKING = 3;
    private static final int LOCKED = 4;
    private static final int FOUND = 5;
    private static final int LEFTOVER = 6;
    private static final int HOLDING = 7;
    private static final int CREATING = 8;
    private static final int CREATED = 9;
    private static final int HELD = 10;
    private static final int LEAVING = 11;
    private static final int REMOVING = 12;
    private static final int UNLOCKING = 13;
    private static final int MAKING = 14;
    private static final String[] PLACES = {"idle", "killed", "dying", "locking", "locked", "found", "leftover",
            "holding", "creating", "created", "holds", "leaving", "removing", "unlocking", "making"};

    private static final int ATTACH = 1;
    private static final int DETACH = 2;
    private static final int SWEEP = 3;
    /** A sweep that began when nobody had the file. */
    private static final int LONE_SWEEP = 4;

    private static final int EXISTS = 1;
    private static final int NOT_MADE = 2;
    private static final int LOCKED_OUT = 3;
    private static final int STAYS = 4;
    private static final String[] WRONGS = {null, "create fails as the file exists", "a file is held that is not made",
            "a file is locked exclusively by who does not have the directory", "a file stays after a sweep"};

    private final int processes;
    private final Mistake mistake;
    private final int base;

    FileModel(int processes, Mistake mistake) {
        this.processes = processes;
        this.mistake = mistake;
        base = FILES + processes + 2;
    }

    @Override
    public String name() {
        return "the file of a named object, " + processes + " processes";
    }

    @Override
    public State start() {
        return new State(base + processes * CELLS);
    }

    @Override
    public void moves(State state, Moves moves) {
        for (int process = 0; process < processes; process++) {
            int at = of(state, process, AT);
            if (at == DYING) {
                die(state, process, moves);
            } else if (at != KILLED) {
                moves.add(Moves.Kind.CHANCE, process, "is killed", to(state, process, DYING).set(HARMED, 1));
                move(state, process, at, moves);
            }
        }
    }

    private void die(State state, int process, Moves moves) {
        boolean locks = state.get(DIRECTORY_LOCK) == process + 1;
        boolean holds = of(state, process, FILE) != 0;
        if (locks) {
            State next = state.copy().set(DIRECTORY_LOCK, 0);
            moves.add(Moves.Kind.STEP, process, "its lock of the directory goes", next);
        }
        if (holds) {
            moves.add(Moves.Kind.STEP, process, "its file is closed", closed(state, process, DYING));
        }
        if (!locks && !holds) {
            moves.add(Moves.Kind.STEP, process, "is gone", let(to(state, process, KILLED), process, AIM, 0));
        }
    }

    private void move(State state, int process, int at, Moves moves) {
        int file = of(state, process, FILE);
        int aim = of(state, process, AIM);
        switch (at) {
            case IDLE -> {
                moves.add(Moves.Kind.CHANCE, process, "attach", aimed(state, process, ATTACH));
                moves.add(Moves.Kind.CHANCE, process, "sweep", aimed(state, process, SWEEP));
            }
            case HELD -> {
                moves.add(Moves.Kind.CHANCE, process, "detach", aimed(state, process, DETACH));
                moves.add(Moves.Kind.CHANCE, process, "detach: abandon, as the directory is not to be had",
                        closed(state, process, IDLE));
            }
            case LOCKING -> {
                boolean ignores = mistake == Mistake.NO_DIRECTORY_LOCK;
                if (ignores || state.get(DIRECTORY_LOCK) == 0) {
                    State next = to(state, process, aim == DETACH ? LEAVING : LOCKED);
                    moves.add(Moves.Kind.STEP, process, "DirectoryLock.take",
                            ignores ? next : next.set(DIRECTORY_LOCK, process + 1));
                }
            }
            case LOCKED -> {
                int named = state.get(NAMED);
                int missing = aim == SWEEP ? UNLOCKING : CREATING;
                State next = let(to(state, process, named == 0 ? missing : FOUND), process, FILE, named);
                boolean lone = aim == SWEEP && !anybody(state);
                moves.add(Moves.Kind.STEP, process, aim == SWEEP ? "ObjectFile.sweep: open" : "ObjectFile.open: open",
                        lone ? let(next, process, AIM, LONE_SWEEP) : next);
            }
            case FOUND -> {
                boolean held = lockedByOthers(state, process, SHARED);
                State next = let(to(state, process, LEFTOVER), process, LOCK, EXCLUSIVE);
                State kept = aim >= SWEEP ? closed(state, process, UNLOCKING) : to(state, process, HOLDING);
                moves.add(Moves.Kind.STEP, process, "ObjectFile.open or sweep: flock(LOCK_EX)", held ? kept : next);
            }
            case LEFTOVER -> moves.add(Moves.Kind.STEP, process, "ObjectFile.open or sweep: unlink the leftover",
                    closed(state.copy().set(NAMED, 0), process, aim >= SWEEP ? UNLOCKING : CREATING));
            case HOLDING -> hold(state, process, moves);
            case CREATING -> create(state, process, moves);
            case CREATED -> moves.add(Moves.Kind.STEP, process, "ObjectFile.create: flock(LOCK_SH)",
                    let(to(state, process, MAKING), process, LOCK, SHARED));
            case MAKING -> moves.add(Moves.Kind.STEP, process, "ObjectFile.create: write",
                    to(state, process, UNLOCKING).set(FILES + file, 1));
            case LEAVING -> {
                boolean last = !lockedByOthers(state, process, SHARED) || mistake == Mistake.REMOVES_WHAT_OTHERS_HOLD;
                moves.add(Moves.Kind.STEP, process, "letGo: flock(LOCK_EX)",
                        last
                                ? let(to(state, process, REMOVING), process, LOCK, EXCLUSIVE)
                                : closed(state, process, UNLOCKING));
            }
            case REMOVING -> moves.add(Moves.Kind.STEP, process, "letGo: unlink, close",
                    closed(state.copy().set(NAMED, 0), process, UNLOCKING));
            default -> unlock(state, process, moves);
        }
    }

    private void hold(State state, int process, Moves moves) {
        boolean locked = lockedByOthers(state, process, EXCLUSIVE);
        boolean made = state.get(FILES + of(state, process, FILE)) == 1;
        if ((locked || !made) && mistake != Mistake.EXPECTS_NO_DYING) {
            moves.add(Moves.Kind.PATIENCE, process, "ObjectFile.leftover: its holder is dying",
                    to(state, process, FOUND));
            return;
        }
        State next = let(to(state, process, UNLOCKING), process, LOCK, SHARED);
        if (locked) {
            next.set(WRONG, LOCKED_OUT);
        } else if (!made) {
            next.set(WRONG, NOT_MADE);
        }
        moves.add(Moves.Kind.STEP, process, "ObjectFile.open: flock(LOCK_SH)", next);
    }

    private void create(State state, int process, Moves moves) {
        if (state.get(NAMED) != 0) {
            moves.add(Moves.Kind.STEP, process, "ObjectFile.create: open(O_EXCL)", state.copy().set(WRONG, EXISTS));
            return;
        }
        int file = 1;
        while (open(state, file)) {
            file++;
        }
        State next = let(to(state, process, CREATED), process, FILE, file).set(NAMED, file).set(FILES + file, 0);
        if (mistake == Mistake.HOLDS_AFTER_UNLOCKING) {
            next.set(DIRECTORY_LOCK, 0);
        }
        moves.add(Moves.Kind.STEP, process, "ObjectFile.create: open(O_EXCL)", next);
    }

    private void unlock(State state, int process, Moves moves) {
        boolean attached = of(state, process, AIM) == ATTACH;
        State next = let(to(state, process, attached ? HELD : IDLE), process, AIM, 0);
        if (state.get(DIRECTORY_LOCK) == process + 1) {
            next.set(DIRECTORY_LOCK, 0);
        }
        if (of(state, process, AIM) == LONE_SWEEP && state.get(NAMED) != 0) {
            next.set(WRONG, STAYS);
        }
        moves.add(Moves.Kind.STEP, process, "DirectoryLock.close", next);
    }

    /** Whether others have a lock of that kind, or a stronger one, on a process's file. */
    private boolean lockedByOthers(State state, int process, int least) {
        for (int other = 0; other < processes; other++) {
            if (other != process && of(state, other, FILE) == of(state, process, FILE)
                    && of(state, other, LOCK) >= least) {
                return true;
            }
        }
        return false;
    }

    private boolean anybody(State state) {
        for (int process = 0; process < processes; process++) {
            if (of(state, process, FILE) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean open(State state, int file) {
        for (int process = 0; process < processes; process++) {
            if (of(state, process, FILE) == file) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String broken(State state) {
        for (int process = 0; process < processes; process++) {
            if (of(state, process, AT) == HELD && of(state, process, FILE) != state.get(NAMED)) {
                return "process " + process + " holds an object that others do not find by its name";
            }
        }
        return WRONGS[state.get(WRONG)];
    }

    @Override
    public boolean settled(State state) {
        for (int process = 0; process < processes; process++) {
            int at = of(state, process, AT);
            if (at != IDLE && at != KILLED && at != HELD) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean unharmed(State state) {
        return state.get(HARMED) == 0;
    }

    @Override
    public String text(State state) {
        StringBuilder text = new StringBuilder("name -> file ").append(state.get(NAMED));
        for (int process = 0; process < processes; process++) {
            text.append(", ").append(process).append(' ').append(PLACES[of(state, process, AT)]).append(' ')
                    .append(of(state, process, FILE));
        }
        return text.toString();
    }

    private State aimed(State state, int process, int aim) {
        return let(to(state, process, LOCKING), process, AIM, aim);
    }

    private State closed(State state, int process, int place) {
        return let(let(to(state, process, place), process, FILE, 0), process, LOCK, NONE);
    }

    private int of(State state, int process, int cell) {
        return state.get(base + process * CELLS + cell);
    }

    private State let(State changed, int process, int cell, int value) {
        return changed.set(base + process * CELLS + cell, value);
    }

    private State to(State state, int process, int place) {
        return let(state.copy(), process, AT, place);
    }
}
