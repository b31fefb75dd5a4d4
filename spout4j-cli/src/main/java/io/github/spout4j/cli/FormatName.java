package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a format is called on the command line: as in the library, in small letters, or as ffmpeg calls it. */
public final class FormatName {
    private FormatName() {}

    static Optional<PixelFormat> find(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(PixelFormat.values())
                .filter(format -> own(format).equals(name) || ffmpeg(format).map(name::equals).orElse(false))
                .findFirst();
    }

    /** All names of all formats. */
    static String all() {
        return Arrays.stream(PixelFormat.values())
                .map(format -> own(format) + ffmpeg(format).map(name -> " (" + name + ")").orElse(""))
                .collect(Collectors.joining(", "));
    }

    /** Each name of each format. */
    static Stream<String> words() {
        return Arrays.stream(PixelFormat.values())
                .flatMap(format -> Stream.concat(Stream.of(own(format)), ffmpeg(format).stream()));
    }

    /** ffmpeg's name where it has one. */
    public static String of(PixelFormat format) {
        return ffmpeg(format).orElse(own(format));
    }

    private static String own(PixelFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /** The -pix_fmt of the same bytes. */
    private static Optional<String> ffmpeg(PixelFormat format) {
        return Optional.ofNullable(switch (format) {
            case RGBA8 -> "rgba";
            case BGRA8 -> "bgra";
            case BGRX8 -> "bgr0";
            case RGB10A2 -> "x2bgr10le";
            case RGBA16 -> "rgba64le";
            case RGBA16F -> "rgbaf16le";
            case RGBA32F -> "rgbaf32le";
            case R8 -> "gray";
            case R16 -> "gray16le";
            case R16F -> "grayf16le";
            case R32F -> "grayf32le";
            default -> null;
        });
    }
}
