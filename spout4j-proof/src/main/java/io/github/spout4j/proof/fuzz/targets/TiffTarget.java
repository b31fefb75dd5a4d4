package io.github.spout4j.proof.fuzz.targets;

/** A TIFF file. An input is the file. */
public final class TiffTarget {
    private static final Pictures FILE = new Pictures("tiff");

    private TiffTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        FILE.read(data);
    }
}
