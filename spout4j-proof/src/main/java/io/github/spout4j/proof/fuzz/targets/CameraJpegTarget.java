package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.pixels.JpegPixels;
import java.lang.foreign.MemorySegment;

/**
 * A camera's JPEG. An input: the width and height that its program told, 64 at most (1 byte each), how many bytes the target has between
 * rows (1), what is added to the true offset and length (1 each), the JPEG.
 */
public final class CameraJpegTarget {
    private static final int LARGEST = 64;

    private CameraJpegTarget() {}

    /** Decodes it twice. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        int width = 1 + given.small() % LARGEST;
        int height = 1 + given.small() % LARGEST;
        int gap = given.small();
        byte offset = (byte) given.small();
        byte more = (byte) given.small();
        MemorySegment source = MemorySegment.ofArray(given.rest());
        long length = source.byteSize() + more;
        try (JpegPixels jpegs = new JpegPixels()) {
            PixelTarget first = new PixelTarget(width, height, gap);
            PixelTarget second = new PixelTarget(width, height, gap);
            boolean done = decode(jpegs, source, offset, length, width, height, first);
            String reason = jpegs.reason();
            Must.hold(decode(jpegs, source, offset, length, width, height, second) == done
                    && jpegs.reason().equals(reason) && first.same(second),
                    "the same bytes are the same picture once more");
            Must.hold(!done || offset == 0 && more == 0 || offset >= 0 && offset + length <= source.byteSize(),
                    "no byte counts that is not there");
        }
    }

    private static boolean decode(JpegPixels jpegs, MemorySegment source, long offset, long length, int width,
            int height, PixelTarget target) {
        boolean done = jpegs.decode(source, offset, length, width, height, target.pixels(), target.rowPitch());
        Must.hold(done == jpegs.reason().isEmpty(), "a picture that is refused has a reason, and no other");
        if (done) {
            target.check(true);
        } else {
            Must.hold(target.untouched(), "a picture that is refused leaves the target as it was");
        }
        return done;
    }
}
