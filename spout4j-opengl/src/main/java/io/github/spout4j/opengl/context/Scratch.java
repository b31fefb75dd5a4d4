package io.github.spout4j.opengl.context;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A few numbers of native memory, through which OpenGL answers and takes names. For one thread at a time. */
public final class Scratch {
    /** Queries without an index write up to 16 numbers, whatever was asked for. */
    private static final int NUMBERS = 16;

    private final GlFunctions gl;
    private final MemorySegment memory = Arena.ofAuto().allocate(ValueLayout.JAVA_INT, NUMBERS);
    private final long address = memory.address();

    public Scratch(GlFunctions gl) {
        this.gl = gl;
    }

    /** Where OpenGL writes to. */
    public long address() {
        return address;
    }

    /** What OpenGL wrote. */
    public int value() {
        return memory.get(ValueLayout.JAVA_INT, 0);
    }

    public long longValue() {
        return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, 0);
    }

    public float floatValue() {
        return memory.get(ValueLayout.JAVA_FLOAT, 0);
    }

    /** What is to be read from {@link #address}. */
    public long of(int value) {
        memory.set(ValueLayout.JAVA_INT, 0, value);
        return address;
    }

    public int integer(int name) {
        gl.getIntegerv(name, address);
        return value();
    }

    public float number(int name) {
        gl.getFloatv(name, address);
        return floatValue();
    }
}
