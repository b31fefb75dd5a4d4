package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frames that follow each other as PAM pictures, so that each tells its size: a few lines, then pixels, top row first, without gaps. */
final class PamFrames {
    private static final Pattern HEADER = Pattern
            .compile(
                    "P7\nWIDTH (\\d{1,6})\nHEIGHT (\\d{1,6})\nDEPTH ([14])\nMAXVAL (255|65535)\nTUPLTYPE \\w+\nENDHDR\n");
    private static final String NO_PICTURE = "what ffmpeg writes is no picture";
    private static final int LONGEST = 128;
    private static final int LARGEST = 16384;
    private static final int WIDE = 65535;
    private static final byte[] END = "ENDHDR\n".getBytes(StandardCharsets.US_ASCII);

    private final ReadableByteChannel channel;
    private final ByteBuffer header = ByteBuffer.allocateDirect(LONGEST).limit(0);
    private byte[] last = {};
    private int width;
    private int height;
    private PixelFormat format;

    PamFrames(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** Reads up to the next frame's pixels; false at the end. */
    boolean next() throws IOException {
        header.compact().limit(Math.max(header.position(), Math.max(1, last.length)));
        if (!fill()) {
            return false;
        }
        int end = end();
        while (end < 0) {
            if (header.position() == LONGEST) {
                throw new IOException(NO_PICTURE);
            }
            header.limit(header.position() + 1);
            if (!fill()) {
                return false;
            }
            end = end();
        }
        if (end != last.length || !same()) {
            last = new byte[end];
            header.get(0, last);
            parse(new String(last, StandardCharsets.US_ASCII));
        }
        header.flip().position(end);
        return true;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** RGBA8, R8, RGBA16 or R16; of the last two, the higher byte of each number is first. */
    PixelFormat format() {
        return format;
    }

    /**
     * Reads the frame's pixels.
     *
     * @param target has room for just these
     * @throws EOFException where the film ends within the frame
     */
    void read(ByteBuffer target) throws IOException {
        while (header.hasRemaining() && target.hasRemaining()) {
            target.put(header.get()); // of a shorter header than the last one, what was read beyond it
        }
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                throw new EOFException("the frame is cut off");
            }
        }
    }

    private boolean fill() throws IOException {
        while (header.hasRemaining()) {
            if (channel.read(header) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean same() {
        for (int i = 0; i < last.length; i++) {
            if (i == header.position() || header.get(i) != last[i]) {
                return false;
            }
        }
        return last.length > 0;
    }

    /** Where the pixels begin in what was read; -1 where that is not yet read. */
    private int end() {
        for (int start = 0; start + END.length <= header.position(); start++) {
            int matched = 0;
            while (matched < END.length && header.get(start + matched) == END[matched]) {
                matched++;
            }
            if (matched == END.length) {
                return start + END.length;
            }
        }
        return -1;
    }

    private void parse(String text) throws IOException {
        Matcher matcher = HEADER.matcher(text);
        if (!matcher.matches()) {
            throw new IOException(NO_PICTURE);
        }
        width = Integer.parseInt(matcher.group(1));
        height = Integer.parseInt(matcher.group(2));
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw FilmException
                    .badInput("the film has " + width + "x" + height + " pixels; Spout can send up to " + LARGEST
                            + "x" + LARGEST);
        }
        boolean wide = Integer.parseInt(matcher.group(4)) == WIDE;
        boolean gray = matcher.group(3).equals("1");
        format = gray ? wide ? PixelFormat.R16 : PixelFormat.R8 : wide ? PixelFormat.RGBA16 : PixelFormat.RGBA8;
    }
}
