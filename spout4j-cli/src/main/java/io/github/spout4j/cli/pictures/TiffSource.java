package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** A TIFF's first picture. */
final class TiffSource extends StillSource {
    private final boolean plainInks;

    /** @throws IOException where it is cut off */
    TiffSource(ImageInputStream stream, PictureReader reader) throws IOException {
        super(reader);
        this.plainInks = TiffDirectory.of(stream).plainInks();
        stream.seek(0);
    }

    @Override
    BufferedImage read(PictureReader from) throws IOException {
        BufferedImage image = super.read(from);
        return plainInks ? Inks.toRgb(image.getRaster()) : image;
    }
}
