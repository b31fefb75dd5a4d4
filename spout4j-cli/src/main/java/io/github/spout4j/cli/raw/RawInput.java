package io.github.spout4j.cli.raw;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import java.io.IOException;
import java.nio.ByteBuffer;
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
     * @throws CommandException where the data ends within a frame
     */
    public ByteBuffer next() throws IOException {
        frame.clear();
        while (frame.hasRemaining() && channel.read(frame) >= 0) {
            // a pipe gives what it has
        }
        if (frame.position() == 0) {
            return null;
        }
        if (frame.hasRemaining()) {
            throw CommandException.failed("the last frame is cut off: " + frame.position() + " of " + frame.capacity()
                    + " bytes, after " + frames + " whole frames of " + size + "; are --raw and --format the video's?");
        }
        frames++;
        return frame.flip();
    }
}
