package io.github.spout4j.cli.lists;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.OtherSenders;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout active}. */
@Command(name = "active", description = "Print the active sender's name, or make NAME the active sender.", footer = {
        "",
        "Examples:",
        "  spout active",
        "  spout active \"My sender\""})
public final class Active implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The sender that shall be the active one.")
    private String name;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Mixin
    private EngineChoice engine;

    @Override
    public Integer call() {
        try (Session session = Session.open(engine)) {
            SenderDirectory directory = session.spout().senders();
            if (name == null) {
                tell(directory.active().map(SenderInfo::name)
                        .orElseThrow(() -> CommandException.nothingFound("there is no active sender; see spout list")));
            } else if (!setActive(directory)) {
                throw CommandException.nothingFound("there is no sender \"" + name + "\"; "
                        + OtherSenders.insteadOf(name, directory));
            } else if (json) {
                tell(name);
            }
            return ExitCode.DONE;
        }
    }

    private void tell(String active) {
        System.out.println(json
                ? new JsonWriter().beginObject().name("name").value(active).end().toString()
                : SafeText.of(active));
        System.out.flush();
    }

    private boolean setActive(SenderDirectory directory) {
        try {
            return directory.setActive(name);
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }
}
