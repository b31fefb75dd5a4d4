package io.github.spout4j.cli.pictures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file in memory. Readers that take what is behind its end for zeros do so for a while: a small file can tell them to read thousands of
 * millions.
 */
final class FileInMemory extends MemoryCacheImageInputStream {
    /** The WebP reader asks for more with each of the last 64 bits that it has. */
    private static final int MOST_BEHIND_END = 1000;

    private int behindEnd;

    FileInMemory(byte[] file) {
        super(new ByteArrayInputStream(file));
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next < 0 && ++behindEnd > MOST_BEHIND_END) {
            throw new IIOException("it is cut off");
        }
        return next;
    }
}
