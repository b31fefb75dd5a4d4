package io.github.spout4j.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a sender is shown as a camera; all that open one for the user have the same option for it. */
public final class CameraChoice {
    private static final String ENGINE = "pipewire";

    @Option(names = "--camera", description = "Show it to programs as a camera: --engine pipewire.")
    private boolean camera;

    public boolean wanted() {
        return camera;
    }

    /** @throws CommandException where that is wanted of an engine without cameras */
    public void check(EngineChoice engine) {
        if (camera && !engine.only().equals(Optional.of(ENGINE))) {
            throw CommandException.badInput("--camera: " + engine.only()
                    .map(name -> "the engine " + name + " shows none; write").orElse("one engine alone shows them; add")
                    + " --engine " + ENGINE);
        }
    }
}
