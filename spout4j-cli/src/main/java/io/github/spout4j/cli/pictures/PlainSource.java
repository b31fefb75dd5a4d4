package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.io.IOException;

/** One picture as ImageIO reads it: BMP and others. */
final class PlainSource implements PictureSource {
    private final PictureReader reader;
    private boolean done;

    PlainSource(PictureReader reader) {
        this.reader = reader;
    }

    @Override
    public FrameSize size() throws IOException {
        return reader.size();
    }

    @Override
    public Orientation orientation() {
        return reader.orientation();
    }

    @Override
    public boolean animated() {
        return false;
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public Patch next() throws IOException {
        done = true;
        return Patch.still(reader.read(0));
    }
}
