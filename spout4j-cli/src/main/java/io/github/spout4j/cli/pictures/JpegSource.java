package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** A JPEG's picture. */
final class JpegSource implements PictureSource {
    private final PictureReader reader;
    private final JpegMarkers markers;
    private boolean done;

    JpegSource(ImageInputStream stream, PictureReader reader) throws IOException {
        this.reader = reader;
        this.markers = JpegMarkers.of(stream);
        stream.seek(0);
    }

    @Override
    public FrameSize size() throws IOException {
        return reader.size();
    }

    @Override
    public Orientation orientation() {
        return markers.orientation();
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
        return Patch.still(markers.plainInks() ? Inks.toRgb(reader.raster(), markers.ycck()) : reader.read(0));
    }
}
