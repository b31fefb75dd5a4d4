package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads pictures by ImageIO, in sRGB or gray; where its reader only warns that pixels are missing, that is an error. */
final class PictureReader implements AutoCloseable {
    /** What readers say of pixels that they have made up. */
    private static final Pattern MISSING = Pattern.compile("Truncated File|Premature end|premature end"
            + "|Corrupt JPEG data: (?!\\d+ extraneous bytes)|Invalid SOS parameters|Out-of-sequence code"
            + "|not implemented|Nothing to decode|Unknown WebP alpha");

    /** What they say of a profile that they take no notice of. */
    private static final Pattern PROFILE = Pattern.compile("gnoring ICC profile|color profile is invalid"
            + "|bad ICC profile");

    private final ImageReader reader;
    private final Consumer<String> remarks;
    private String missing;

    private PictureReader(ImageReader reader, ImageInputStream stream, Consumer<String> remarks) {
        this.reader = reader;
        this.remarks = remarks;
        reader.addIIOReadWarningListener((_, warning) -> hear(warning));
        reader.setInput(stream);
    }

    /**
     * The reader for a stream, which stays the caller's; none where Java knows no such pictures.
     *
     * @param remarks told of what is not as the file says
     */
    static Optional<PictureReader> of(ImageInputStream stream, Consumer<String> remarks) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        return readers.hasNext() ? Optional.of(new PictureReader(readers.next(), stream, remarks)) : Optional.empty();
    }

    /** Reads the one picture of a file that is in memory. */
    static BufferedImage read(byte[] file, Consumer<String> remarks) throws IOException {
        try (ImageInputStream stream = new FileInMemory(file);
                PictureReader reader = of(stream, remarks)
                        .orElseThrow(() -> new IIOException("it is of a kind that Java cannot read"))) {
            return reader.read(0);
        }
    }

    String format() throws IOException {
        return reader.getFormatName();
    }

    int count() throws IOException {
        return read(() -> reader.getNumImages(true));
    }

    /** The first picture's. */
    FrameSize size() throws IOException {
        return read(() -> new FrameSize(reader.getWidth(0), reader.getHeight(0)));
    }

    BufferedImage read(int index) throws IOException {
        return whole(read(() -> ColorProfile.toSrgb(reader.read(index))));
    }

    /** The first picture's numbers as they are stored. */
    Raster raster() throws IOException {
        return whole(read(() -> reader.readRaster(0, null)));
    }

    /** The first picture's, where its metadata tell. */
    Orientation orientation() {
        IIOMetadata metadata;
        try {
            metadata = metadata(0);
        } catch (IOException _) {
            return Orientation.UPRIGHT; // pictures with odd metadata are pictures
        }
        if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
            return Orientation.UPRIGHT;
        }
        Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        NodeList found = root.getElementsByTagName("ImageOrientation");
        return found.getLength() == 0
                ? Orientation.UPRIGHT
                : Orientation.ofImageIo(((Element) found.item(0)).getAttribute("value"));
    }

    IIOMetadata streamMetadata() throws IOException {
        return read(reader::getStreamMetadata);
    }

    IIOMetadata metadata(int index) throws IOException {
        return read(() -> reader.getImageMetadata(index));
    }

    @Override
    public void close() {
        reader.dispose();
    }

    private <T> T whole(T pixels) throws IOException {
        if (missing != null) {
            throw new IIOException("a part of its pixels is missing (" + missing + ")");
        }
        return pixels;
    }

    private void hear(String warning) {
        if (missing == null && MISSING.matcher(warning).find()) {
            missing = warning;
        }
        if (PROFILE.matcher(warning).find()) {
            remarks.accept(ColorProfile.DAMAGED);
        }
    }

    /** Readers throw all kinds of exceptions where a file is damaged. */
    private static <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException e) {
            throw new IIOException("it is cut off", e);
        } catch (IIOException e) {
            if (e.getCause() instanceof OutOfMemoryError none) {
                throw none;
            }
            throw e;
        } catch (RuntimeException e) {
            throw new IIOException("Java's reader can make no sense of it", e);
        }
    }

    /** Something to be read. */
    private interface Reading<T> {
        T read() throws IOException;
    }
}
