package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A file with a picture, or with several as an animated GIF. */
public final class PictureFile {
    private final Path path;
    private final FrameSize size;
    private final boolean animated;

    private PictureFile(Path path, FrameSize size, boolean animated) {
        this.path = path;
        this.size = size;
        this.animated = animated;
    }

    /**
     * Looks at a file's header.
     *
     * @throws CommandException where it cannot be sent
     */
    public static PictureFile of(String file) {
        Path path = existing(file);
        return read(path, reader -> {
            boolean animated = isGif(reader) && reader.getNumImages(true) > 1;
            FrameSize size = isGif(reader)
                    ? GifAnimation.size(reader)
                    : new FrameSize(reader.getWidth(0), reader.getHeight(0));
            if (!size.fits()) {
                throw CommandException.badInput("\"" + file + "\" is " + size + " pixels; Spout sends at most "
                        + FrameSize.LARGEST + "x" + FrameSize.LARGEST);
            }
            return new PictureFile(path, size, animated);
        });
    }

    public FrameSize size() {
        return size;
    }

    boolean animated() {
        return animated;
    }

    /** The only picture, or an animation's first. */
    public Picture first() {
        return read(path, reader -> isGif(reader) ? new GifAnimation(reader).next() : Picture.still(reader.read(0)));
    }

    /**
     * Shows each picture in turn until {@code shown} returns false.
     *
     * @return what {@code shown} returned last
     */
    boolean play(Predicate<Picture> shown) {
        if (!animated) {
            return shown.test(first());
        }
        return read(path, reader -> {
            GifAnimation animation = new GifAnimation(reader);
            boolean more = true;
            while (more && animation.hasNext()) {
                more = shown.test(animation.next());
            }
            return more;
        });
    }

    private static Path existing(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.exists(path)) {
                throw CommandException.badInput("there is no file \"" + file + "\"; check the name");
            }
            if (!Files.isRegularFile(path)) {
                throw CommandException.badInput("\"" + file + "\" is no file; name a picture in it");
            }
            if (!Files.isReadable(path)) {
                throw CommandException.badInput("\"" + file + "\" may not be read; check its permissions");
            }
            return path;
        } catch (InvalidPathException e) {
            throw CommandException.badInput("\"" + file + "\" can be no file's name: " + e.getReason(), e);
        }
    }

    private static boolean isGif(ImageReader reader) throws IOException {
        return reader.getFormatName().equalsIgnoreCase("gif");
    }

    private static <T> T read(Path path, Reading<T> reading) {
        ImageIO.setUseCache(false);
        try (ImageInputStream stream = ImageIO.createImageInputStream(path.toFile())) {
            if (stream == null) {
                throw new IOException("it cannot be opened");
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw CommandException.badInput("\"" + path + "\" is no picture that Java can read; send one of "
                        + readable());
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                return reading.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw CommandException.badInput("\"" + path + "\" cannot be read as a picture: " + e.getMessage()
                    + "; it may be damaged", e);
        }
    }

    private static String readable() {
        return Arrays.stream(ImageIO.getReaderFormatNames()).map(name -> name.toUpperCase(Locale.ROOT)).distinct()
                .sorted().collect(Collectors.joining(", "));
    }

    /** Something to be read. */
    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }
}
