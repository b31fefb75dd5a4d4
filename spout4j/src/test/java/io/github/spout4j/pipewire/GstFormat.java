package io.github.spout4j.pipewire;

import io.github.spout4j.PixelFormat;
import java.util.List;
import java.util.Optional;

/**
 * A format of frames that GStreamer 1.22 and PipeWire 0.3.65 can agree on, and how GStreamer lays it out where nobody tells
 * otherwise, which is what goes over PipeWire: those elements carry no strides.
 *
 * <p>Rows are padded to a multiple of 4 bytes, which shows in RGB, BGR, GRAY8, GRAY16, 4:2:2 and the planes of 4:2:0. A 4:2:2
 * row of odd width ends with a whole pair of pixels, of which the second luma says nothing. 4:2:0 has planes for a width and height rounded up to even: the luma plane
 * of an odd height has a row more, which says nothing, and so has the chroma plane the samples of one pixel more.
 * {@code ARGB64} is four numbers of 16 bits in the machine's order. A JPEG is a whole file, and may be followed by zeros, as
 * cameras do it.
 *
 * <p>{@code gstpipewireformat.c} knows all formats of GStreamer up to Y444_12LE, also those with planes, 10 and 12 bits not
 * listed here, and H.264. It has none with floats and neither of 10 bits beside 2 (RGBA_F16, RGBA_F32, RGBA_102LE, ABGR_210LE
 * and so on); nothing in Debian 12 offers or takes these, so only our own two sides prove them. No program of PipeWire's does
 * video: pw-cat, pw-play and pw-record are for sound and MIDI.
 */
public enum GstFormat {
    RGBA(4),
    BGRA(4),
    RGBx(4),
    BGRx(4),
    xRGB(4),
    xBGR(4),
    ARGB(4),
    ABGR(4),
    RGB(3),
    BGR(3),
    GRAY8(1),
    GRAY16_LE(2),
    GRAY16_BE(2),
    ARGB64(8),
    YUY2(2),
    UYVY(2),
    I420(1),
    YV12(1),
    NV12(1),
    NV21(1),
    JPEG(0);

    /** Rows of a frame: where the first begins, how far apart they are, how many, and which bytes of each mean something. */
    public record Plane(int offset, int stride, int rows, int bytes) {}

    private final int bytesPerPixel;

    GstFormat(int bytesPerPixel) {
        this.bytesPerPixel = bytesPerPixel;
    }

    /** What GStreamer's caps say of frames of this kind, without a size. */
    String caps() {
        return this == JPEG ? "image/jpeg" : "video/x-raw,format=" + name();
    }

    /** Ours that lies in memory in the same way. */
    Optional<PixelFormat> pixels() {
        return switch (this) {
            case RGBA -> Optional.of(PixelFormat.RGBA8);
            case BGRA -> Optional.of(PixelFormat.BGRA8);
            case BGRx -> Optional.of(PixelFormat.BGRX8);
            case GRAY8 -> Optional.of(PixelFormat.R8);
            case GRAY16_LE -> Optional.of(PixelFormat.R16);
            default -> Optional.empty();
        };
    }

    /** The planes of a frame, in the order in which they lie. */
    public List<Plane> planes(int width, int height) {
        int whole = up(width, 2);
        int luma = up(width, 4);
        int rows = up(height, 2);
        return switch (this) {
            case JPEG -> throw new IllegalStateException("a JPEG has no planes");
            case YUY2, UYVY -> List.of(new Plane(0, up(2 * width, 4), height, 2 * whole));
            case I420, YV12 -> {
                int stride = up(whole / 2, 4);
                yield List.of(new Plane(0, luma, height, width),
                        new Plane(luma * rows, stride, rows / 2, whole / 2),
                        new Plane(luma * rows + stride * rows / 2, stride, rows / 2, whole / 2));
            }
            case NV12, NV21 ->
                List.of(new Plane(0, luma, height, width), new Plane(luma * rows, luma, rows / 2, whole));
            default -> List.of(new Plane(0, up(width * bytesPerPixel, 4), height, width * bytesPerPixel));
        };
    }

    private static int up(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
