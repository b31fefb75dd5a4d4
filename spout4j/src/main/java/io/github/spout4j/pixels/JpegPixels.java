package io.github.spout4j.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * A camera's JPEG becomes BGRX8, by Java's own reader. What is no whole JPEG of the expected size is told, not thrown, and before
 * anything is made of its own size: the header is read first, in a copy that nobody else can change. One thread at a time; the reader
 * takes three bytes a pixel of heap for each picture, beside an image that is used again.
 */
public final class JpegPixels implements AutoCloseable {
    /** What the reader says of pixels that it has made up. */
    private static final Pattern MISSING = Pattern.compile("Truncated File|[Pp]remature end"
            + "|Corrupt JPEG data: (?!\\d+ extraneous bytes)|Invalid SOS parameters");

    private final JpegBytes bytes = new JpegBytes();
    private final BytesStream stream = new BytesStream();
    private final CameraPixels pixels = new CameraPixels();
    private final CameraPlanes planes = new CameraPlanes();
    private ImageReader reader;
    private ImageReadParam destination;
    private BufferedImage image;
    private MemorySegment imageBytes;
    private String missing;
    private String reason = "";

    /**
     * Decodes a picture; false where that is none of this size, with a {@link #reason}, and the target is as it was.
     *
     * @param source         with the JPEG from {@code offset} on; zeros may follow its end
     * @param targetRowPitch bytes from a row of the target to the next
     * @throws IllegalArgumentException where the target is too small or read-only, or the size makes no sense
     * @throws IllegalStateException    where the source's memory is closed
     */
    public boolean decode(MemorySegment source, long offset, long length, int width, int height, MemorySegment target,
            long targetRowPitch) {
        Bounds.checkSize(width, height);
        Bounds.checkTarget(target, targetRowPitch, width, height);
        Bounds.checkAccess(source);
        reason = bytes.take(source, offset, length, width, height);
        if (reason.isEmpty()) {
            reason = read(width, height);
        }
        if (!reason.isEmpty()) {
            return false;
        }
        planes.plane(0, imageBytes, 0, 3L * width);
        pixels.convert(CameraFormat.BGR24, planes, width, height, ColorMatrix.BT601, ColorRange.FULL, target,
                targetRowPitch);
        return true;
    }

    /** Why the last picture was refused; empty where it was not. */
    public String reason() {
        return reason;
    }

    private String read(int width, int height) {
        missing = null;
        boolean well = false;
        try {
            open(width, height);
            stream.show(bytes.array(), bytes.length());
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
                return "its reader takes it for " + reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels";
            }
            reader.read(0, destination);
            well = true;
            return missing == null ? "" : "a part of its pixels is missing (" + missing + ")";
        } catch (IOException | RuntimeException e) {
            return "Java's reader can make no sense of it (" + e.getMessage() + ")";
        } finally {
            if (!well) {
                close();
            }
        }
    }

    private void open(int width, int height) throws IOException {
        if (reader == null) {
            reader = javasOwn();
            reader.addIIOReadWarningListener((_, warning) -> hear(warning));
        }
        if (image == null || image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            imageBytes = MemorySegment.ofArray(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            destination = reader.getDefaultReadParam();
            destination.setDestination(image);
        }
    }

    private void hear(String warning) {
        if (missing == null && MISSING.matcher(warning).find()) {
            missing = warning;
        }
    }

    /** Not one that a program has added. */
    private static ImageReader javasOwn() throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
            reader.dispose();
        }
        throw new IOException("this Java has none for JPEG");
    }

    /** Frees the reader; the next picture makes another. */
    @Override
    public void close() {
        if (reader != null) {
            reader.dispose();
            reader = null;
        }
    }
}
