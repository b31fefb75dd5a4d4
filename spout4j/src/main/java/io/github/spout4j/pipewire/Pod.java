package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes an object pod, which is how PipeWire's programs tell each other of formats and buffers: properties, each a value or a choice of
 * values, the preferred first. Layout: spa/pod/pod.h.
 */
final class Pod {
    static final int ID = 3;
    static final int INT = 4;
    static final int RECTANGLE = 10;
    static final int FRACTION = 11;
    static final int OBJECT = 15;
    static final int CHOICE = 19;

    static final int CHOICE_RANGE = 1;
    static final int CHOICE_ENUM = 3;
    static final int CHOICE_FLAGS = 4;

    private static final int HEAD = 8;
    private static final int MOST_BYTES = 4096;

    private final ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.nativeOrder());

    /**
     * Begins an object.
     *
     * @param type one of SPA_TYPE_OBJECT_…
     * @param id   one of SPA_PARAM_…
     */
    Pod(int type, int id) {
        bytes.putInt(0).putInt(OBJECT).putInt(type).putInt(id);
    }

    Pod id(int key, int value) {
        return value(key, ID, value);
    }

    Pod integer(int key, int value) {
        return value(key, INT, value);
    }

    private Pod value(int key, int type, int value) {
        property(key).putInt(Integer.BYTES).putInt(type).putInt(value).putInt(0);
        return this;
    }

    /** Width and height, or numerator and denominator. */
    Pod pair(int key, int type, int first, int second) {
        property(key).putInt(2 * Integer.BYTES).putInt(type).putInt(first).putInt(second);
        return this;
    }

    /**
     * A choice.
     *
     * @param choice one of CHOICE_…
     * @param type   of a value
     * @param size   ints of a value
     * @param values of all, one after the other
     */
    Pod choice(int key, int choice, int type, int size, int... values) {
        property(key).putInt(2 * Integer.BYTES + HEAD + values.length * Integer.BYTES).putInt(CHOICE).putInt(choice)
                .putInt(0).putInt(size * Integer.BYTES).putInt(type);
        for (int value : values) {
            bytes.putInt(value);
        }
        if (values.length % 2 != 0) {
            bytes.putInt(0);
        }
        return this;
    }

    private ByteBuffer property(int key) {
        return bytes.putInt(key).putInt(0);
    }

    /** The pod in native memory. */
    MemorySegment allocate(Arena arena) {
        int size = bytes.position();
        bytes.putInt(0, size - HEAD);
        MemorySegment memory = arena.allocate(size, Long.BYTES);
        MemorySegment.copy(MemorySegment.ofArray(bytes.array()), 0, memory, 0, size);
        return memory;
    }
}
