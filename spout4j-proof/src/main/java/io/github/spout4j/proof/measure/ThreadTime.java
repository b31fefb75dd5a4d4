package io.github.spout4j.proof.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a thread has run, and has wanted to run while others had the processors: what it did not wait for anybody. */
public final class ThreadTime {
    private static final int MOST_BYTES = 80;

    private final FileChannel file;
    private final ByteBuffer text = ByteBuffer.allocateDirect(MOST_BYTES);

    private ThreadTime(FileChannel file) {
        this.file = file;
    }

    /** Of the thread that calls. */
    public static ThreadTime own() {
        return open(Path.of("/proc/thread-self/schedstat"));
    }

    /** Of another one, which may have ended. */
    public static ThreadTime of(long process, long thread) {
        return open(Path.of("/proc/" + process + "/task/" + thread + "/schedstat"));
    }

    private static ThreadTime open(Path path) {
        try {
            return new ThreadTime(FileChannel.open(path));
        } catch (IOException _) {
            return new ThreadTime(null);
        }
    }

    /** The system's number of the thread that calls. */
    public static long number() {
        try {
            return Long.parseLong(Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString());
        } catch (IOException _) {
            return 0;
        }
    }

    /** ns so far; 0 where the system does not tell. */
    public long nanos() {
        if (file == null) {
            return 0;
        }
        text.clear();
        try {
            file.read(text, 0);
        } catch (IOException _) {
            return 0;
        }
        text.flip();
        return next() + next();
    }

    private long next() {
        long number = 0;
        while (text.hasRemaining()) {
            int digit = text.get() - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** For one that is no longer asked. */
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException _) {
            // nothing was written
        }
    }
}
