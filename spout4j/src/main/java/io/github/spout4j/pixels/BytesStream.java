package io.github.spout4j.pixels;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes of an array for ImageIO, used again for others. */
final class BytesStream extends ImageInputStreamImpl {
    private byte[] bytes = {};
    private int length;

    void show(byte[] newBytes, int newLength) {
        bytes = newBytes;
        length = newLength;
        streamPos = 0;
        flushedPos = 0;
        bitOffset = 0;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < length ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        bitOffset = 0;
        int there = (int) Math.min(count, length - streamPos);
        if (there <= 0) {
            return count == 0 ? 0 : -1;
        }
        System.arraycopy(bytes, (int) streamPos, target, offset, there);
        streamPos += there;
        return there;
    }

    @Override
    public long length() {
        return length;
    }
}
