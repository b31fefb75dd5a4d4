package io.github.spout4j.pipewire;

/** Params of nodes and streams (SPA_PARAM_…), the objects that they are (SPA_TYPE_OBJECT_…), and those of buffers. */
final class ParamType {
    static final int ENUM_FORMAT = 3;
    static final int FORMAT = 4;
    static final int BUFFERS = 5;
    static final int META = 6;

    static final int OBJECT_FORMAT = 0x40003;
    private static final int OBJECT_BUFFERS = 0x40004;
    private static final int OBJECT_META = 0x40005;

    private static final int BUFFERS_COUNT = 1;
    private static final int BUFFERS_BLOCKS = 2;
    private static final int BUFFERS_SIZE = 3;
    private static final int BUFFERS_STRIDE = 4;
    private static final int BUFFERS_DATA_TYPE = 6;
    private static final int META_TYPE = 1;
    private static final int META_SIZE = 2;

    /** As many as a stream can have. */
    private static final int MOST_BUFFERS = 64;

    private ParamType() {}

    /** How many buffers there should be, of memory that can be mapped. */
    static Pod buffers(int wanted, int least) {
        return new Pod(OBJECT_BUFFERS, BUFFERS)
                .choice(BUFFERS_COUNT, Pod.CHOICE_RANGE, Pod.INT, 1, wanted, least, MOST_BUFFERS)
                .choice(BUFFERS_DATA_TYPE, Pod.CHOICE_FLAGS, Pod.INT, 1, StreamBuffer.MAPPABLE);
    }

    /** The same, of frames of one size. */
    static Pod buffers(int wanted, int least, int bytes, int rowPitch) {
        return buffers(wanted, least).integer(BUFFERS_BLOCKS, 1).integer(BUFFERS_SIZE, bytes)
                .integer(BUFFERS_STRIDE, rowPitch);
    }

    /** That buffers carry a header. */
    static Pod header() {
        return new Pod(OBJECT_META, META).id(META_TYPE, StreamBuffer.META_HEADER)
                .integer(META_SIZE, StreamBuffer.HEADER_BYTES);
    }
}
