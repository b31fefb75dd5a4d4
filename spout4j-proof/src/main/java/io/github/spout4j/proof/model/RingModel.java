package io.github.spout4j.proof.model;

/**
 * The ring of frames ({@code ring.RingWriter}, {@code FreeSlots}, {@code RingReader}, {@code RingLoans}, {@code protocol.RingControl}): a sender,
 * the next one of its name, and receivers, each of which may be killed anywhere. Every access to shared words is a step of its own, and so
 * is the begin and the end of writing pixels. A frame is 16 × its number + 4 × its memory + its slot.
 */
final class RingModel implements Model {
    /** What a test does wrong. */
    enum Mistake {
        NONE, HOLDS_WITHOUT_LOOKING_AGAIN, PUBLISHES_BEFORE_WRITING, TAKES_BACK_FROM_THE_LIVING, TAKES_BACK_THE_NEWEST,
        WRITES_TO_THE_NEWEST, RELEASES_BEFORE_READING, LOSES_NUMBERS
    }

    private static final int MEMORIES = 4;
    private static final int SLOTS = 4;
    private static final int FIRST_SLOTS = 2;
    /** In a slot whose pixels are being written. */
    private static final int DIRTY = 8;

    private static final int NEWEST = 0;
    private static final int RECEIVERS = 1;
    private static final int COUNT = 2;
    private static final int WRONG = 3;
    private static final int HARMED = 4;
    /** How many memories were made, until their numbers come again. */
    private static final int MADE = 5;
    private static final int SIZES = 6;
    private static final int CONTENTS = SIZES + MEMORIES;
    private static final int SENDERS = CONTENTS + MEMORIES * SLOTS;

    private static final int AT = 0;
    private static final int MEMORY = 1;
    private static final int FORMER = 2;
    private static final int OWN_NEWEST = 3;
    private static final int LAST = 4;
    private static final int NEXT_MEMORY = 5;
    private static final int SLOT = 6;
    private static final int TAKEN = 7;
    private static final int INDEX = 8;
    private static final int LIVING = 9;
    private static final int SEEN = 10;
    private static final int ROUND = 11;
    private static final int LIMIT = 12;
    private static final int SENDER_CELLS = 13;
    private static final int RECEIVER_BASE = SENDERS + 2 * SENDER_CELLS;

    private static final int NOT_YET = 0;
    private static final int DEAD = 1;
    private static final int OPENED = 2;
    private static final int FORGETTING = 3;
    private static final int COUNTING_ON = 4;
    private static final int READY = 5;
    private static final int GROWING = 6;
    private static final int SCANNING = 7;
    private static final int TAKING_BACK = 8;
    private static final int TAKING_BACK_WORD = 9;
    private static final int WRITING = 10;
    private static final int WRITTEN = 11;
    private static final int PUBLISHED = 12;
    private static final int CLOSING = 13;
    private static final int CLOSED = 14;
    private static final String[] SENDER_PLACES = {"not yet", "killed", "opened", "forgetting", "counting on", "ready",
            "growing", "scanning", "taking back", "taking back a word", "writing", "written", "published", "closing",
            "closed"};

    private static final int PLACE = 1;
    private static final int WORD = 2;
    private static final int FRAME = 3;
    private static final int CURRENT = 4;
    private static final int KNOWN = 5;
    private static final int GOT = 6;
    private static final int LENT = 7;
    private static final int RECEIVER_CELLS = 8;

    private static final int MOVING_IN = 2;
    private static final int LOOKING = 3;
    private static final int HOLDING = 4;
    private static final int CLAIMED = 5;
    private static final int HELD = 6;
    private static final int CHECKING = 7;
    private static final int READING = 8;
    private static final int LETTING_GO = 9;
    private static final String[] RECEIVER_PLACES = {"not yet", "killed", "moving in", "looking", "holding", "claimed",
            "held", "checking", "reading", "letting go"};

    private static final int NO_SLOT = 1;
    private static final int BACKWARDS = 2;
    private static final int NOT_THERE = 3;
    private static final String[] WRONGS = {null, "there is no slot in new memory",
            "a frame comes twice, or after a newer one", "a living sender's frame is not where it should be"};

    private final int receivers;
    private final int mostHeld;
    private final int frames;
    private final int sizes;
    private final boolean successor;
    private final Mistake mistake;
    private final int words;

    /**
     * A ring.
     *
     * @param mostHeld  frames that a receiver can hold, 1 or 2: one of two can be lent
     * @param frames    that are sent, by both senders together, at most 7
     * @param sizes     that they have; more than 5: memories' numbers begin again, as often as a sender likes
     * @param successor whether there is a second sender
     */
    RingModel(int receivers, int mostHeld, int frames, int sizes, boolean successor, Mistake mistake) {
        this.receivers = receivers;
        this.mostHeld = mostHeld;
        this.frames = frames;
        this.sizes = sizes;
        this.successor = successor;
        this.mistake = mistake;
        words = RECEIVER_BASE + receivers * RECEIVER_CELLS;
    }

    @Override
    public String name() {
        return "the ring, " + receivers + (receivers == 1 ? " receiver" : " receivers") + " with " + mostHeld
                + " held, " + frames + " frames of " + sizes + (sizes == 1 ? " size" : " sizes")
                + (successor ? ", two senders" : "");
    }

    @Override
    public State start() {
        return new State(words + receivers * mostHeld);
    }

    @Override
    public void moves(State state, Moves moves) {
        for (int sender = 0; sender < (successor ? 2 : 1); sender++) {
            if (at(state, sender) != DEAD && at(state, sender) != NOT_YET && at(state, sender) != CLOSED) {
                moves.add(Moves.Kind.CHANCE, sender, "sender is killed",
                        dead(state, senderCell(sender, 0), SENDER_CELLS));
            }
            sender(state, sender, moves);
        }
        for (int receiver = 0; receiver < receivers; receiver++) {
            int at = state.get(receiverCell(receiver, AT));
            if (at != DEAD && at != NOT_YET) {
                moves.add(Moves.Kind.CHANCE, 2 + receiver, "receiver is killed",
                        dead(state, receiverCell(receiver, 0), RECEIVER_CELLS));
            }
            receiver(state, receiver, at, moves);
        }
    }

    private void sender(State state, int sender, Moves moves) {
        switch (at(state, sender)) {
            case NOT_YET -> {
                int first = at(state, 0);
                if (sender == 0 || first == DEAD || first == CLOSING || first == CLOSED) {
                    moves.add(Moves.Kind.CHANCE, sender, "RingWriter.open: RingControl.create, FrameCount.ofSender",
                            go(state, sender, OPENED));
                }
            }
            case OPENED -> moves.add(Moves.Kind.STEP, sender, "forgetOldFrames: newest()",
                    let(go(state, sender, FORGETTING), sender, SEEN, state.get(NEWEST)));
            case FORGETTING -> moves.add(Moves.Kind.STEP, sender, "forgetOldFrames: publish(NONE)",
                    go(state, sender, COUNTING_ON).set(NEWEST, 0));
            case COUNTING_ON -> {
                int left = cell(state, sender, SEEN);
                int last = mistake == Mistake.LOSES_NUMBERS ? 0 : Math.max(number(left), state.get(COUNT));
                State next = let(let(go(state, sender, READY), sender, LAST, last), sender, SEEN, 0);
                moves.add(Moves.Kind.STEP, sender, "forgetOldFrames: count.frame()",
                        let(next, sender, NEXT_MEMORY, (memory(left) + 1) % MEMORIES));
            }
            case READY -> ready(state, sender, moves);
            case GROWING -> grow(state, sender, moves);
            case SCANNING -> scan(state, sender, moves);
            case TAKING_BACK -> takeBack(state, sender, moves);
            case TAKING_BACK_WORD -> takeBackWord(state, sender, moves);
            case WRITING -> write(state, sender, moves);
            case WRITTEN -> publish(state, sender, moves);
            case PUBLISHED -> count(state, sender, moves);
            case CLOSING -> {
                State next = wiped(state.copy(), senderCell(sender, 0), SENDER_CELLS);
                moves.add(Moves.Kind.STEP, sender, "close: memory, control, count",
                        tidy(let(next, sender, AT, CLOSED)));
            }
            default -> {
                // it has ended
            }
        }
    }

    private void ready(State state, int sender, Moves moves) {
        int own = cell(state, sender, OWN_NEWEST);
        moves.add(Moves.Kind.CHANCE, sender, "close: retract",
                go(state, sender, CLOSING).set(NEWEST, own == state.get(NEWEST) ? 0 : state.get(NEWEST)));
        if (cell(state, sender, LAST) >= frames) {
            return;
        }
        if (cell(state, sender, MEMORY) != 0) {
            moves.add(Moves.Kind.CHANCE, sender, "begin", beginScan(go(state, sender, SCANNING), sender, 0));
        }
        if (cell(state, sender, MEMORY) == 0 || state.get(MADE) < sizes) {
            State next = let(go(state, sender, GROWING), sender, SLOT, FIRST_SLOTS);
            moves.add(Moves.Kind.CHANCE, sender, "begin, another size", let(next, sender, ROUND, 0));
        }
    }

    private State beginScan(State changed, int sender, int round) {
        int own = cell(changed, sender, OWN_NEWEST);
        boolean here = own != 0 && memory(own) == cell(changed, sender, MEMORY) - 1
                && mistake != Mistake.WRITES_TO_THE_NEWEST;
        let(changed, sender, TAKEN, here ? 1 << slot(own) : 0);
        let(changed, sender, INDEX, 0);
        let(changed, sender, LIMIT, changed.get(RECEIVERS) * mostHeld);
        let(changed, sender, SLOT, 0);
        return let(changed, sender, ROUND, round);
    }

    private void grow(State state, int sender, Moves moves) {
        int number = cell(state, sender, NEXT_MEMORY);
        for (int tries = 0; exists(state, number) && tries < MEMORIES; tries++) {
            number = (number + 1) % MEMORIES;
        }
        int size = cell(state, sender, SLOT);
        int now = cell(state, sender, MEMORY);
        State next = go(state, sender, SCANNING).set(SIZES + number, size);
        next.set(MADE, Math.min(state.get(MADE) + 1, MEMORIES + 1));
        if (cell(state, sender, FORMER) == 0) {
            let(next, sender, FORMER, now);
        }
        let(next, sender, MEMORY, number + 1);
        let(next, sender, NEXT_MEMORY, (number + 1) % MEMORIES);
        int round = cell(state, sender, ROUND);
        moves.add(Moves.Kind.STEP, sender, "replace: RingMemory.create " + number + ", " + size + " slots",
                tidy(beginScan(next, sender, round == 0 ? 0 : 2)));
    }

    private void scan(State state, int sender, Moves moves) {
        int index = cell(state, sender, INDEX);
        int memory = cell(state, sender, MEMORY) - 1;
        if (index < cell(state, sender, LIMIT)) {
            int held = state.get(words + index);
            boolean here = held != 0 && memory(held) == memory && slot(held) < state.get(SIZES + memory);
            State next = let(state.copy(), sender, INDEX, index + 1);
            moves.add(Moves.Kind.STEP, sender, "FreeSlots.find: held " + index,
                    here ? let(next, sender, TAKEN, cell(state, sender, TAKEN) | 1 << slot(held)) : next);
            return;
        }
        int slot = Integer.numberOfTrailingZeros(~cell(state, sender, TAKEN));
        State next = let(let(state.copy(), sender, INDEX, 0), sender, TAKEN, 0);
        let(next, sender, LIMIT, 0);
        int round = cell(state, sender, ROUND);
        if (slot < state.get(SIZES + memory)) {
            let(let(next, sender, SLOT, slot), sender, ROUND, 0);
            let(next, sender, LIVING, 0);
            if (mistake == Mistake.PUBLISHES_BEFORE_WRITING) {
                next.set(NEWEST, frame(cell(state, sender, LAST) + 1, memory, slot));
            }
            int content = CONTENTS + memory * SLOTS + slot;
            moves.add(Moves.Kind.STEP, sender, "begin: slot " + slot + ", writes",
                    let(next, sender, AT, WRITING).set(content, next.get(content) | DIRTY));
        } else if (round == 0) {
            let(next, sender, LIVING, 0);
            moves.add(Moves.Kind.STEP, sender, "makeRoom",
                    let(let(next, sender, AT, TAKING_BACK), sender, LIMIT, state.get(RECEIVERS)));
        } else if (round == 1) {
            int most = Math.max(cell(state, sender, LIVING) * mostHeld + 2, FIRST_SLOTS);
            let(next, sender, LIVING, 0);
            let(next, sender, SLOT, Math.clamp(state.get(SIZES + memory) * 2L, 1, most));
            moves.add(Moves.Kind.STEP, sender, "makeRoom: more slots", let(next, sender, AT, GROWING));
        } else {
            moves.add(Moves.Kind.STEP, sender, "makeRoom: none", next.set(WRONG, NO_SLOT));
        }
    }

    private void takeBack(State state, int sender, Moves moves) {
        int place = cell(state, sender, INDEX);
        if (place == cell(state, sender, LIMIT)) {
            moves.add(Moves.Kind.STEP, sender, "makeRoom: find again",
                    beginScan(go(state, sender, SCANNING), sender, 1));
            return;
        }
        boolean taken = taken(state, place) && mistake != Mistake.TAKES_BACK_FROM_THE_LIVING;
        State next = taken
                ? let(let(state.copy(), sender, INDEX, place + 1), sender, LIVING, cell(state, sender, LIVING) + 1)
                : let(go(state, sender, TAKING_BACK_WORD), sender, SLOT, 0);
        moves.add(Moves.Kind.STEP, sender, "takeBack: isTaken " + place, next);
    }

    private void takeBackWord(State state, int sender, Moves moves) {
        int place = cell(state, sender, INDEX);
        int word = cell(state, sender, SLOT);
        int seen = cell(state, sender, SEEN);
        if (word == mostHeld) {
            moves.add(Moves.Kind.STEP, sender, "takeBack: next",
                    let(let(go(state, sender, TAKING_BACK), sender, INDEX, place + 1), sender, SLOT, 0));
            return;
        }
        int at = words + place * mostHeld + word;
        boolean newestToo = mistake == Mistake.TAKES_BACK_THE_NEWEST;
        if (seen == 0) {
            int held = state.get(at);
            boolean take = held != 0 && (newestToo || held != cell(state, sender, OWN_NEWEST));
            State next = state.copy();
            moves.add(Moves.Kind.STEP, sender, "takeBack: held",
                    take ? let(next, sender, SEEN, held) : let(next, sender, SLOT, word + 1));
            return;
        }
        State next = let(let(state.copy(), sender, SEEN, 0), sender, SLOT, word + 1);
        moves.add(Moves.Kind.STEP, sender, "takeBack: compareAndSet(frame, NONE)",
                state.get(at) == seen ? next.set(at, 0) : next);
    }

    private void write(State state, int sender, Moves moves) {
        int memory = cell(state, sender, MEMORY) - 1;
        int slot = cell(state, sender, SLOT);
        int number = cell(state, sender, LAST) + 1;
        moves.add(Moves.Kind.STEP, sender, "publish: describe",
                go(state, sender, WRITTEN).set(CONTENTS + memory * SLOTS + slot, number));
        moves.add(Moves.Kind.CHANCE, sender, "abort", let(go(state, sender, READY), sender, SLOT, 0));
    }

    private void publish(State state, int sender, Moves moves) {
        int frame = frame(cell(state, sender, LAST) + 1, cell(state, sender, MEMORY) - 1, cell(state, sender, SLOT));
        State next = let(let(go(state, sender, PUBLISHED), sender, OWN_NEWEST, frame), sender, SLOT, 0);
        moves.add(Moves.Kind.STEP, sender, "publish: newest", next.set(NEWEST, frame));
    }

    private void count(State state, int sender, Moves moves) {
        int counted = Math.max(state.get(COUNT) + 1, cell(state, sender, LAST) + 1);
        State next = let(let(go(state, sender, READY), sender, LAST, counted), sender, FORMER, 0);
        moves.add(Moves.Kind.STEP, sender, "publish: countFrame, former.close", tidy(next.set(COUNT, counted)));
    }

    private void receiver(State state, int receiver, int at, Moves moves) {
        int process = 2 + receiver;
        int frame = of(state, receiver, FRAME);
        int word = words + (of(state, receiver, PLACE) - 1) * mostHeld + of(state, receiver, WORD);
        switch (at) {
            case NOT_YET -> {
                if (controlExists(state)) {
                    int place = 0;
                    while (taken(state, place)) {
                        place++;
                    }
                    State next = step(state, receiver, MOVING_IN);
                    moves.add(Moves.Kind.CHANCE, process, "RingPlace.take: " + place,
                            tell(next, receiver, PLACE, place + 1));
                }
            }
            case MOVING_IN -> moveIn(state, receiver, word, moves);
            case LOOKING -> look(state, receiver, moves);
            case HOLDING -> moves.add(Moves.Kind.STEP, process, "Held.hold: control.hold",
                    step(state, receiver, CLAIMED).set(word, frame));
            case CLAIMED -> {
                boolean mine = state.get(NEWEST) == frame || mistake == Mistake.HOLDS_WITHOUT_LOOKING_AGAIN;
                moves.add(Moves.Kind.STEP, process, "Held.hold: newest() again",
                        step(state, receiver, mine ? HELD : LETTING_GO));
            }
            case HELD -> {
                int memory = memory(frame);
                boolean there = of(state, receiver, CURRENT) == memory + 1 || exists(state, memory);
                State next = step(state, receiver, there ? CHECKING : LETTING_GO);
                moves.add(Moves.Kind.STEP, process, "read: RingMemory.open " + memory,
                        tidy(there ? tell(next, receiver, CURRENT, memory + 1) : next));
            }
            case CHECKING -> check(state, receiver, word, moves);
            case READING -> {
                moves.add(Moves.Kind.STEP, process, "end", step(state, receiver, LETTING_GO));
                if (of(state, receiver, WORD) == 0 && mostHeld > 1 && of(state, receiver, LENT) == 0) {
                    State next = tell(tell(step(state, receiver, LOOKING), receiver, LENT, frame), receiver, FRAME, 0);
                    moves.add(Moves.Kind.CHANCE, process, "keep", next);
                }
            }
            case LETTING_GO -> moves.add(Moves.Kind.STEP, process, "release",
                    tell(tell(step(state, receiver, LOOKING), receiver, FRAME, 0), receiver, WORD, 0).set(word, 0));
            default -> {
                // it was killed
            }
        }
    }

    private void moveIn(State state, int receiver, int word, Moves moves) {
        int index = of(state, receiver, WORD);
        State next = state.copy();
        if (index < mostHeld) {
            moves.add(Moves.Kind.STEP, 2 + receiver, "moveIn: release " + index,
                    tell(next, receiver, WORD, index + 1).set(word, 0));
            return;
        }
        next.set(RECEIVERS, Math.max(state.get(RECEIVERS), of(state, receiver, PLACE)));
        moves.add(Moves.Kind.STEP, 2 + receiver, "moveIn: receivers",
                tell(tell(next, receiver, AT, LOOKING), receiver, WORD, 0));
    }

    private void look(State state, int receiver, Moves moves) {
        int process = 2 + receiver;
        int newest = state.get(NEWEST);
        int lent = of(state, receiver, LENT);
        if (newest == 0 && of(state, receiver, KNOWN) != 0) {
            moves.add(Moves.Kind.CHANCE, process, "begin: no frame", tell(state.copy(), receiver, KNOWN, 0));
        } else if (newest != 0 && number(newest) != of(state, receiver, KNOWN)) {
            State next = tell(step(state, receiver, HOLDING), receiver, FRAME, newest);
            moves.add(Moves.Kind.CHANCE, process, "begin: newest()", tell(next, receiver, WORD, lent != 0 ? 1 : 0));
        }
        if (lent != 0) {
            int word = words + (of(state, receiver, PLACE) - 1) * mostHeld;
            moves.add(Moves.Kind.STEP, process, "giveBack",
                    tidy(tell(state.copy(), receiver, LENT, 0).set(word, 0)));
        } else {
            moves.add(Moves.Kind.CHANCE, process, "close",
                    tidy(wiped(state.copy(), receiverCell(receiver, 0), RECEIVER_CELLS)));
        }
    }

    private void check(State state, int receiver, int word, Moves moves) {
        int frame = of(state, receiver, FRAME);
        int content = state.get(CONTENTS + memory(frame) * SLOTS + slot(frame)) & ~DIRTY;
        if (content != number(frame)) {
            State next = tell(step(state, receiver, LETTING_GO), receiver, CURRENT, 0);
            boolean same = state.get(MADE) <= MEMORIES && at(state, 1) == NOT_YET && at(state, 0) != DEAD
                    && at(state, 0) < CLOSING;
            moves.add(Moves.Kind.STEP, 2 + receiver, "read: not where it should be",
                    tidy(same ? next.set(WRONG, NOT_THERE) : next));
            return;
        }
        int number = number(frame);
        State next = tell(tell(step(state, receiver, READING), receiver, KNOWN, number), receiver, GOT, number);
        if (mistake == Mistake.RELEASES_BEFORE_READING) {
            next.set(word, 0);
        }
        if (number <= of(state, receiver, GOT)) {
            next.set(WRONG, BACKWARDS);
        }
        moves.add(Moves.Kind.STEP, 2 + receiver, "read: reads frame " + number, next);
    }

    @Override
    public String broken(State state) {
        for (int receiver = 0; receiver < receivers; receiver++) {
            int reads = state.get(receiverCell(receiver, AT)) == READING ? of(state, receiver, FRAME) : 0;
            if (torn(state, reads) || torn(state, of(state, receiver, LENT))) {
                return "receiver " + receiver + " reads a frame that is written to";
            }
        }
        return WRONGS[state.get(WRONG)];
    }

    private static boolean torn(State state, int frame) {
        return frame != 0 && state.get(CONTENTS + memory(frame) * SLOTS + slot(frame)) != number(frame);
    }

    @Override
    public boolean settled(State state) {
        for (int sender = 0; sender < 2; sender++) {
            int at = at(state, sender);
            if (at != NOT_YET && at != DEAD && at != READY && at != CLOSED) {
                return false;
            }
        }
        for (int receiver = 0; receiver < receivers; receiver++) {
            int at = state.get(receiverCell(receiver, AT));
            if (at != NOT_YET && at != DEAD && at != LOOKING) {
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
        StringBuilder text = new StringBuilder("newest ").append(frameText(state.get(NEWEST)));
        for (int sender = 0; sender < (successor ? 2 : 1); sender++) {
            text.append(", ").append(SENDER_PLACES[at(state, sender)]);
        }
        for (int receiver = 0; receiver < receivers; receiver++) {
            text.append(", ").append(RECEIVER_PLACES[state.get(receiverCell(receiver, AT))]);
        }
        text.append("; held");
        for (int word = 0; word < receivers * mostHeld; word++) {
            text.append(' ').append(frameText(state.get(words + word)));
        }
        return text.toString();
    }

    private static String frameText(int frame) {
        return frame == 0 ? "-" : number(frame) + "@" + memory(frame) + ":" + slot(frame);
    }

    private State dead(State state, int from, int cells) {
        State next = wiped(state.copy(), from, cells).set(from, DEAD);
        return tidy(next.set(HARMED, 1));
    }

    private static State wiped(State changed, int from, int cells) {
        for (int at = 0; at < cells; at++) {
            changed.set(from + at, 0);
        }
        return changed;
    }

    /** What nobody holds any more is gone. */
    private State tidy(State changed) {
        for (int memory = 0; memory < MEMORIES; memory++) {
            if (!exists(changed, memory)) {
                changed.set(SIZES + memory, 0);
                wiped(changed, CONTENTS + memory * SLOTS, SLOTS);
            }
        }
        if (!controlExists(changed)) {
            changed.set(NEWEST, 0).set(RECEIVERS, 0).set(COUNT, 0);
            wiped(changed, words, receivers * mostHeld);
        }
        return changed;
    }

    private boolean exists(State state, int memory) {
        for (int sender = 0; sender < 2; sender++) {
            if (cell(state, sender, MEMORY) == memory + 1 || cell(state, sender, FORMER) == memory + 1) {
                return true;
            }
        }
        for (int receiver = 0; receiver < receivers; receiver++) {
            int lent = of(state, receiver, LENT);
            if (of(state, receiver, CURRENT) == memory + 1 || lent != 0 && memory(lent) == memory) {
                return true;
            }
        }
        return false;
    }

    /** The count is held by the same as the control. */
    private boolean controlExists(State state) {
        for (int sender = 0; sender < 2; sender++) {
            int at = at(state, sender);
            if (at != NOT_YET && at != DEAD && at != CLOSED) {
                return true;
            }
        }
        for (int receiver = 0; receiver < receivers; receiver++) {
            if (of(state, receiver, PLACE) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean taken(State state, int place) {
        for (int receiver = 0; receiver < receivers; receiver++) {
            if (of(state, receiver, PLACE) == place + 1) {
                return true;
            }
        }
        return false;
    }

    private static int frame(int number, int memory, int slot) {
        return number << 4 | memory << 2 | slot;
    }

    private static int number(int frame) {
        return frame >> 4;
    }

    private static int memory(int frame) {
        return frame >> 2 & MEMORIES - 1;
    }

    private static int slot(int frame) {
        return frame & SLOTS - 1;
    }

    private static int at(State state, int sender) {
        return cell(state, sender, AT);
    }

    private static int senderCell(int sender, int cell) {
        return SENDERS + sender * SENDER_CELLS + cell;
    }

    private static int cell(State state, int sender, int cell) {
        return state.get(senderCell(sender, cell));
    }

    private static State let(State changed, int sender, int cell, int value) {
        return changed.set(senderCell(sender, cell), value);
    }

    private static State go(State state, int sender, int place) {
        return let(state.copy(), sender, AT, place);
    }

    private static int receiverCell(int receiver, int cell) {
        return RECEIVER_BASE + receiver * RECEIVER_CELLS + cell;
    }

    private static int of(State state, int receiver, int cell) {
        return state.get(receiverCell(receiver, cell));
    }

    private static State tell(State changed, int receiver, int cell, int value) {
        return changed.set(receiverCell(receiver, cell), value);
    }

    private static State step(State state, int receiver, int place) {
        return tell(state.copy(), receiver, AT, place);
    }
}
