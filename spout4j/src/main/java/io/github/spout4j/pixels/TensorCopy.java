package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.TensorLayout;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;

/**
 * Makes tensors of pixels and pixels of tensors, row by row in one pass. Sizes are checked before anything is written. Source and target
 * must not overlap. One thread at a time; allocates nothing as long as layouts and sizes stay.
 */
public final class TensorCopy {
    private final FloatMemory floats = new FloatMemory();
    private Plan toTensor;
    private Plan toPixels;

    /**
     * For who must know before anything is written.
     *
     * @throws IllegalArgumentException where the source is too small for the tensor
     * @throws IllegalStateException    where its memory is closed
     * @throws WrongThreadException     where it belongs to another thread
     */
    public static void checkSource(MemorySegment source, TensorLayout layout) {
        Bounds.checkSource(source, layout);
    }

    /** @throws IllegalArgumentException where the target is too small for the tensor, or read-only */
    public static void checkTarget(MemorySegment target, TensorLayout layout) {
        Bounds.checkTarget(target, layout);
    }

    /**
     * The memory of a buffer's remaining floats; any thread may ask for it.
     *
     * @throws IllegalArgumentException where the buffer has another byte order than this machine, or the layout is not of floats
     */
    public MemorySegment memory(FloatBuffer buffer, TensorLayout layout) {
        if (layout.element() != TensorLayout.Element.FLOAT32) {
            throw new IllegalArgumentException(
                    "a FloatBuffer holds FLOAT32; give a MemorySegment for " + layout.element());
        }
        return floats.of(buffer);
    }

    /** @throws IllegalArgumentException where source or target is too small, or the target is read-only */
    public void toTensor(MemorySegment source, PixelLayout sourceLayout, int width, int height, MemorySegment target,
            TensorLayout layout) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, sourceLayout, width, height);
        Bounds.checkTarget(target, layout);
        AlphaStep alpha = AlphaStep.between(sourceLayout, layout);
        if (toTensor == null || !toTensor.fits(sourceLayout.format(), alpha, width, height, layout)) {
            toTensor = new Plan(sourceLayout.format(), alpha, width, height, layout, true);
        }
        toTensor.pixels.show(source, sourceLayout, width, height);
        toTensor.tensor.show(target);
        toTensor.run(toTensor.pixels, toTensor.tensor, layout.height());
    }

    /** @throws IllegalArgumentException where source or target is too small, or the target is read-only */
    public void toPixels(MemorySegment source, TensorLayout layout, MemorySegment target, PixelLayout targetLayout,
            int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, layout);
        Bounds.checkTarget(target, targetLayout, width, height);
        AlphaStep alpha = AlphaStep.between(layout, targetLayout);
        if (toPixels == null || !toPixels.fits(targetLayout.format(), alpha, width, height, layout)) {
            toPixels = new Plan(targetLayout.format(), alpha, width, height, layout, false);
        }
        toPixels.tensor.show(source);
        toPixels.pixels.show(target, targetLayout, width, height);
        toPixels.run(toPixels.tensor, toPixels.pixels, height);
    }

    /** What a copy needs that does not change from frame to frame. */
    private static final class Plan {
        private final PixelFormat format;
        private final AlphaStep alpha;
        private final int width;
        private final int height;
        private final TensorLayout layout;
        final PixelRows pixels;
        final TensorRows tensor;
        private final Resampling resampling;

        Plan(PixelFormat format, AlphaStep alpha, int width, int height, TensorLayout layout, boolean toTensor) {
            this.format = format;
            this.alpha = alpha;
            this.width = width;
            this.height = height;
            this.layout = layout;
            int unit = PixelRows.unit(format, alpha);
            int planes = layout.channels().hasAlpha() ? RowCodec.CHANNELS : RowCodec.CHANNELS - 1;
            tensor = new TensorRows(layout, format.channels() > 1);
            if (toTensor) {
                // Means are taken of bytes as they are, which is exact.
                boolean resized = width != layout.width() || height != layout.height();
                Scaling[] scalings = Scaling.normalising(layout.normalisation(), unit);
                pixels = PixelRows.of(format, alpha, width, resized ? Scaling.none() : scalings);
                resampling = new Resampling(layout.resizing(), planes, width, height, layout.width(), layout.height(),
                        scalings);
            } else {
                pixels = PixelRows.of(format, alpha, width, Scaling.denormalising(layout.normalisation(), unit));
                resampling = new Resampling(layout.resizing(), planes, layout.width(), layout.height(), width, height,
                        Scaling.none());
            }
        }

        boolean fits(PixelFormat newFormat, AlphaStep newAlpha, int newWidth, int newHeight, TensorLayout newLayout) {
            return newFormat == format && newAlpha == alpha && newWidth == width && newHeight == height
                    && newLayout.equals(layout);
        }

        void run(PlanarRows source, PlanarRows target, int rows) {
            resampling.begin();
            try {
                for (int y = 0; y < rows; y++) {
                    target.write(resampling.row(source, y), y);
                }
            } finally {
                pixels.hide();
                tensor.hide();
            }
        }
    }
}
