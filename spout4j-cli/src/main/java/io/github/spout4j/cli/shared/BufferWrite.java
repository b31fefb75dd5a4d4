package io.github.spout4j.cli.shared;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.Pause;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.TimeoutConverter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout buffer write}. */
@Command(name = "write", description = "Write text, a file or standard input to a memory buffer, made where there is none, "
        + "and keep it.", footer = {
                "",
                "A buffer lives as long as a program has it open, so this one stays until",
                "Ctrl-C or for --for seconds. Its size is that of its first writer.",
                "",
                "Examples:",
                "  spout buffer write Lead \"bpm=120\" --size 64",
                "  spout buffer write Lead --file lead.bin --for 10",
                "  date | spout buffer write Lead"})
public final class BufferWrite implements Callable<Integer> {
    private static final int MOST_BYTES = 1 << 28;
    private static final Duration UNTIL_STOPPED = Duration.ofDays(365_000);

    @Parameters(index = "0", paramLabel = "NAME", description = "The buffer's name, mostly its sender's.")
    private String name;

    @Parameters(index = "1", paramLabel = "TEXT", arity = "0..1", description = "What to write, in UTF-8; default: standard input.")
    private String text;

    @Option(names = "--file", paramLabel = "FILE", description = "Write a file's bytes.")
    private String file;

    @Option(names = "--size", paramLabel = "BYTES", description = "How many bytes a new buffer takes, at most 268435456; default: as many as are written.")
    private Integer size;

    @Option(names = "--for", paramLabel = "S", converter = TimeoutConverter.class, description = "End after S seconds; default: stay until Ctrl-C.")
    private Duration duration = UNTIL_STOPPED;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Mixin
    private EngineChoice engine;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws IOException {
        if (size != null && (size < 1 || size > MOST_BYTES)) {
            throw CommandException.badInput("--size must be 1 to " + MOST_BYTES + " bytes");
        }
        byte[] data = data();
        int capacity = size != null ? size : data.length;
        if (data.length > capacity) {
            throw CommandException.badInput("--size " + size + " is less than the " + data.length + " bytes to write");
        }
        if (capacity == 0) {
            throw CommandException.badInput("there is nothing to write; write TEXT, or --size for an empty buffer");
        }
        try (Session session = Session.open(engine); MemoryBuffer buffer = create(session.spout(), capacity)) {
            if (data.length > buffer.capacity()) {
                throw CommandException.failed("the memory buffer of \"" + name + "\" exists and takes "
                        + buffer.capacity() + " bytes, not " + data.length + "; end the programs that have it open");
            }
            buffer.write(data);
            tell(data.length, buffer.capacity());
            Pause.of(duration);
            return ExitCode.DONE;
        }
    }

    private byte[] data() throws IOException {
        if (text != null && file != null) {
            throw CommandException.badInput("TEXT and --file exclude each other; choose one");
        }
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = file == null ? System.in : Files.newInputStream(Path.of(file))) {
            byte[] data = in.readNBytes(MOST_BYTES + 1);
            if (data.length > MOST_BYTES) {
                throw CommandException.badInput("there are more than " + MOST_BYTES + " bytes; write less");
            }
            return data;
        } catch (InvalidPathException | IOException e) {
            throw CommandException.badInput(
                    (file == null ? "standard input" : "--file \"" + file + "\"") + " cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }

    private MemoryBuffer create(Spout spout, int capacity) {
        try {
            return spout.createMemoryBuffer(name, capacity);
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        } catch (SpoutException e) {
            throw CommandException.failed(e.getMessage(), e);
        }
    }

    private void tell(int written, int capacity) {
        if (quiet.wanted() && !json) {
            return;
        }
        System.out.println(json
                ? new JsonWriter().beginObject().name("name").value(name).name("written").value(written)
                        .name("capacity").value(capacity).end().toString()
                : "wrote " + written + " of " + capacity + " bytes to the memory buffer of \"" + SafeText.of(name)
                        + "\"; it stays while a program has it open"
                        + (duration == UNTIL_STOPPED ? ": Ctrl-C lets it go" : ""));
        System.out.flush();
    }
}
