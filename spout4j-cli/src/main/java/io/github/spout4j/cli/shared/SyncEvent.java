package io.github.spout4j.cli.shared;

import io.github.spout4j.FrameSync;
import io.github.spout4j.Spout;
import io.github.spout4j.cli.CommandException;

/** The frame sync event that a user names. */
final class SyncEvent {
    private SyncEvent() {}

    /** @throws CommandException where none can have that name */
    static FrameSync open(Spout spout, String name) {
        try {
            return spout.frameSync(name);
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }
}
