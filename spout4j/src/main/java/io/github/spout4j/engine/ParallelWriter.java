package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.pixels.PixelCopy;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import io.github.spout4j.transport.SentPixels;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * One way for pixels with another beside it, which gets a copy of each frame. The first is all that the sender knows of: whatever
 * keeps the other from a frame, receivers or the system, costs that frame there alone, and the second waits for nobody.
 */
public final class ParallelWriter implements PixelWriter {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    /** ms to wait for who reads the first way just when a frame is read back. */
    private static final long READ_BACK_MILLIS = 67;

    private final PixelWriter first;
    private final PixelWriter second;
    private final PixelCopy copy = new PixelCopy();
    private final Runnable copying;
    private final Runnable readingBack;
    private FrameShape shape;
    private MemorySegment pixels;
    private PixelLayout from = PixelLayout.RGBA;
    private PixelLayout to = PixelLayout.RGBA;
    private boolean failing;

    /**
     * Both are closed with it.
     *
     * @param first  what it begins can be read before it is published
     * @param sent   reads what the first has published
     * @param second gets the copies
     */
    public ParallelWriter(PixelWriter first, SentPixels sent, PixelWriter second) {
        this.first = first;
        this.second = second;
        SentPixels.Reader copier = this::copy;
        copying = () -> copy(pixels, first.rowPitch());
        readingBack = () -> sent.read(copier, READ_BACK_MILLIS);
    }

    @Override
    public Transport transport() {
        return first.transport();
    }

    @Override
    public PixelFormat writtenFormat(PixelFormat published) {
        return first.writtenFormat(published);
    }

    @Override
    public Optional<Adapter> adapter() {
        return first.adapter();
    }

    @Override
    public long rowPitch() {
        return first.rowPitch();
    }

    @Override
    public MemorySegment begin(FrameShape info, long timeoutMillis) {
        pixels = first.begin(info, timeoutMillis);
        shape = info;
        return pixels;
    }

    @Override
    public long number() {
        return first.number();
    }

    @Override
    public long publish() {
        beside(copying);
        return first.publish();
    }

    @Override
    public FrameShape publish(Foreign kind, long reference, long timeoutMillis) {
        FrameShape published = first.publish(kind, reference, timeoutMillis);
        if (published != null) {
            shape = published;
            beside(readingBack);
        }
        return published;
    }

    @Override
    public RenderTexture renderTexture(FrameShape drawn) {
        return first.renderTexture(drawn);
    }

    /** A failure is told once, until all is well again. */
    private void beside(Runnable step) {
        try {
            step.run();
            failing = false;
        } catch (SpoutException e) {
            if (!failing) {
                failing = true;
                LOG.log(System.Logger.Level.WARNING, "frames do not go by {0} as well: {1}",
                        second.transport().description(), e.getMessage());
            }
        }
    }

    private void copy(MemorySegment frame, long rowPitch) {
        MemorySegment target = second.begin(shape, 0);
        if (target == null) {
            return;
        }
        boolean done = false;
        try {
            copy.copy(frame, source(rowPitch), target, target(), shape.width(), shape.height());
            done = true;
        } finally {
            if (done) {
                second.publish();
            } else {
                second.abort();
            }
        }
    }

    private PixelLayout source(long rowPitch) {
        from = layout(from, first.writtenFormat(shape.format()), rowPitch);
        return from;
    }

    private PixelLayout target() {
        to = layout(to, second.writtenFormat(shape.format()), second.rowPitch());
        return to;
    }

    /** The last one where it still holds. */
    private PixelLayout layout(PixelLayout last, PixelFormat format, long rowPitch) {
        return last.format() == format && last.rowPitchFor(shape.width()) == rowPitch
                ? last
                : PixelLayout.of(format).rowPitch(rowPitch);
    }

    @Override
    public void abort() {
        first.abort();
    }

    @Override
    public void close() {
        try (first) {
            second.close();
        }
    }
}
