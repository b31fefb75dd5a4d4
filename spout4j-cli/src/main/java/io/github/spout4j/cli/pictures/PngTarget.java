package io.github.spout4j.cli.pictures;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.cli.FrameTarget;
import io.github.spout4j.cli.OutputFile;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Frames as PNG files: one a frame, or the last of all. */
public final class PngTarget implements FrameTarget {
    private final OutputFile output;
    private final long last;
    private final FrameImage image;
    private final BiConsumer<Path, SpoutFrame> written;

    /**
     * @param last    the frame that is written, counted from 1, where there is one file only
     * @param depth   bits of each channel; null for those that a frame's format needs
     * @param written is told of each file, once it is there
     */
    public PngTarget(OutputFile output, long last, Depth depth, BiConsumer<Path, SpoutFrame> written) {
        this.output = output;
        this.last = last;
        this.written = written;
        this.image = new FrameImage(depth);
    }

    @Override
    public boolean take(SpoutFrame frame, long count) {
        if (output.numbered() || count == last) {
            Path file = output.path(count);
            PngFile.write(image.of(frame), file);
            written.accept(file, frame);
        }
        return true;
    }

    @Override
    public void close() {}
}
