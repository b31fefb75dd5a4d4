package io.github.spout4j.memoryshare;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.transport.FrameShape;

/** Which format the bytes of a memory share are in (docs/protocol.md: Memory share). */
public enum ByteFormat {
    /** RGBA whatever the sender's info says, as Spout 2.006 on Windows. */
    RGBA_ALWAYS,
    /** The format that the sender's info names; everywhere else. */
    AS_PUBLISHED;

    /** The bytes' format for a sender that publishes {@code published}. */
    public PixelFormat of(PixelFormat published) {
        return this == RGBA_ALWAYS ? PixelFormat.RGBA8 : published;
    }

    /** The bytes' shape for a sender that publishes {@code published}. */
    FrameShape of(FrameShape published) {
        PixelFormat format = of(published.format());
        return format == published.format()
                ? published
                : new FrameShape(published.width(), published.height(), format);
    }
}
