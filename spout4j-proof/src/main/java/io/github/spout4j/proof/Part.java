package io.github.spout4j.proof;

import io.github.spout4j.proof.report.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One way to show what is promised.
 *
 * @param name  as on the command line
 * @param share how much of the whole time it wants, beside the others
 * @param work  what it does
 */
record Part(String name, int share, Work work) {
    /** What a part does. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param time      how long it may take, about
         * @param directory an empty one of its own, for named objects
         * @param progress  told what happens
         */
        Outcome run(Duration time, Path directory, Progress progress) throws IOException, InterruptedException;
    }
}
