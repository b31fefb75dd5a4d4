package io.github.spout4j.cli.shared;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code spout buffer}. */
@Command(name = "buffer", subcommands = {BufferRead.class,
        BufferWrite.class}, description = "Read or write a memory buffer: bytes that programs share beside the frames.", footer = {
                "",
                "Examples:",
                "  spout buffer write Lead \"bpm=120\"",
                "  spout buffer read Lead"})
public final class Buffer implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: read or write");
    }
}
