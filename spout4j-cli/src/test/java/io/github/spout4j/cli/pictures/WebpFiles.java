package io.github.spout4j.cli.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts WebP files together of chunks of others. */
final class WebpFiles {
    private WebpFiles() {}

    /** All chunks of a file as they are. */
    static byte[] chunks(byte[] file) {
        return Arrays.copyOfRange(file, 12, file.length);
    }

    static byte[] chunk(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + (data.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(data.length).put(data).array();
    }

    static byte[] file(byte[]... chunks) {
        byte[] all = OrientationTest.bytes(chunks);
        return ByteBuffer.allocate(12 + all.length).order(ByteOrder.LITTLE_ENDIAN).putInt(0x46464952)
                .putInt(4 + all.length).putInt(0x50424557).put(all).array();
    }

    static byte[] extended(int flags, int width, int height, byte[]... chunks) {
        ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags)
                .putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1)).put((byte) 0);
        return file(chunk("VP8X", head.array()), OrientationTest.bytes(chunks));
    }
}
