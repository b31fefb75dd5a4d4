package io.github.spout4j.cli;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The engine by which a command speaks Spout; all that open Spout have the same option for it. */
public final class EngineChoice {
    @Option(names = "--engine", paramLabel = "ENGINE", converter = EngineConverter.class, completionCandidates = EngineConverter.class, description = "Which engine, see spout doctor; default: the best.")
    private SpoutEngine engine;

    /** What the user insists on; empty for the best that runs here. */
    public Optional<String> only() {
        return Optional.ofNullable(engine).map(SpoutEngine::name);
    }

    /**
     * Opens Spout by it.
     *
     * @throws CommandException                  where the one that the user insists on does not run here
     * @throws io.github.spout4j.SpoutException where it cannot be opened
     */
    public Spout open() {
        if (engine == null) {
            return Spout.open();
        }
        engine.unavailable().ifPresent(reason -> {
            throw CommandException.badInput("--engine " + engine.name() + " does not run here: " + reason + "; "
                    + running());
        });
        return engine.open();
    }

    /** The same as command line arguments. */
    public List<String> arguments() {
        return only().map(name -> "--engine=" + name).stream().toList();
    }

    private static String running() {
        String names = Spout.engines().stream().filter(each -> each.unavailable().isEmpty()).map(SpoutEngine::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nor does another" : "what runs here: " + names;
    }
}
