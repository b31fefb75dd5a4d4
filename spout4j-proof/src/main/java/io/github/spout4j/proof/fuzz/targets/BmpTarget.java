package io.github.spout4j.proof.fuzz.targets;

/** A BMP file. An input is the file. */
public final class BmpTarget {
    private static final Pictures FILE = new Pictures("bmp");

    private BmpTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        FILE.read(data);
    }
}
