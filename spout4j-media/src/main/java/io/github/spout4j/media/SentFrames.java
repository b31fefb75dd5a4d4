package io.github.spout4j.media;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Frames on their way from ffmpeg to a sender: read from the pipe to where receivers read them, or, where they have to be converted, to memory of
 * their own first. Of one thread.
 */
final class SentFrames implements AutoCloseable {

    private final SpoutSender sender;
    private Arena arena;
    private ByteBuffer own;
    private MemorySegment ownPixels;
    private PixelFormat format;
    private boolean inPlace;

    SentFrames(SpoutSender sender) {
        this.sender = sender;
    }

    /**
     * Reads a frame and sends it.
     *
     * @return false where it was dropped
     * @throws IOException where it is cut off; nothing is sent then
     */
    boolean send(PamFrames frames) throws IOException {
        if (frames.format() != format || frames.width() != sender.width() || frames.height() != sender.height()) {
            begin(frames);
        }
        if (!inPlace) {
            frames.read(own.clear());
            straighten(own);
            return sender.send(ownPixels, PixelLayout.of(format));
        }
        SpoutFrame frame = sender.nextFrame();
        boolean whole = false;
        try {
            ByteBuffer pixels = frame.buffer();
            frames.read(pixels);
            straighten(pixels);
            whole = true;
        } finally {
            if (whole) {
                frame.close();
            } else {
                frame.discard();
            }
        }
        return !sender.paused();
    }

    private void begin(PamFrames frames) {
        if (frames.width() != sender.width() || frames.height() != sender.height()) {
            sender.resize(frames.width(), frames.height());
        }
        format = frames.format();
        inPlace = sender.alpha() == Alpha.STRAIGHT && takes();
        close();
        if (!inPlace) {
            arena = Arena.ofShared();
            ownPixels = arena.allocate(PixelLayout.of(format).bytesFor(sender.width(), sender.height()), Long.BYTES);
            own = ownPixels.asByteBuffer();
        }
    }

    /** Whether the sender's memory is just as ffmpeg writes. */
    private boolean takes() {
        SpoutFrame trial = sender.nextFrame();
        try {
            return trial.format() == format && trial.rowPitch() == (long) trial.width() * format.bytesPerPixel()
                    && trial.pixels().byteSize() == PixelLayout.of(format).bytesFor(trial.width(), trial.height());
        } finally {
            trial.discard();
        }
    }

    /** PAM has the higher byte first. */
    private void straighten(ByteBuffer pixels) {
        if (PipeFormat.isWide(format)) {
            pixels.clear();
            pixels.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()
                    .put(pixels.order(ByteOrder.BIG_ENDIAN).asShortBuffer());
        }
    }

    @Override
    public void close() {
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }
}
