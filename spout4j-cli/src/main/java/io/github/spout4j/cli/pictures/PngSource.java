package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * A PNG's picture, or pictures where it is animated. Of an animated one each is made a PNG file of its own in memory, one at a
 * time, since ImageIO reads only such.
 */
final class PngSource implements PictureSource {
    /** Of the chunks that a reader may leave out, those that change pixels. */
    private static final Set<String> SHOWN = Set.of("tRNS", "acTL", "fcTL", "fdAT");

    private static final int HEADER_BYTES = 13;
    private static final int BITS_AT = 8;
    private static final int KIND_AT = 9;
    private static final int GRAY = 0;
    private static final int OPAQUE = 0xFF;
    private static final int MOST_PROFILE_BYTES = 1 << 24;

    private final ImageInputStream stream;
    private final PictureReader reader;
    private final Consumer<String> remarks;
    private final ByteArrayOutputStream palette = new ByteArrayOutputStream();
    private byte[] header;
    private byte[] profile;
    private byte[] transparent;
    private FrameSize size;
    private Orientation orientation = Orientation.UPRIGHT;
    private int promised;
    private int frames;
    private int sequence;
    private boolean control;
    private boolean pixels;
    private PngChunks chunks;
    private int index;

    /** @throws IOException where it is cut off, or an animation that contradicts itself */
    PngSource(ImageInputStream stream, PictureReader reader, Consumer<String> remarks) throws IOException {
        this.stream = stream;
        this.reader = reader;
        this.remarks = remarks;
        for (PngChunks all = new PngChunks(stream); all.advance();) {
            look(all);
        }
        if (!pixels) {
            throw new IIOException("there are no pixels in it");
        }
        if (frames != promised || control) {
            throw new IIOException("it has " + frames + " whole pictures, and says " + promised);
        }
        stream.seek(0);
    }

    @Override
    public FrameSize size() {
        return size;
    }

    @Override
    public Orientation orientation() {
        return orientation;
    }

    @Override
    public boolean animated() {
        return frames > 1;
    }

    @Override
    public boolean hasNext() {
        return index < Math.max(frames, 1);
    }

    @Override
    public Patch next() throws IOException {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        index++;
        return frames == 0 ? Patch.still(colored(reader.read(0))) : nextFrame();
    }

    private void look(PngChunks chunk) throws IOException {
        if (header == null && !chunk.type().equals("IHDR")) {
            throw new IIOException("it has no header");
        }
        if (chunk.critical() || SHOWN.contains(chunk.type())) {
            chunk.check();
        }
        switch (chunk.type()) {
            case "IHDR" -> {
                header = chunk.dataOf(HEADER_BYTES);
                ByteBuffer numbers = ByteBuffer.wrap(header);
                size = new FrameSize(numbers.getInt(), numbers.getInt());
            }
            case "PLTE" -> PngChunks.write(palette, chunk.type(), chunk.data());
            case "tRNS" -> {
                transparent = chunk.data();
                PngChunks.write(palette, chunk.type(), transparent);
            }
            case "iCCP" -> profile = chunk.data();
            case "eXIf" -> orientation = Exif.orientation(chunk.data());
            case "acTL" -> {
                if (!pixels) {
                    promised = ByteBuffer.wrap(chunk.dataOf(2 * Integer.BYTES)).getInt();
                    if (promised < 1) {
                        throw new IIOException("it is an animation of no pictures");
                    }
                }
            }
            case "IDAT" -> {
                takePixels();
                pixels = true;
            }
            case "fcTL", "fdAT" -> {
                if (promised > 0) {
                    lookAtFrame(chunk);
                }
            }
            default -> {
                // nothing that shows
            }
        }
    }

    private void lookAtFrame(PngChunks chunk) throws IOException {
        if (chunk.number() != sequence++) {
            throw new IIOException("its pictures are out of order");
        }
        if (chunk.type().equals("fdAT")) {
            if (frames == 0 && !control) {
                throw new IIOException("its pictures are out of order");
            }
            takePixels();
            return;
        }
        if (control) {
            throw new IIOException("a picture of it has no pixels");
        }
        PngFrame frame = PngFrame.of(chunk.dataOf(PngFrame.BYTES), size);
        if (!pixels && !frame.size().equals(size)) {
            throw new IIOException("its first picture is smaller than the whole");
        }
        control = true;
    }

    /** The pixels after a frame's control chunk make it whole. */
    private void takePixels() {
        if (control) {
            control = false;
            frames++;
        }
    }

    private Patch nextFrame() throws IOException {
        if (chunks == null) {
            chunks = new PngChunks(stream);
            toControl();
        }
        PngFrame frame = PngFrame.of(chunks.dataOf(PngFrame.BYTES), size);
        ByteArrayOutputStream file = PngChunks.newFile();
        PngChunks.write(file, "IHDR", ByteBuffer.wrap(Arrays.copyOf(header, HEADER_BYTES)).putInt(frame.size().width())
                .putInt(frame.size().height()).array());
        palette.writeTo(file);
        while (chunks.advance() && !chunks.type().equals("fcTL")) {
            switch (chunks.type()) {
                case "IDAT" -> PngChunks.write(file, "IDAT", chunks.data());
                case "fdAT" -> PngChunks.write(file, "IDAT", chunks.data(Integer.BYTES));
                default -> {
                    // belongs to no picture
                }
            }
        }
        PngChunks.write(file, "IEND", new byte[0]);
        return frame.patch(colored(PictureReader.read(file.toByteArray(), remarks)));
    }

    private void toControl() throws IOException {
        while (chunks.advance()) {
            if (chunks.type().equals("fcTL")) {
                return;
            }
        }
    }

    private BufferedImage colored(BufferedImage image) throws IOException {
        if (transparent != null && header[KIND_AT] == GRAY && header[BITS_AT] < Byte.SIZE) {
            makeTransparent(image.getRaster());
        }
        return profile == null ? image : ColorProfile.apply(inflated(profile), image, remarks);
    }

    /** ImageIO makes 8 bits of fewer, but looks for the gray as the file names it. */
    private void makeTransparent(WritableRaster raster) throws IOException {
        if (raster.getNumBands() != 2 || transparent.length != Short.BYTES) {
            throw new IIOException("its transparent gray is none");
        }
        int most = (1 << header[BITS_AT]) - 1;
        int gray = (transparent[1] & most) * OPAQUE / most;
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = row[x] == gray ? 0 : OPAQUE;
            }
            raster.setSamples(0, y, row.length, 1, 1, row);
        }
    }

    /** The profile without its name; nothing where it is damaged. */
    private static byte[] inflated(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        int from = Math.min(name + 2, chunk.length);
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(chunk, from, chunk.length - from))) {
            return in.readNBytes(MOST_PROFILE_BYTES);
        } catch (IOException _) {
            return new byte[0];
        }
    }
}
