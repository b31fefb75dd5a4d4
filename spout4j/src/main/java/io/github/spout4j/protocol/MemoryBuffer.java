package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Bytes beside the frames: a named buffer of fixed length (docs/protocol.md: Memory buffers). The wire tells the buffer's
 * length, not that of the data last written, so writing fills up with NUL and readers get the whole buffer. Thread-safe.
 */
public final class MemoryBuffer implements AutoCloseable {
    private final GuardedMemory memory;

    private MemoryBuffer(GuardedMemory memory) {
        this.memory = memory;
    }

    /**
     * Creates the buffer, or takes over an existing one that is large enough.
     *
     * @param length bytes of data at most, at least 1
     * @throws SpoutException where the existing one is smaller, or is locked by a program that hangs
     */
    public static MemoryBuffer create(KernelObjects objects, SenderName name, int length) {
        if (length < 1 || length > Integer.MAX_VALUE - MemoryBufferCodec.OVERHEAD) {
            throw new IllegalArgumentException("a memory buffer has 1 to "
                    + (Integer.MAX_VALUE - MemoryBufferCodec.OVERHEAD) + " bytes, not " + length);
        }
        GuardedMemory memory = GuardedMemory.create(objects, ObjectNames.buffer(name),
                (long) length + MemoryBufferCodec.OVERHEAD);
        try {
            int capacity = MemoryBufferCodec.capacity(memory.size());
            if (capacity < length) {
                throw new SpoutException("the memory buffer of \"" + name + "\" exists and holds " + capacity
                        + " bytes, not " + length + "; close the program that has it open");
            }
            memory.locked(Patience.ONCE_MILLIS, (bytes, _) -> {
                MemoryBufferCodec.writeLength(bytes, length);
                return null;
            });
            return new MemoryBuffer(memory);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    /** Opens an existing buffer; empty where nobody holds one. */
    public static Optional<MemoryBuffer> open(KernelObjects objects, SenderName name) {
        return GuardedMemory.open(objects, ObjectNames.buffer(name)).map(MemoryBuffer::new);
    }

    /** Bytes of the buffer; 0 where no writer has set it up (right), or its lock is not to be had. */
    public int length() {
        return memory.tryLocked(Patience.FRAME_MILLIS, (bytes, _) -> Math.max(0, MemoryBufferCodec.readLength(bytes)))
                .orElse(0);
    }

    /**
     * Replaces the data.
     *
     * @return false where another program held the lock for over {@link Patience#FRAME_MILLIS}: nothing was written
     * @throws IllegalArgumentException where the data is longer than the buffer
     * @throws SpoutException           where the buffer's header is damaged
     */
    public boolean write(MemorySegment data) {
        return memory.tryLocked(Patience.FRAME_MILLIS, (bytes, _) -> {
            int length = MemoryBufferCodec.readLength(bytes);
            if (length < 0) {
                throw new SpoutException("the header of " + memory.name() + " is damaged; create the buffer anew");
            }
            if (data.byteSize() > length) {
                throw new IllegalArgumentException(
                        data.byteSize() + " bytes do not fit into the memory buffer of " + length);
            }
            MemoryBufferCodec.writeData(bytes, length, data);
            return true;
        }).orElse(false);
    }

    /** As {@link #write(MemorySegment)}. */
    public boolean write(byte[] data) {
        return write(MemorySegment.ofArray(data));
    }

    /** A copy of the whole buffer; empty where no writer has set it up (right), or its lock was not to be had. */
    public Optional<byte[]> read() {
        return memory.tryLocked(Patience.FRAME_MILLIS, (bytes, _) -> {
            int length = MemoryBufferCodec.readLength(bytes);
            return length < 0 ? null : MemoryBufferCodec.data(bytes, length).toArray(ValueLayout.JAVA_BYTE);
        });
    }

    /**
     * Copies what fits from the buffer's start.
     *
     * @return bytes copied; 0 where {@link #read()} would be empty
     */
    public long read(MemorySegment target) {
        return memory.tryLocked(Patience.FRAME_MILLIS, (bytes, _) -> {
            int length = MemoryBufferCodec.readLength(bytes);
            if (length < 0) {
                return 0L;
            }
            long count = Math.min(target.byteSize(), length);
            MemorySegment.copy(bytes, MemoryBufferCodec.HEADER, target, 0, count);
            return count;
        }).orElse(0L);
    }

    @Override
    public void close() {
        memory.close();
    }
}
