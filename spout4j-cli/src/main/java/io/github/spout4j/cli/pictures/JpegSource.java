package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** A JPEG's picture. */
final class JpegSource extends StillSource {
    private final JpegMarkers markers;

    JpegSource(ImageInputStream stream, PictureReader reader) throws IOException {
        super(reader);
        this.markers = JpegMarkers.of(stream);
        stream.seek(0);
    }

    @Override
    public Orientation orientation() {
        return markers.orientation();
    }

    @Override
    BufferedImage read(PictureReader from) throws IOException {
        return markers.plainInks() ? Inks.toRgb(from.raster(), markers.ycck()) : super.read(from);
    }
}
