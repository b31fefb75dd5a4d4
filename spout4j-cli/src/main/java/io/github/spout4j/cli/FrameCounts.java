package io.github.spout4j.cli;

import io.github.spout4j.Spout;

/** Where senders' counts of frames are to be seen. */
public final class FrameCounts {
    /** Whose senders number each frame, and tell that number nowhere else. */
    private static final String IN_FRAMES = "pipewire";

    private FrameCounts() {}

    /** Whether the frames that arrive have them alone, and the list of senders has none. */
    public static boolean inFramesAlone(Spout spout) {
        return spout.engine().equals(IN_FRAMES);
    }
}
