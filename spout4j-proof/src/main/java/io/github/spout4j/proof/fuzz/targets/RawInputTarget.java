package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.raw.RawInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Raw video. An input: width, height, format (1 byte each), how much a pipe gives at a time (1), the video. */
public final class RawInputTarget {
    private RawInputTarget() {}

    /** Reads it to its end. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Given given = new Given(data);
        FrameSize size = new FrameSize(1 + given.small() % 32, 1 + given.small() % 32);
        PixelFormat[] formats = PixelFormat.values();
        PixelFormat format = formats[given.small() % formats.length];
        int most = given.small();
        byte[] video = given.rest();
        long frameBytes = size.bytes(format);
        RawInput input = new RawInput(new Pipe(video, most), size, format);
        int at = 0;
        try {
            for (ByteBuffer frame = input.next(); frame != null; frame = input.next()) {
                Must.hold(frame.remaining() == frameBytes, "a frame is whole");
                while (frame.hasRemaining()) {
                    Must.hold(frame.get() == video[at++], "frames are the video's bytes, one after another");
                }
            }
            Must.hold(at == video.length && at > 0, "all of the video is read");
        } catch (CommandException e) {
            Must.hold(e.exitCode() == ExitCode.FAILED, "a video that is cut off is a failure");
            Must.hold(video.length == 0 || video.length - at < frameBytes && video.length - at > 0,
                    "all whole frames were read before");
        }
    }

    private static final class Pipe implements ReadableByteChannel {
        private final ByteBuffer bytes;
        private final int most;

        Pipe(byte[] bytes, int most) {
            this.bytes = ByteBuffer.wrap(bytes);
            this.most = most;
        }

        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(Math.min(most + 1, bytes.remaining()), target.remaining());
            target.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
