package io.github.spout4j.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.PixelView;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.pixels.ImagePixels;
import io.github.spout4j.pixels.PixelCopy;
import io.github.spout4j.pixels.SegmentView;
import io.github.spout4j.pixels.TensorCopy;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A frame that is used again and again: it has pixels between being opened and being closed. */
abstract class OpenFrame implements SpoutFrame {
    private static final VarHandle PIXELS;

    static {
        try {
            PIXELS = MethodHandles.lookup().findVarHandle(OpenFrame.class, "pixels", MemorySegment.class)
                    .withInvokeExactBehavior();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int width;
    private int height;
    private PixelLayout layout;
    private long number;
    private volatile MemorySegment pixels;
    private final SegmentView view = new SegmentView();
    private boolean viewed;
    private PixelCopy copy;
    private TensorCopy tensors;

    /** Gives the frame its pixels, and says how they lie. */
    final void begin(MemorySegment newPixels, int newWidth, int newHeight, PixelLayout newLayout, long newNumber) {
        width = newWidth;
        height = newHeight;
        layout = newLayout;
        number = newNumber;
        PIXELS.setRelease(this, newPixels);
    }

    final boolean isOpen() {
        return pixels != null;
    }

    /** Takes the pixels away; false where that was done already. */
    final boolean finish() {
        boolean wasOpen = (MemorySegment) PIXELS.getAndSet(this, (MemorySegment) null) != null;
        view.close();
        viewed = false;
        return wasOpen;
    }

    @Override
    public final int width() {
        return width;
    }

    @Override
    public final int height() {
        return height;
    }

    @Override
    public final PixelFormat format() {
        return layout.format();
    }

    @Override
    public final long rowPitch() {
        return layout.rowPitchFor(width);
    }

    @Override
    public final long number() {
        return number;
    }

    @Override
    public final MemorySegment pixels() {
        MemorySegment now = pixels;
        if (now == null) {
            throw new IllegalStateException("the frame is closed");
        }
        return now;
    }

    @Override
    public final ByteBuffer buffer() {
        return pixels().asByteBuffer().order(ByteOrder.nativeOrder());
    }

    @Override
    public final PixelView view() {
        MemorySegment now = pixels();
        if (!viewed) {
            view.show(now, layout, width, height);
            viewed = true;
        }
        return view;
    }

    @Override
    public final BufferedImage toImage() {
        return new ImagePixels().toImage(pixels(), layout, width, height);
    }

    @Override
    public final void copyTo(MemorySegment target, PixelLayout targetLayout) {
        if (copy == null) {
            copy = new PixelCopy();
        }
        copy.copy(pixels(), layout, target, targetLayout, width, height);
    }

    @Override
    public final void copyTo(MemorySegment target, TensorLayout targetLayout) {
        tensors().toTensor(pixels(), layout, width, height, target, targetLayout);
    }

    @Override
    public final void copyTo(FloatBuffer target, TensorLayout targetLayout) {
        copyTo(tensors().memory(target, targetLayout), targetLayout);
    }

    @Override
    public void discard() {
        close();
    }

    private TensorCopy tensors() {
        if (tensors == null) {
            tensors = new TensorCopy();
        }
        return tensors;
    }
}
