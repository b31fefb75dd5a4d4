package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.SafeText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** A file with a picture, or with several as an animated GIF, PNG or WebP. */
public final class PictureFile {
    private final Path path;
    private final Depth depth;
    private final FrameSize size;
    private final boolean animated;
    private final Set<String> remarked = new HashSet<>();

    private PictureFile(Path path, Depth depth) {
        this.path = path;
        this.depth = depth;
        record Header(FrameSize size, boolean animated) {}
        Header header = read(source -> new Header(source.orientation().turn(sizeOf(source)), source.animated()));
        this.size = header.size;
        this.animated = header.animated;
    }

    /**
     * Looks at a file's header.
     *
     * @param depth bits of which its pictures keep no more than they have
     * @throws CommandException where it cannot be sent
     */
    public static PictureFile of(String name, Depth depth) {
        PictureFile file = new PictureFile(existing(name), depth);
        if (!file.size.fits()) {
            throw CommandException.badInput("\"" + name + "\" is " + file.size + " pixels; Spout sends at most "
                    + FrameSize.LARGEST + "x" + FrameSize.LARGEST);
        }
        return file;
    }

    /** Whether it is called as pictures are, by its ending. */
    public static boolean isPicture(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(ImageIO.getReaderFileSuffixes())
                .anyMatch(ending -> !ending.isEmpty() && small.endsWith("." + ending.toLowerCase(Locale.ROOT)));
    }

    /** Whether it is called as GIFs are, which are pictures and films alike. */
    public static boolean isGif(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gif");
    }

    /** The size of its pictures, turned as they are shown. */
    public FrameSize size() {
        return size;
    }

    boolean animated() {
        return animated;
    }

    /** The only picture, or an animation's first. */
    public Picture first() {
        return read(source -> new Animation(source, depth).next());
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
        return read(source -> {
            Animation animation = new Animation(source, depth);
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

    private <T> T read(Reading<T> reading) {
        ImageIO.setUseCache(false);
        try (ImageInputStream stream = ImageIO.createImageInputStream(path.toFile())) {
            if (stream == null) {
                throw new IOException("it cannot be opened");
            }
            try (PictureReader reader = PictureReader.of(stream, this::remark).orElseThrow(
                    () -> CommandException.badInput("\"" + path + "\" is no picture that Java can read; send one of "
                            + readable()))) {
                return reading.of(source(stream, reader));
            }
        } catch (EOFException e) {
            throw CommandException.badInput("\"" + path + "\" cannot be read as a picture: it is cut off", e);
        } catch (IOException e) {
            throw CommandException.badInput("\"" + path + "\" cannot be read as a picture: " + e.getMessage()
                    + "; it may be damaged", e);
        } catch (OutOfMemoryError e) {
            throw CommandException.badInput("\"" + path + "\" needs more memory than Java has here ("
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB); send a smaller one", e);
        }
    }

    private static FrameSize sizeOf(PictureSource source) throws IOException {
        FrameSize size = source.size();
        if (size.width() < 1 || size.height() < 1) {
            throw new IIOException("its header makes no sense");
        }
        return size;
    }

    private PictureSource source(ImageInputStream stream, PictureReader reader) throws IOException {
        return switch (reader.format().toLowerCase(Locale.ROOT)) {
            case "gif" -> new GifSource(stream, reader);
            case "jpeg" -> new JpegSource(stream, reader);
            case "png" -> new PngSource(stream, reader, this::remark);
            case "tif", "tiff" -> new TiffSource(stream, reader);
            case "webp" -> new WebpSource(stream, reader, this::remark);
            default -> new StillSource(reader);
        };
    }

    private void remark(String remark) {
        if (remarked.add(remark)) {
            System.err.println("\"" + SafeText.of(path.toString()) + "\": " + remark);
        }
    }

    private static String readable() {
        return Arrays.stream(ImageIO.getReaderFormatNames()).map(name -> name.toUpperCase(Locale.ROOT)).distinct()
                .sorted().collect(Collectors.joining(", "));
    }

    /** Something to be read. */
    private interface Reading<T> {
        T of(PictureSource source) throws IOException;
    }
}
