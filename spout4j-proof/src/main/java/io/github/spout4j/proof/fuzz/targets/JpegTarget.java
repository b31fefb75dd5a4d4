package io.github.spout4j.proof.fuzz.targets;

/** A JPEG file. An input is the file. */
public final class JpegTarget {
    private static final Pictures FILE = new Pictures("jpeg");

    private JpegTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        FILE.read(data);
    }
}
