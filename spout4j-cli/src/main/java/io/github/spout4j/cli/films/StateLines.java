package io.github.spout4j.cli.films;

import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.SafeText;

/** Lines on standard error that tell how a connection is, each once. */
final class StateLines {
    private final boolean quiet;
    private Progress progress;
    private boolean broken;
    private boolean connected;
    private String last = "";

    StateLines(boolean quiet) {
        this.quiet = quiet;
    }

    /** What is to be cleared before each line. */
    void progress(Progress shown) {
        progress = shown;
    }

    /** That the connection is not there, and why. */
    void outage(String why) {
        broken = true;
        say(why);
    }

    /** That frames flow. */
    void well() {
        if (broken) {
            broken = false;
            say(connected ? "connected again" : "connected");
            connected = true;
        }
    }

    /** Says it, unless it was said last. */
    void say(String line) {
        if (quiet || line.equals(last)) {
            return;
        }
        last = line;
        if (progress != null) {
            progress.clear();
        }
        System.err.println(SafeText.of(line));
    }
}
