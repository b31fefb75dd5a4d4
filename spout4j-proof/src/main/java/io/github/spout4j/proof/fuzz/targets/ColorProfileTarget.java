package io.github.spout4j.proof.fuzz.targets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** A picture's colour profile. An input: which picture (1 byte: colours, with alpha, gray), its profile, which is put into a PNG file. */
public final class ColorProfileTarget {
    private static final Pictures FILE = new Pictures("png");
    private static final int HEADER_BYTES = 33;
    private static final byte[][] PICTURES = {picture(BufferedImage.TYPE_INT_RGB),
            picture(BufferedImage.TYPE_INT_ARGB), picture(BufferedImage.TYPE_BYTE_GRAY)};

    private ColorProfileTarget() {}

    /** Reads the picture in these colours. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Given given = new Given(data);
        byte[] picture = PICTURES[given.small() % PICTURES.length];
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(picture, 0, HEADER_BYTES);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("iCCPfuzz\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream profile = new DeflaterOutputStream(chunk)) {
            profile.write(given.rest());
        }
        DataOutputStream numbers = new DataOutputStream(file);
        numbers.writeInt(chunk.size() - Integer.BYTES);
        chunk.writeTo(file);
        CRC32 check = new CRC32();
        check.update(chunk.toByteArray());
        numbers.writeInt((int) check.getValue());
        file.write(picture, HEADER_BYTES, picture.length - HEADER_BYTES);
        FILE.read(file.toByteArray());
    }

    private static byte[] picture(int type) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(3, 2, type), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
