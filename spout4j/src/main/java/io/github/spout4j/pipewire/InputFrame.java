package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;

/** A buffer of a {@link VideoInput} with a frame. What it says of itself was written by another program, and may change while it is read. */
public final class InputFrame {
    private final StreamBuffer buffer;
    private final StreamFormat format;
    private MemorySegment part;
    private long partOffset;

    InputFrame(StreamBuffer buffer, StreamFormat format) {
        this.buffer = buffer;
        this.format = format;
    }

    StreamBuffer buffer() {
        return buffer;
    }

    /** Size and format, unchecked. */
    public StreamFormat format() {
        return format;
    }

    /** Blocks of memory: of formats with planes one, or one for each. */
    public int blocks() {
        return buffer.blocks();
    }

    /** All of a block's memory. Where this is not {@link #lasting}, within {@link VideoInput#guarded} alone. */
    public MemorySegment memory(int block) {
        return buffer.pixels(block);
    }

    /** Some of the first block's memory, as {@link #memory}; the same object as long as nobody asks for another part. */
    public MemorySegment part(long offset, long bytes) {
        if (part == null || partOffset != offset || part.byteSize() != bytes) {
            part = memory(0).asSlice(offset, bytes);
            partOffset = offset;
        }
        return part;
    }

    /** Where the frame begins in a block: within its memory. */
    public long offset(int block) {
        return buffer.offset(block);
    }

    /** Bytes of the frame in a block, within its memory. */
    public long size(int block, long offset) {
        return buffer.size(block, offset);
    }

    /** Bytes from one row to the next; 0 or less where nobody says so. */
    public int rowPitch(int block) {
        return buffer.rowPitch(block);
    }

    /** The number that its sender gave it; -1 where that gives none. */
    public long sequence() {
        return buffer.sequence();
    }

    /** Whether its memory is there until it is given back, whatever becomes of the stream and its sender. */
    public boolean lasting() {
        for (int i = 0; i < buffer.blocks(); i++) {
            if (buffer.memory(i) == null || !buffer.memory(i).sealed()) {
                return false;
            }
        }
        return true;
    }

    void hold() {
        for (int i = 0; i < buffer.blocks(); i++) {
            if (buffer.memory(i) != null) {
                buffer.memory(i).hold();
            }
        }
    }

    void release() {
        for (int i = 0; i < buffer.blocks(); i++) {
            if (buffer.memory(i) != null) {
                buffer.memory(i).release();
            }
        }
    }
}
