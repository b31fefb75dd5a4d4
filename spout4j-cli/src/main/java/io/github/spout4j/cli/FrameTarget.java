package io.github.spout4j.cli;

import io.github.spout4j.SpoutFrame;
import java.io.IOException;

/** Where received frames go. */
public interface FrameTarget extends AutoCloseable {
    /**
     * Takes a frame, which stays the caller's.
     *
     * @param count how many frames came with this one
     * @return false where no more frames are wanted
     */
    boolean take(SpoutFrame frame, long count) throws IOException;

    /** Ends; the last frame may be written now. */
    @Override
    void close();
}
