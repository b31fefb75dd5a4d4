package io.github.spout4j.cli.pictures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/**
 * A profile of three lights and one curve, written by ICC's specification, and what its numbers are in sRGB by definition.
 *
 * @param lights X, Y and Z of red, green and blue under D50
 * @param gamma  the power of the curve
 */
record Icc(double[][] lights, double gamma) {
    /** The lights of Display P3, of Adobe RGB and of sRGB. */
    static final double[][] P3 = {{0.515102, 0.241182, -0.001050}, {0.291965, 0.692236, 0.041882}, {0.157153, 0.066582,
            0.784378}};
    static final double[][] ADOBE = {{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322,
            0.74457}};
    static final double[][] SRGB = {{0.436075, 0.222504, 0.013932}, {0.385065, 0.716879, 0.097105}, {0.143080, 0.060617,
            0.714173}};

    private static final String[] COLOURS = {"r", "g", "b"};
    private static final int TAGS = 9;
    private static final int HEADER_BYTES = 128 + 4 + 12 * TAGS;

    byte[] bytes() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer table = ByteBuffer.allocate(4 + 12 * TAGS).putInt(TAGS);
        byte[] text = ByteBuffer.allocate(12).put("text".getBytes(StandardCharsets.ISO_8859_1)).putInt(0).putInt(0)
                .array();
        ByteBuffer description = ByteBuffer.allocate(104);
        description.put("desc".getBytes(StandardCharsets.ISO_8859_1)).putInt(0).putInt(2).put((byte) 'x');
        tag(table, data, "desc", description.array());
        tag(table, data, "cprt", text);
        tag(table, data, "wtpt", xyz(0.9642, 1, 0.8249));
        for (int i = 0; i < COLOURS.length; i++) {
            tag(table, data, COLOURS[i] + "XYZ", xyz(lights[i]));
            tag(table, data, COLOURS[i] + "TRC", ByteBuffer.allocate(16)
                    .put("curv".getBytes(StandardCharsets.ISO_8859_1)).putInt(0).putInt(1)
                    .putShort((short) Math.round(gamma * 256)).array());
        }
        ByteBuffer header = ByteBuffer.allocate(128).putInt(HEADER_BYTES + data.size()).putInt(0)
                .putInt(0x02100000).put("mntrRGB XYZ ".getBytes(StandardCharsets.ISO_8859_1));
        header.putShort(24, (short) 2026).putShort(26, (short) 1).putShort(28, (short) 1);
        header.put(36, "acsp".getBytes(StandardCharsets.ISO_8859_1));
        header.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
        return OrientationTest.bytes(header.array(), table.array(), data.toByteArray());
    }

    /** As a PNG's chunk iCCP. */
    static byte[] chunk(byte[] profile) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(new byte[]{'x', 0, 0});
        try (DeflaterOutputStream out = new DeflaterOutputStream(chunk)) {
            out.write(profile);
        }
        return chunk.toByteArray();
    }

    /** Red, green and blue of 0 to 1, in sRGB. */
    double[] inSrgb(double... numbers) {
        double[] xyz = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                xyz[j] += Math.pow(numbers[i], gamma) * lights[i][j];
            }
        }
        double[] linear = solve(xyz);
        for (int i = 0; i < 3; i++) {
            double light = Math.clamp(linear[i], 0, 1);
            linear[i] = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        }
        return linear;
    }

    /** How much of sRGB's lights makes the colour, by Cramer's rule. */
    private static double[] solve(double[] xyz) {
        double[] result = new double[3];
        double all = volume(SRGB[0], SRGB[1], SRGB[2]);
        result[0] = volume(xyz, SRGB[1], SRGB[2]) / all;
        result[1] = volume(SRGB[0], xyz, SRGB[2]) / all;
        result[2] = volume(SRGB[0], SRGB[1], xyz) / all;
        return result;
    }

    private static double volume(double[] a, double[] b, double[] c) {
        return a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1])
                + c[0] * (a[1] * b[2] - a[2] * b[1]);
    }

    private static void tag(ByteBuffer table, ByteArrayOutputStream data, String name, byte[] bytes) {
        table.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(HEADER_BYTES + data.size()).putInt(bytes.length);
        data.writeBytes(bytes);
    }

    private static byte[] xyz(double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(20).put("XYZ ".getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
        for (double number : numbers) {
            bytes.putInt((int) Math.round(number * 65536));
        }
        return bytes.array();
    }
}
