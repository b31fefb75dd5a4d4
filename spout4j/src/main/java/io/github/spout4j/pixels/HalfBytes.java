package io.github.spout4j.pixels;

/** RGBA16F becomes RGBA8 by the byte of every half float there is: 64 KiB, of which those from 0 to 1 are the first quarter. */
final class HalfBytes {
    private static final byte[] BYTES = new byte[1 << Short.SIZE];

    static {
        for (int i = 0; i < BYTES.length; i++) {
            BYTES[i] = (byte) Encoding.UNORM8.bits(Float.float16ToFloat((short) i));
        }
    }

    private HalfBytes() {}

    static void toBytes(long[] halves, int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            long half = halves[i];
            pixels[i] = toByte(half) | toByte(half >>> 16) << 8 | toByte(half >>> 32) << 16 | toByte(half >>> 48) << 24;
        }
    }

    private static int toByte(long half) {
        return BYTES[(int) half & 0xFFFF] & 0xFF;
    }
}
