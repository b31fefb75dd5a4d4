package io.github.spout4j.cli.pictures;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.cli.FrameTarget;
import io.github.spout4j.cli.OutputFile;
import java.nio.file.Path;

/** Frames as PNG files: one a frame, or the last of all. Prints the names of the files written. */
public final class PngTarget implements FrameTarget {
    private final OutputFile output;
    private final long last;

    /** @param last the frame that is written, counted from 1, where there is one file only */
    public PngTarget(OutputFile output, long last) {
        this.output = output;
        this.last = last;
    }

    @Override
    public boolean take(SpoutFrame frame, long count) {
        if (output.numbered() || count == last) {
            Path file = output.path(count);
            PngFile.write(frame.toImage(), file);
            System.out.println(file);
        }
        return true;
    }

    @Override
    public void close() {}
}
