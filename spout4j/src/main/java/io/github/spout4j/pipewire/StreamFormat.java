package io.github.spout4j.pipewire;

/**
 * A format of frames (SPA_TYPE_OBJECT_Format), unchecked.
 *
 * @param raw         whether frames are pixels; else they are JPEGs
 * @param format      one of SPA_VIDEO_FORMAT_…; 0 where frames are not raw
 * @param width       pixels
 * @param height      pixels
 * @param colorMatrix one of SPA_VIDEO_COLOR_MATRIX_…; 0 where it is not told
 * @param colorRange  one of SPA_VIDEO_COLOR_RANGE_…; 0 where it is not told
 */
public record StreamFormat(boolean raw, int format, int width, int height, int colorMatrix, int colorRange) {
    private static final int MEDIA_TYPE = 1;
    private static final int MEDIA_SUBTYPE = 2;
    private static final int FORMAT = 0x20001;
    private static final int SIZE = 0x20003;
    private static final int FRAMERATE = 0x20004;
    private static final int COLOR_RANGE = 0x2000c;
    private static final int COLOR_MATRIX = 0x2000d;

    private static final int VIDEO = 2;
    private static final int RAW = 1;
    private static final int MJPG = 0x20002;

    private static final int LONGEST_SIDE = 16384;
    private static final int MOST_FRAMES = 1000;
    /** What is negotiated where the other side has no wish; frames carry their time. */
    private static final int USUAL_FRAMES = 60;
    private static final int USUAL_WIDTH = 1920;
    private static final int USUAL_HEIGHT = 1080;

    /** Of a pod at an address; null where it is none of video that is raw or MJPEG, or has no size. */
    static StreamFormat read(long address) {
        PodView pod = PodView.at(address);
        if (pod == null || pod.number(MEDIA_TYPE, Pod.ID, 0) != VIDEO) {
            return null;
        }
        int subtype = pod.number(MEDIA_SUBTYPE, Pod.ID, 0);
        long size = pod.pair(SIZE, Pod.RECTANGLE);
        if (subtype != RAW && subtype != MJPG || size == 0) {
            return null;
        }
        return new StreamFormat(subtype == RAW, subtype == RAW ? pod.number(FORMAT, Pod.ID, 0) : 0,
                (int) (size >>> Integer.SIZE), (int) size, pod.number(COLOR_MATRIX, Pod.ID, 0),
                pod.number(COLOR_RANGE, Pod.ID, 0));
    }

    /** An offer of raw frames of one format and size, at any rate. */
    static Pod offer(int format, int width, int height) {
        return rates(begin(RAW).id(FORMAT, format).pair(SIZE, Pod.RECTANGLE, width, height));
    }

    /** A wish for raw frames of any size. */
    static Pod wish(int... formats) {
        int[] values = new int[1 + formats.length];
        values[0] = formats[0];
        System.arraycopy(formats, 0, values, 1, formats.length);
        return rates(sizes(begin(RAW).choice(FORMAT, Pod.CHOICE_ENUM, Pod.ID, 1, values)));
    }

    /** A wish for JPEGs of any size. */
    static Pod wishForJpegs() {
        return rates(sizes(begin(MJPG)));
    }

    private static Pod begin(int subtype) {
        return new Pod(ParamType.OBJECT_FORMAT, ParamType.ENUM_FORMAT).id(MEDIA_TYPE, VIDEO)
                .id(MEDIA_SUBTYPE, subtype);
    }

    private static Pod sizes(Pod pod) {
        return pod.choice(SIZE, Pod.CHOICE_RANGE, Pod.RECTANGLE, 2, USUAL_WIDTH, USUAL_HEIGHT, 1, 1, LONGEST_SIDE,
                LONGEST_SIDE);
    }

    private static Pod rates(Pod pod) {
        return pod.choice(FRAMERATE, Pod.CHOICE_RANGE, Pod.FRACTION, 2, USUAL_FRAMES, 1, 0, 1, MOST_FRAMES, 1);
    }
}
