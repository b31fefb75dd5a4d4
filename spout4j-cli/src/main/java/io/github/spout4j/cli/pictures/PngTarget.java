package io.github.spout4j.cli.pictures;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.cli.FrameTarget;
import io.github.spout4j.cli.OutputFile;
import java.nio.file.Path;

/** Frames as PNG files: one a frame, or the last of all. Prints the names of the files written. */
public final class PngTarget implements FrameTarget {
    private final OutputFile output;
    private final long last;
    private final FrameImage image;

    /**
     * @param last  the frame that is written, counted from 1, where there is one file only
     * @param depth bits of each channel; null for those that a frame's format needs
     */
    public PngTarget(OutputFile output, long last, Depth depth) {
        this.output = output;
        this.last = last;
        this.image = new FrameImage(depth);
    }

    @Override
    public boolean take(SpoutFrame frame, long count) {
        if (output.numbered() || count == last) {
            Path file = output.path(count);
            PngFile.write(image.of(frame), file);
            System.out.println(file);
        }
        return true;
    }

    @Override
    public void close() {}
}
