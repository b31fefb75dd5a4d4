package io.github.spout4j.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/** A child's standard input as a channel, where there are no named pipes. */
final class StreamWriting extends AbstractInterruptibleChannel implements WritableByteChannel {
    private final OutputStream stream;
    private final byte[] bytes = new byte[1 << 17];

    StreamWriting(Process child) {
        this.stream = child.getOutputStream();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = Math.min(bytes.length, source.remaining());
        source.get(bytes, 0, count);
        boolean done = false;
        try {
            begin();
            stream.write(bytes, 0, count);
            stream.flush();
            done = true;
        } finally {
            end(done);
        }
        return count;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        stream.close();
    }
}
