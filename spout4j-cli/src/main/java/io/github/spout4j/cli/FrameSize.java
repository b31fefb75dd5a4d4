package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A frame's size in pixels.
 *
 * @param width  1 to 16384
 * @param height 1 to 16384
 */
public record FrameSize(int width, int height) {
    public static final int LARGEST = 16384;

    /** Bytes of such a frame without gaps. */
    public long bytes(PixelFormat format) {
        return (long) width * height * format.bytesPerPixel();
    }

    public boolean fits() {
        return width >= 1 && width <= LARGEST && height >= 1 && height <= LARGEST;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }

    /** Reads WxH. */
    public static final class Converter implements ITypeConverter<FrameSize> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})[xX](\\d{1,9})");

        @Override
        public FrameSize convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("\"" + text + "\" is no size; write WIDTHxHEIGHT, such as 1280x720");
            }
            FrameSize size = new FrameSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (!size.fits()) {
                throw new TypeConversionException("\"" + text + "\" cannot be sent; width and height must be 1 to "
                        + LARGEST);
            }
            return size;
        }
    }
}
