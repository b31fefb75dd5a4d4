package io.github.spout4j.cli.shared;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.OtherSenders;
import io.github.spout4j.cli.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout buffer read}. */
@Command(name = "read", description = "Write a memory buffer's bytes to standard output or a file.", footer = {
        "",
        "All bytes of the buffer are read: Spout does not tell how many of them were",
        "written last; those behind are 0.",
        "",
        "Examples:",
        "  spout buffer read Lead",
        "  spout buffer read Lead --out lead.bin"})
public final class BufferRead implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The buffer's name, mostly its sender's.")
    private String name;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file.")
    private String out;

    @Option(names = "--json", description = "Write JSON, with the bytes in Base64.")
    private boolean json;

    @Mixin
    private EngineChoice engine;

    @Override
    public Integer call() throws IOException {
        if (json && out != null) {
            throw CommandException.badInput("--json and --out exclude each other; choose one");
        }
        byte[] data;
        try (Session session = Session.open(engine); MemoryBuffer buffer = open(session.spout())) {
            data = buffer.read();
        }
        if (out != null) {
            write(data);
        } else if (json) {
            System.out.println(new JsonWriter().beginObject().name("name").value(name).name("capacity")
                    .value(data.length).name("base64").value(Base64.getEncoder().encodeToString(data)).end());
        } else {
            System.out.write(data);
        }
        System.out.flush();
        return ExitCode.DONE;
    }

    private MemoryBuffer open(Spout spout) {
        try {
            return spout.openMemoryBuffer(name);
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        } catch (SpoutException e) {
            throw CommandException.nothingFound(e.getMessage()
                    + OtherSenders.near(name, spout.senders()).map(near -> "; " + near).orElse(""));
        }
    }

    private void write(byte[] data) {
        try {
            Files.write(Path.of(out), data);
        } catch (InvalidPathException | IOException e) {
            throw CommandException.badInput("--out \"" + out + "\" cannot be written: " + e.getMessage(), e);
        }
    }
}
