package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** A TIFF's first picture. */
final class TiffSource implements PictureSource {
    private final PictureReader reader;
    private final boolean plainInks;
    private boolean done;

    /** @throws IOException where it is cut off */
    TiffSource(ImageInputStream stream, PictureReader reader) throws IOException {
        this.reader = reader;
        this.plainInks = TiffDirectory.of(stream).plainInks();
        stream.seek(0);
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
        BufferedImage image = reader.read(0);
        return Patch.still(plainInks ? Inks.toRgb(image.getRaster()) : image);
    }
}
