package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * A buffer of a stream (struct pw_buffer): one or more blocks of memory, each with a chunk that says what of it is a frame, and perhaps a
 * header. Used with its stream's guard held; but its {@link BlockMemory} by whoever holds that.
 */
@SuppressWarnings("restricted")
final class StreamBuffer {
    /** SPA_DATA_MemPtr and SPA_DATA_MemFd. */
    static final int MAPPABLE = 1 << 1 | 1 << 2;
    static final int META_HEADER = 1;
    static final int HEADER_BYTES = 32;
    private static final int META_BUSY = 7;
    private static final int BUSY_BYTES = 8;
    private static final long BUSY_COUNT = 4;
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

    private static final int MOST_METAS = 64;
    private static final int MOST_BLOCKS = 4;
    private static final long BUFFER_BYTES = 24;
    private static final long META_BYTES = 16;
    private static final long DATA_BYTES = 40;
    private static final long CHUNK_BYTES = 16;
    private static final int MEM_PTR = 1;
    private static final int MEM_FD = 2;
    private static final int READWRITE = 3;

    private static final long HEADER_FLAGS = 0;
    private static final long HEADER_PTS = 8;
    private static final long HEADER_DTS_OFFSET = 16;
    private static final long HEADER_SEQ = 24;
    private static final int HEADER_CORRUPTED = 2;

    private static final long CHUNK_OFFSET = 0;
    private static final long CHUNK_SIZE = 4;
    private static final long CHUNK_STRIDE = 8;
    private static final long CHUNK_FLAGS = 12;
    private static final int CHUNK_CORRUPTED = 1;

    private final long address;
    private final Block[] blocks;
    /** Null where there is none. */
    private final MemorySegment header;
    /** How many read it; null where nobody counts. */
    private final MemorySegment busy;
    private boolean removed;

    /** @param memory null where PipeWire has mapped it, as long as it is not removed */
    private record Block(MemorySegment chunk, MemorySegment pixels, BlockMemory memory) {}

    private StreamBuffer(long address, Block[] blocks) {
        this.address = address;
        this.blocks = blocks;
        header = meta(buffer(address), META_HEADER, HEADER_BYTES);
        busy = meta(buffer(address), META_BUSY, BUSY_BYTES);
    }

    /** One whose frames are read; null where its memory cannot be. */
    static StreamBuffer toRead(long address) {
        MemorySegment buffer = buffer(address);
        int count = buffer.get(ValueLayout.JAVA_INT, 4);
        if (count < 1 || count > MOST_BLOCKS) {
            return null;
        }
        Block[] blocks = new Block[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = toRead(data(buffer, i), i == 0 || blocks[i - 1] != null);
        }
        StreamBuffer made = new StreamBuffer(address, blocks);
        for (Block block : blocks) {
            if (block == null) {
                made.remove();
                return null;
            }
        }
        return made;
    }

    private static Block toRead(MemorySegment data, boolean wanted) {
        long bytes = Integer.toUnsignedLong(data.get(ValueLayout.JAVA_INT, 20));
        MemorySegment chunk = chunk(data);
        if (!wanted || chunk == null || bytes == 0) {
            return null;
        }
        long pointer = data.get(ValueLayout.JAVA_LONG, 24);
        return switch (data.get(ValueLayout.JAVA_INT, 0)) {
            case MEM_PTR -> pointer == 0 ? null : new Block(chunk, memory(pointer, bytes).asReadOnly(), null);
            case MEM_FD -> {
                BlockMemory memory = BlockMemory.map((int) data.get(ValueLayout.JAVA_LONG, 8),
                        Integer.toUnsignedLong(data.get(ValueLayout.JAVA_INT, 16)), bytes);
                yield memory == null ? null : new Block(chunk, memory.memory().asReadOnly(), memory);
            }
            default -> null;
        };
    }

    /** One whose frames are written: it is given memory of ours. */
    static StreamBuffer toWrite(long address, long bytes) {
        MemorySegment buffer = buffer(address);
        MemorySegment data = data(buffer, 0);
        BlockMemory memory = BlockMemory.create(bytes);
        data.set(ValueLayout.JAVA_INT, 0, MEM_FD);
        data.set(ValueLayout.JAVA_INT, 4, READWRITE);
        data.set(ValueLayout.JAVA_LONG, 8, memory.fd());
        data.set(ValueLayout.JAVA_INT, 16, 0);
        data.set(ValueLayout.JAVA_INT, 20, (int) bytes);
        data.set(ValueLayout.JAVA_LONG, 24, 0);
        return new StreamBuffer(address, new Block[]{new Block(chunk(data), memory.memory(), memory)});
    }

    private static MemorySegment memory(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    private static MemorySegment buffer(long address) {
        return memory(memory(address, Long.BYTES).get(ValueLayout.JAVA_LONG, 0), BUFFER_BYTES);
    }

    private static MemorySegment data(MemorySegment buffer, int index) {
        return memory(buffer.get(ValueLayout.JAVA_LONG, 16) + index * DATA_BYTES, DATA_BYTES);
    }

    private static MemorySegment chunk(MemorySegment data) {
        long address = data.get(ValueLayout.JAVA_LONG, 32);
        return address == 0 ? null : memory(address, CHUNK_BYTES);
    }

    private static MemorySegment meta(MemorySegment buffer, int type, int bytes) {
        int count = Math.clamp(buffer.get(ValueLayout.JAVA_INT, 0), 0, MOST_METAS);
        MemorySegment metas = memory(buffer.get(ValueLayout.JAVA_LONG, 8), count * META_BYTES);
        for (int i = 0; i < count; i++) {
            long at = i * META_BYTES;
            long address = metas.get(ValueLayout.JAVA_LONG, at + 8);
            if (metas.get(ValueLayout.JAVA_INT, at) == type
                    && Integer.toUnsignedLong(metas.get(ValueLayout.JAVA_INT, at + 4)) >= bytes && address != 0) {
                return memory(address, bytes);
            }
        }
        return null;
    }

    long address() {
        return address;
    }

    int blocks() {
        return blocks.length;
    }

    /** A block's bytes; until {@link #removed} where it has no {@link #memory}. */
    MemorySegment pixels(int block) {
        return blocks[block].pixels;
    }

    /** A block's memory; null where it is PipeWire's. */
    BlockMemory memory(int block) {
        return blocks[block].memory;
    }

    /** Where a block's frame begins. */
    long offset(int block) {
        long offset = Integer.toUnsignedLong(blocks[block].chunk.get(ValueLayout.JAVA_INT, CHUNK_OFFSET));
        return offset % blocks[block].pixels.byteSize();
    }

    /** Bytes of a block's frame, at most as many as there are from its offset. */
    long size(int block, long offset) {
        long size = Integer.toUnsignedLong(blocks[block].chunk.get(ValueLayout.JAVA_INT, CHUNK_SIZE));
        return Math.min(size, blocks[block].pixels.byteSize() - offset);
    }

    /** Bytes from one row to the next; 0 or less where it is not told. */
    int rowPitch(int block) {
        return blocks[block].chunk.get(ValueLayout.JAVA_INT, CHUNK_STRIDE);
    }

    /** Whether its sender says that this is no good frame, as for one that is being written. To be asked before all else. */
    boolean corrupted() {
        return ((int) INT.getVolatile(blocks[0].chunk, CHUNK_FLAGS) & CHUNK_CORRUPTED) != 0
                || header != null && ((int) INT.getVolatile(header, HEADER_FLAGS) & HEADER_CORRUPTED) != 0;
    }

    /**
     * Says that it holds no frame, so that it can be written. Whoever reads counts first and looks at that then: of a writer and a reader, one
     * sees the other.
     *
     * @return false where somebody reads it; then it is as it was
     */
    boolean claim() {
        int chunkFlags = (int) INT.getAndSet(blocks[0].chunk, CHUNK_FLAGS, CHUNK_CORRUPTED);
        int headerFlags = header == null ? 0 : (int) INT.getAndSet(header, HEADER_FLAGS, HEADER_CORRUPTED);
        boolean unread = busy == null || (int) INT.getVolatile(busy, BUSY_COUNT) <= 1;
        if (!unread) {
            setFlags(chunkFlags, headerFlags);
        }
        return unread;
    }

    /** Says that it holds no frame any more, to whoever has it after its stream has not. */
    void spoil() {
        setFlags(CHUNK_CORRUPTED, HEADER_CORRUPTED);
    }

    private void setFlags(int chunkFlags, int headerFlags) {
        INT.setVolatile(blocks[0].chunk, CHUNK_FLAGS, chunkFlags);
        if (header != null) {
            INT.setVolatile(header, HEADER_FLAGS, headerFlags);
        }
    }

    /** The frame's number; -1 where it has none. */
    long sequence() {
        return header == null ? -1 : header.get(ValueLayout.JAVA_LONG, HEADER_SEQ);
    }

    /** Says that the first block holds a frame. */
    void describe(long bytes, int rowPitch, long nanos, long sequence) {
        MemorySegment chunk = blocks[0].chunk;
        chunk.set(ValueLayout.JAVA_INT, CHUNK_OFFSET, 0);
        chunk.set(ValueLayout.JAVA_INT, CHUNK_SIZE, (int) bytes);
        chunk.set(ValueLayout.JAVA_INT, CHUNK_STRIDE, rowPitch);
        if (header != null) {
            header.set(ValueLayout.JAVA_LONG, HEADER_PTS, nanos);
            header.set(ValueLayout.JAVA_LONG, HEADER_DTS_OFFSET, 0);
            header.set(ValueLayout.JAVA_LONG, HEADER_SEQ, sequence);
        }
        setFlags(0, 0);
    }

    /** Whether somebody reads or writes it, where anybody counts. */
    boolean used() {
        return busy != null && (int) INT.getVolatile(busy, BUSY_COUNT) > 0;
    }

    /** One who read it reads it no more. */
    void countDown() {
        if (busy != null) {
            INT.getAndAdd(busy, BUSY_COUNT, -1);
        }
    }

    /** Whether the stream has it no more. */
    boolean removed() {
        return removed;
    }

    /** The stream has it no more: its memory goes with its last user. */
    void remove() {
        removed = true;
        for (Block block : blocks) {
            if (block != null && block.memory != null) {
                block.memory.release();
            }
        }
    }
}
