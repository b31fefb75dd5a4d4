package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** One picture as ImageIO reads it: BMP and others. */
class StillSource implements PictureSource {
    private final PictureReader reader;
    private boolean done;

    StillSource(PictureReader reader) {
        this.reader = reader;
    }

    @Override
    public final FrameSize size() throws IOException {
        return reader.size();
    }

    @Override
    public Orientation orientation() {
        return reader.orientation();
    }

    @Override
    public final boolean animated() {
        return false;
    }

    @Override
    public final boolean hasNext() {
        return !done;
    }

    @Override
    public final Patch next() throws IOException {
        done = true;
        return Patch.still(read(reader));
    }

    BufferedImage read(PictureReader from) throws IOException {
        return from.read(0);
    }
}
