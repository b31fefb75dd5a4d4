package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.pixels.CameraFormat;
import io.github.spout4j.pixels.CameraPixels;
import io.github.spout4j.pixels.CameraPlanes;
import io.github.spout4j.pixels.ColorMatrix;
import io.github.spout4j.pixels.ColorRange;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A camera's pixels. An input: format, width, height, how much is told of its planes, and how many bytes the target has between rows (1
 * byte each); bytes of memory (2); offset and stride of each plane (8 each); what is in the memory.
 */
public final class CameraPixelsTarget {
    private static final int LARGEST = 128;
    private static final int PLANES = 3;

    private CameraPixelsTarget() {}

    /** Converts it. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        CameraFormat format = choose(CameraFormat.values(), given.small());
        int width = 1 + given.small() % LARGEST;
        int height = 1 + given.small() % LARGEST;
        int told = given.small();
        PixelTarget target = new PixelTarget(width, height, given.small());
        try {
            CameraPlanes planes = planes(given, told, format, width, height);
            new CameraPixels().convert(format, planes, width, height, choose(ColorMatrix.values(), told),
                    choose(ColorRange.values(), told), target.pixels(), target.rowPitch());
            target.check(format.target() == PixelFormat.BGRX8);
        } catch (IllegalArgumentException _) {
            Must.hold(target.untouched(), "a picture that is refused leaves the target as it was");
        }
    }

    private static CameraPlanes planes(Given given, int told, CameraFormat format, int width, int height) {
        MemorySegment memory = Given.memory(given.small() | given.small() << Byte.SIZE);
        long[] numbers = new long[2 * PLANES];
        Arrays.setAll(numbers, _ -> Integer.toUnsignedLong(given.number()) | (long) given.number() << Integer.SIZE);
        MemorySegment content = MemorySegment.ofArray(given.rest());
        MemorySegment.copy(content, 0, memory, 0, Math.min(content.byteSize(), memory.byteSize()));
        CameraPlanes planes = new CameraPlanes();
        switch (told % 3) {
            case 0 -> planes.set(format, memory, numbers[0], width, height);
            case 1 -> planes.set(format, memory, numbers[0], numbers[1], width, height);
            default -> {
                for (int plane = 0; plane < PLANES; plane++) {
                    planes.plane(plane, memory, numbers[2 * plane], numbers[2 * plane + 1]);
                }
            }
        }
        return planes;
    }

    private static <T> T choose(T[] values, int number) {
        return values[number % values.length];
    }
}
