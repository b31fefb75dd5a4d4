package io.github.spout4j.cli.raw;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;

/** Frames of raw video, one after another without anything between. */
public final class RawInput {
    private final ReadableByteChannel channel;
    private final FrameSize size;
    private final ByteBuffer frame;
    private long frames;

    public RawInput(ReadableByteChannel channel, FrameSize size, PixelFormat format) {
        this.channel = channel;
        this.size = size;
        this.frame = ByteBuffer.allocateDirect(Math.toIntExact(size.bytes(format)));
    }

    /**
     * The next frame, in memory that the next call uses again; null at the end.
     *
     * @throws CommandException where the data ends within a frame, or before the first
     */
    public ByteBuffer next() throws IOException {
        frame.clear();
        while (frame.hasRemaining() && read() >= 0) {
            // a pipe gives what it has
        }
        if (frame.position() == 0) {
            requireAny();
            return null;
        }
        if (frame.hasRemaining()) {
            throw CommandException.failed("the last frame is cut off: " + frame.position() + " of " + frame.capacity()
                    + " bytes, after " + frames + " whole frames of " + size + "; are --raw and --format the video's?");
        }
        frames++;
        return frame.flip();
    }

    private int read() throws IOException {
        try {
            return channel.read(frame);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw CommandException.failed("standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private void requireAny() {
        if (frames == 0) {
            throw CommandException.failed("standard input ended before the first frame: nothing came; does the program "
                    + "before the | run, and does it write its video to standard output?");
        }
    }
}
