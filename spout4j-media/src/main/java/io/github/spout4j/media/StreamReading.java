package io.github.spout4j.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/** A child's standard output as a channel, where there are no named pipes. An interrupt closes it, and so ends the child. */
final class StreamReading extends AbstractInterruptibleChannel implements ReadableByteChannel {
    private final Process child;
    private final InputStream stream;
    private final byte[] bytes = new byte[1 << 17];

    StreamReading(Process child) {
        this.child = child;
        this.stream = child.getInputStream();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = 0;
        boolean done = false;
        try {
            begin();
            count = stream.read(bytes, 0, Math.min(bytes.length, target.remaining()));
            done = true;
        } finally {
            end(done);
        }
        if (count > 0) {
            target.put(bytes, 0, count);
        }
        return count;
    }

    @Override
    protected void implCloseChannel() {
        child.destroyForcibly();
    }
}
