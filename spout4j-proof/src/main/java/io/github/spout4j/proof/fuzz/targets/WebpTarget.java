package io.github.spout4j.proof.fuzz.targets;

/** A WebP file. An input is the file. */
public final class WebpTarget {
    private static final Pictures FILE = new Pictures("webp");

    private WebpTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        FILE.read(data);
    }
}
