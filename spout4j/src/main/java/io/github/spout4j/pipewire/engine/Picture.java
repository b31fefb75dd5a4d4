package io.github.spout4j.pipewire.engine;

import io.github.spout4j.engine.FrameMemory;
import io.github.spout4j.pipewire.InputFrame;
import io.github.spout4j.pipewire.StreamFormat;
import io.github.spout4j.pipewire.VideoInput;
import io.github.spout4j.pixels.CameraPixels;
import io.github.spout4j.pixels.CameraPlanes;
import io.github.spout4j.pixels.ColorMatrix;
import io.github.spout4j.pixels.ColorRange;
import io.github.spout4j.pixels.JpegPixels;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/** The pixels of a frame, after everything that its sender says of it was checked. One thread at a time; used again for the next. */
final class Picture implements AutoCloseable {
    private static final int ROW_ALIGNMENT = 4;
    private static final int RANGE_FULL = 1;
    private static final int MATRIX_BT709 = 3;
    private static final int MATRIX_BT601 = 4;
    private static final int MATRIX_BT2020 = 6;
    /** Where nobody tells the matrix, pictures of fewer rows are taken for those of standard definition. */
    private static final int HIGH_DEFINITION = 720;

    private final VideoInput input;
    private final FrameMemory own = new FrameMemory();
    private final CameraPixels cameras = new CameraPixels();
    private final CameraPlanes planes = new CameraPlanes();
    private final JpegPixels jpegs = new JpegPixels();
    private final Runnable converting = this::convert;
    private InputFrame frame;
    private StreamFormat known;
    private ReceivedFormat format;
    private FrameShape shape;
    private boolean inPlace;
    private long rowPitch;
    private MemorySegment pixels;
    private String wrong;

    Picture(VideoInput input) {
        this.input = input;
    }

    /** What is wrong with a frame; null where its pixels can be read. */
    String read(InputFrame next) {
        frame = next;
        wrong = null;
        if (!next.format().equals(known) && !learn(next.format())) {
            return wrong;
        }
        if (format.camera().isEmpty() && !format.jpeg() && next.lasting()) {
            inPlace = true;
            locate();
        } else {
            inPlace = false;
            rowPitch = shape.rowBytes();
            own.size(shape.bytes());
            pixels = own.toRead();
            if (!input.guarded(next, converting)) {
                wrong = "it has just taken its memory away";
            }
        }
        return wrong;
    }

    private boolean learn(StreamFormat news) {
        known = null;
        format = ReceivedFormat.of(news).orElse(null);
        if (format == null) {
            wrong = "it sends the video format " + news.format() + " of PipeWire, which nobody here can read";
            return false;
        }
        try {
            shape = new FrameShape(news.width(), news.height(), format.pixels());
        } catch (IllegalArgumentException e) {
            wrong = e.getMessage();
            return false;
        }
        known = news;
        return true;
    }

    /** The frame where it is. */
    private void locate() {
        long offset = frame.offset(0);
        rowPitch = rowPitch(offset);
        long bytes = rowPitch * (shape.height() - 1) + shape.rowBytes();
        if (rowPitch < shape.rowBytes()) {
            wrong = "its rows have " + rowPitch + " bytes for " + shape.width() + " pixels";
        } else if (bytes > frame.memory(0).byteSize() - offset) {
            wrong = "its memory is smaller than its frames";
        } else {
            pixels = frame.part(offset, bytes);
        }
    }

    private long rowPitch(long offset) {
        int told = frame.rowPitch(0);
        if (told != 0) {
            return told;
        }
        long aligned = shape.rowBytes() + ROW_ALIGNMENT - 1 & -ROW_ALIGNMENT;
        return frame.size(0, offset) >= aligned * shape.height() ? aligned : shape.rowBytes();
    }

    private void convert() {
        if (format.camera().isPresent()) {
            convertCamera();
        } else if (format.jpeg()) {
            decode();
        } else {
            copy();
        }
    }

    private void decode() {
        long offset = frame.offset(0);
        if (!jpegs.decode(frame.memory(0), offset, frame.size(0, offset), shape.width(), shape.height(), own.segment(),
                shape.rowBytes())) {
            wrong = jpegs.reason();
        }
    }

    private void copy() {
        locate();
        if (wrong != null) {
            return;
        }
        MemorySegment from = pixels;
        long row = shape.rowBytes();
        if (rowPitch == row) {
            MemorySegment.copy(from, 0, own.segment(), 0, shape.bytes());
        } else {
            for (long y = 0; y < shape.height(); y++) {
                MemorySegment.copy(from, y * rowPitch, own.segment(), y * row, row);
            }
        }
        rowPitch = row;
        pixels = own.toRead();
    }

    private void convertCamera() {
        try {
            locatePlanes();
            cameras.convert(format.camera().get(), planes, shape.width(), shape.height(), matrix(), range(),
                    own.segment(), shape.rowBytes());
        } catch (IllegalArgumentException e) {
            wrong = e.getMessage();
        } finally {
            planes.clear();
        }
    }

    private void locatePlanes() {
        int count = format.camera().get().planes();
        int stride = frame.rowPitch(0);
        if (frame.blocks() >= count && count > 1) {
            for (int plane = 0; plane < count; plane++) {
                int told = frame.rowPitch(plane);
                planes.plane(plane, frame.memory(plane), frame.offset(plane),
                        told != 0 ? told : format.camera().get().stride(plane, shape.width()));
            }
        } else if (stride == 0) {
            planes.set(format.camera().get(), frame.memory(0), frame.offset(0), shape.width(), shape.height());
        } else {
            planes.set(format.camera().get(), frame.memory(0), frame.offset(0), stride, shape.width(),
                    shape.height());
        }
    }

    private ColorMatrix matrix() {
        return switch (known.colorMatrix()) {
            case MATRIX_BT709 -> ColorMatrix.BT709;
            case MATRIX_BT601 -> ColorMatrix.BT601;
            case MATRIX_BT2020 -> ColorMatrix.BT2020;
            default -> shape.height() < HIGH_DEFINITION ? ColorMatrix.BT601 : ColorMatrix.BT709;
        };
    }

    private ColorRange range() {
        return known.colorRange() == RANGE_FULL ? ColorRange.FULL : ColorRange.LIMITED;
    }

    @Override
    public void close() {
        jpegs.close();
    }

    /** Whether {@link #pixels} are the frame's own, so that it must be kept as long as they are read. */
    boolean inPlace() {
        return inPlace;
    }

    FrameShape shape() {
        return shape;
    }

    long rowPitch() {
        return rowPitch;
    }

    /** At least {@code rowPitch * (height - 1)} bytes and a row. */
    MemorySegment pixels() {
        return pixels;
    }
}
