package io.github.spout4j.proof.chaos;

/** What takes time in a program, and is written down where it took long. */
enum Kind {
    /** The machine, or who stops it, gave the program no time. */
    STALL("nothing at all", Needs.NOTHING),
    /** A sender's loop published nothing. */
    SILENCE("no frame sent", Needs.NOTHING),
    /** A receiver got no new frame. */
    GAP("no frame received", Needs.NOTHING),
    /** A sender was opened, and has another name than the one it was to have. */
    OTHER_NAME("another name", Needs.NOTHING), RECEIVE("receive", Needs.FRAMES),
    CLOSE_FRAME("close of a received frame",
            Needs.FRAMES),
    NEXT_FRAME("nextFrame", Needs.FRAMES), PUBLISH("close of a sent frame", Needs.FRAMES), OPEN_SPOUT(
            "open of Spout", Needs.DIRECTORY),
    CLOSE_SPOUT("close of Spout", Needs.DIRECTORY), OPEN_SENDER(
            "open of a sender", Needs.DIRECTORY),
    CLOSE_SENDER("close of a sender",
            Needs.DIRECTORY),
    OPEN_RECEIVER("open of a receiver",
            Needs.DIRECTORY),
    CLOSE_RECEIVER("close of a receiver",
            Needs.DIRECTORY),
    LIST("list", Needs.DIRECTORY), FIND("find",
            Needs.DIRECTORY),
    ACTIVE("active", Needs.DIRECTORY);

    /** What a call works with. */
    enum Needs {
        NOTHING, FRAMES, DIRECTORY
    }

    final String text;
    final Needs needs;

    Kind(String text, Needs needs) {
        this.text = text;
        this.needs = needs;
    }
}
