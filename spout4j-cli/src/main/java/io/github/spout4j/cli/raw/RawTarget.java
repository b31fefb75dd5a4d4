package io.github.spout4j.cli.raw;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.cli.BrokenPipe;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FormatName;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.FrameTarget;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Frames as raw video: the pixels' bytes, nothing between. */
public final class RawTarget implements FrameTarget {
    private final WritableByteChannel channel;
    private final RawFormat wanted;
    private PixelFormat format;
    private FrameSize size;
    private ByteBuffer converted;

    public RawTarget(WritableByteChannel channel, RawFormat wanted) {
        this.channel = channel;
        this.wanted = wanted;
    }

    @Override
    public boolean take(SpoutFrame frame, long count) throws IOException {
        FrameSize now = new FrameSize(frame.width(), frame.height());
        if (size == null) {
            begin(frame, now);
        }
        if (!size.equals(now)) {
            throw changed(size, now);
        }
        if (wanted.fixed().isEmpty() && format != frame.format()) {
            throw changed(FormatName.of(format), FormatName.of(frame.format()));
        }
        ByteBuffer pixels = isAsWanted(frame) ? frame.buffer() : convert(frame);
        try {
            while (pixels.hasRemaining()) {
                channel.write(pixels);
            }
            return true;
        } catch (IOException e) {
            if (BrokenPipe.is(e)) {
                return false;
            }
            throw CommandException.failed("standard output cannot be written: " + e.getMessage(), e);
        }
    }

    /** Says what the bytes are to whoever did not ask for something certain. */
    private void begin(SpoutFrame frame, FrameSize now) {
        size = now;
        format = wanted.fixed().orElse(frame.format());
        if (wanted.fixed().isEmpty()) {
            System.err.println("raw video is " + size + " " + FormatName.of(format));
        }
    }

    private static CommandException changed(Object before, Object now) {
        return CommandException.failed("the sender went from " + before + " to " + now
                + ", which raw video cannot tell; receive again, or use --out frame-%04d.png");
    }

    @Override
    public void close() {}

    private boolean isAsWanted(SpoutFrame frame) {
        return frame.format() == format && frame.rowPitch() == (long) frame.width() * format.bytesPerPixel();
    }

    private ByteBuffer convert(SpoutFrame frame) {
        if (converted == null) {
            converted = ByteBuffer.allocateDirect(Math.toIntExact(size.bytes(format)));
        }
        frame.copyTo(MemorySegment.ofBuffer(converted.clear()), PixelLayout.of(format));
        return converted;
    }
}
