package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.pictures.Patch.Disposal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** A WebP's picture, or pictures where it is animated. */
final class WebpSource implements PictureSource {
    private static final int EXTENDED_BYTES = 10;
    private static final int ANIMATION_FLAG = 2;
    private static final int FRAME_HEADER_BYTES = 16;
    private static final int CLEARED_FLAG = 1;
    private static final int NOT_OVER_FLAG = 2;

    private final Consumer<String> remarks;
    private final WebpPixels still = new WebpPixels();
    private final WebpChunks chunks;
    private final FrameSize size;
    private Orientation orientation = Orientation.UPRIGHT;
    private byte[] profile;
    private boolean moving;
    private FrameSize whole;
    private int frames;
    private int index;

    /** @throws IOException where it is cut off or contradicts itself */
    WebpSource(ImageInputStream stream, PictureReader reader, Consumer<String> remarks) throws IOException {
        this.remarks = remarks;
        for (WebpChunks all = WebpChunks.of(stream); all.advance();) {
            look(all);
        }
        if (moving && frames == 0) {
            throw new IIOException("it is an animation of no pictures");
        }
        this.chunks = WebpChunks.of(stream);
        stream.seek(0);
        this.size = whole != null ? whole : reader.size();
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
        return frames == 0 ? Patch.still(colored(still.read(size, remarks))) : nextFrame();
    }

    private void look(WebpChunks chunk) throws IOException {
        switch (chunk.name()) {
            case "VP8X" -> {
                ByteBuffer data = data(chunk, EXTENDED_BYTES);
                moving = (data.get(0) & ANIMATION_FLAG) != 0;
                whole = new FrameSize(number(data, 4) + 1, number(data, 7) + 1);
            }
            case "ICCP" -> profile = chunk.data().array();
            case "EXIF" -> orientation = Exif.orientation(chunk.data().array());
            case "ANMF" -> {
                if (moving) {
                    checkFrame(data(chunk, FRAME_HEADER_BYTES));
                    frames++;
                }
            }
            default -> {
                if (!moving) {
                    still.take(chunk);
                }
            }
        }
    }

    private void checkFrame(ByteBuffer data) throws IOException {
        FrameSize frame = frameSize(data);
        if (2L * number(data, 0) + frame.width() > whole.width()
                || 2L * number(data, 3) + frame.height() > whole.height()) {
            throw new IIOException("a picture of it reaches beyond its " + whole + " pixels");
        }
    }

    private Patch nextFrame() throws IOException {
        do {
            chunks.advance();
        } while (!chunks.name().equals("ANMF"));
        ByteBuffer data = chunks.data();
        WebpPixels pixels = new WebpPixels();
        for (WebpChunks parts = chunks.within(FRAME_HEADER_BYTES); parts.advance();) {
            pixels.take(parts);
        }
        int flags = data.get(FRAME_HEADER_BYTES - 1);
        return new Patch(colored(pixels.read(frameSize(data), remarks)), 2 * number(data, 0), 2 * number(data, 3),
                (flags & NOT_OVER_FLAG) == 0, (flags & CLEARED_FLAG) == 0 ? Disposal.STAYS : Disposal.IS_CLEARED,
                number(data, 12));
    }

    private BufferedImage colored(BufferedImage image) {
        return profile == null ? image : ColorProfile.apply(profile, image, remarks);
    }

    private static FrameSize frameSize(ByteBuffer data) {
        return new FrameSize(number(data, 6) + 1, number(data, 9) + 1);
    }

    /** A number of 24 bits. */
    private static int number(ByteBuffer data, int at) {
        return Short.toUnsignedInt(data.getShort(at)) | (data.get(at + Short.BYTES) & 0xFF) << Short.SIZE;
    }

    private static ByteBuffer data(WebpChunks chunk, int least) throws IOException {
        ByteBuffer data = chunk.data();
        if (data.capacity() < least) {
            throw new IIOException("its chunk " + chunk.name() + " is too short");
        }
        return data;
    }
}
