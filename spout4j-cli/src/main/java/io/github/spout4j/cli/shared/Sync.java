package io.github.spout4j.cli.shared;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code spout sync}. */
@Command(name = "sync", subcommands = {SyncWait.class,
        SyncSignal.class}, description = "Wait for signals of a frame sync, or give them.", footer = {
                "",
                "Examples:",
                "  spout sync wait Lead --count 10",
                "  spout sync signal Lead --fps 25"})
public final class Sync implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: wait or signal");
    }
}
