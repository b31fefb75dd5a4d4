package io.github.spout4j.media;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** ffmpeg at work, at the other end of a channel of pixels. Its arguments reach no shell. */
final class FfmpegProcess implements AutoCloseable {
    /** What it exits with when it was told to end. */
    private static final int TOLD_TO_END = 255;
    static final String LATE = "it did not end in time";

    /** A session of its own, so that Ctrl-C reaches this program alone, which ends it in order. */
    private static final Optional<Path> OWN_SESSION = Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of)
            .filter(file -> NamedPipe.supported() && Files.isExecutable(file)).findFirst();

    private final Process process;
    private final LastWords words;
    private final Channel pixels;
    private boolean late;

    private FfmpegProcess(Process process, Channel pixels) {
        this.process = process;
        this.pixels = pixels;
        this.words = new LastWords(process.errorReader(StandardCharsets.UTF_8));
    }

    /**
     * Starts one that writes pixels to its standard output.
     *
     * @param stdin what it reads on its standard input; null for nothing
     */
    static FfmpegProcess reading(Ffmpeg ffmpeg, List<String> arguments, String stdin) {
        ProcessBuilder builder = builder(ffmpeg, arguments);
        try {
            if (!NamedPipe.supported()) {
                Process process = builder.start();
                give(process, stdin);
                return new FfmpegProcess(process, new StreamReading(process));
            }
            try (NamedPipe pipe = NamedPipe.make()) {
                Process process = builder.redirectOutput(pipe.file()).start();
                give(process, stdin);
                return new FfmpegProcess(process, channel(process, pipe::reading));
            }
        } catch (IOException e) {
            throw notStarted(ffmpeg, e);
        }
    }

    /** Starts one that reads pixels from its standard input. */
    static FfmpegProcess writing(Ffmpeg ffmpeg, List<String> arguments) {
        ProcessBuilder builder = builder(ffmpeg, arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            if (!NamedPipe.supported()) {
                Process process = builder.start();
                return new FfmpegProcess(process, new StreamWriting(process));
            }
            try (NamedPipe pipe = NamedPipe.make()) {
                Process process = builder.redirectInput(pipe.file()).start();
                return new FfmpegProcess(process, channel(process, pipe::writing));
            }
        } catch (IOException e) {
            throw notStarted(ffmpeg, e);
        }
    }

    private static ProcessBuilder builder(Ffmpeg ffmpeg, List<String> arguments) {
        List<String> command = new ArrayList<>();
        OWN_SESSION.ifPresent(program -> command.add(program.toString()));
        command.add(ffmpeg.program().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
        return builder;
    }

    private static Channel channel(Process process, Opening opening) throws IOException {
        try {
            return opening.open();
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static void give(Process process, String stdin) throws IOException {
        try (var stream = process.getOutputStream()) {
            if (stdin != null) {
                stream.write(stdin.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static FilmException notStarted(Ffmpeg ffmpeg, IOException e) {
        return FilmException.failed("\"" + ffmpeg.program() + "\" cannot be started: " + e.getMessage(), e);
    }

    /** Of one that was started by {@link #reading}. */
    ReadableByteChannel output() {
        return (ReadableByteChannel) pixels;
    }

    /** Of one that was started by {@link #writing}. */
    WritableByteChannel input() {
        return (WritableByteChannel) pixels;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean sound() {
        return words.sound();
    }

    /** Why it ended; empty where it was content. Call it when it has ended, or is about to. */
    Optional<String> complaint() {
        Optional<String> complaint = words.complaint().or(() -> late ? Optional.of(LATE) : Optional.empty());
        int code = process.isAlive() ? 0 : process.exitValue();
        return complaint.isPresent() || code == 0 || code == TOLD_TO_END
                ? complaint
                : Optional.of("it ended with exit code " + code);
    }

    /** Whether it ended since somebody told it to. */
    boolean toldToEnd() {
        return !process.isAlive() && process.exitValue() == TOLD_TO_END;
    }

    /**
     * Ends its input and waits until it has written all.
     *
     * @return whether it has ended by itself, with exit code 0; where the time was over it was killed
     */
    boolean finish(long timeoutMillis) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            pixels.close();
        } catch (IOException _) {
            // it has ended already
        }
        boolean ended = false;
        while (!ended && System.nanoTime() - end < 0) {
            try {
                ended = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (!ended) {
            late = true;
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ended && process.exitValue() == 0;
    }

    private interface Opening {
        Channel open() throws IOException;
    }

    /** Ends it at once. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            pixels.close();
        } catch (IOException _) {
            // nothing is expected of it any more
        }
    }
}
