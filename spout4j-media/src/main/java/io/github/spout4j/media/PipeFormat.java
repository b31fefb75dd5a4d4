package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/**
 * How a sender's pixels go to ffmpeg: as they are where it knows the format, else converted to one that holds them.
 *
 * @param format in the pipe
 * @param name   ffmpeg's of it
 */
record PipeFormat(PixelFormat format, String name) {

    static PipeFormat of(PixelFormat sent) {
        return switch (sent) {
            case RGBA8, RGBA8_SRGB -> new PipeFormat(sent, "rgba");
            case BGRA8, BGRA8_SRGB -> new PipeFormat(sent, "bgra");
            case BGRX8 -> new PipeFormat(sent, "bgr0");
            case R8 -> new PipeFormat(sent, "gray");
            case RGBA16 -> new PipeFormat(sent, "rgba64le");
            case R16, R16F, R32F -> new PipeFormat(PixelFormat.R16, "gray16le");
            default -> isWide(sent)
                    ? new PipeFormat(PixelFormat.RGBA16, "rgba64le")
                    : new PipeFormat(PixelFormat.RGBA8, "rgba");
        };
    }

    /** Whether its numbers have more than 8 bits. */
    static boolean isWide(PixelFormat format) {
        return format.bits(0) > Byte.SIZE;
    }

    PixelLayout layout() {
        return PixelLayout.of(format);
    }
}
