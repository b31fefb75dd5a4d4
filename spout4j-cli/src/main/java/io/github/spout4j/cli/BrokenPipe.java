package io.github.spout4j.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Tells that the reader of our output went away, which is no error of ours. */
public final class BrokenPipe {
    private BrokenPipe() {}

    public static boolean is(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof ClosedByInterruptException || message.contains("Broken pipe")
                || message.contains("pipe is being closed") || message.contains("pipe has been ended");
    }
}
