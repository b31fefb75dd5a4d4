package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files byte by byte. */
final class PngFiles {
    static final int GRAY = 0;
    static final int RGB = 2;
    static final int GRAY_ALPHA = 4;
    static final int RGBA = 6;

    private static final int HEADER_END = 8 + 25;

    private PngFiles() {}

    /** @param numbers of all channels, pixel by pixel */
    static byte[] still(int width, int height, int bits, int kind, int[] numbers) throws IOException {
        return OrientationTest.bytes(signature(), header(width, height, bits, kind),
                chunk("IDAT", pixels(height, bits, numbers)), chunk("IEND", new byte[0]));
    }

    /** The file with one more chunk behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        return OrientationTest.bytes(Arrays.copyOf(png, HEADER_END), chunk(type, data),
                Arrays.copyOfRange(png, HEADER_END, png.length));
    }

    /** An animation of RGBA. */
    static byte[] animation(int width, int height, List<Frame> frames) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(OrientationTest.bytes(signature(), header(width, height, 8, RGBA), control(frames.size())));
        int sequence = 0;
        for (Frame frame : frames) {
            file.writeBytes(frame.control(sequence++));
            byte[] pixels = pixels(frame.image.getHeight(), 8, rgba(frame.image));
            if (sequence == 1) {
                file.writeBytes(chunk("IDAT", pixels));
            } else {
                int half = pixels.length / 2;
                file.writeBytes(data(sequence++, Arrays.copyOf(pixels, half)));
                file.writeBytes(data(sequence++, Arrays.copyOfRange(pixels, half, pixels.length)));
            }
        }
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    static byte[] signature() {
        return new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    }

    static byte[] header(int width, int height, int bits, int kind) {
        return chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) bits).put((byte) kind)
                .array());
    }

    static byte[] control(int frames) {
        return chunk("acTL", ByteBuffer.allocate(8).putInt(frames).array());
    }

    static byte[] data(int sequence, byte[] pixels) {
        return chunk("fdAT", ByteBuffer.allocate(4 + pixels.length).putInt(sequence).put(pixels).array());
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) check.getValue()).array();
    }

    static byte[] pixels(int height, int bits, int[] numbers) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(compressed, new Deflater(9)))) {
            for (int i = 0; i < numbers.length; i++) {
                if (i % (numbers.length / height) == 0) {
                    out.writeByte(0);
                }
                if (bits == 16) {
                    out.writeShort(numbers[i]);
                } else {
                    out.writeByte(numbers[i]);
                }
            }
        }
        return compressed.toByteArray();
    }

    static int[] rgba(BufferedImage image) {
        return Arrays.stream(Pictures.pixels(image)).flatMap(argb -> Arrays.stream(
                new int[]{argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, argb >>> 24})).toArray();
    }

    /** A picture of an animation; disposal and blend as in PNG's specification. */
    record Frame(BufferedImage image, int x, int y, int numerator, int denominator, int disposal, int blend) {
        byte[] control(int sequence) {
            return chunk("fcTL", ByteBuffer.allocate(26).putInt(sequence).putInt(image.getWidth())
                    .putInt(image.getHeight()).putInt(x).putInt(y).putShort((short) numerator)
                    .putShort((short) denominator).put((byte) disposal).put((byte) blend).array());
        }
    }
}
