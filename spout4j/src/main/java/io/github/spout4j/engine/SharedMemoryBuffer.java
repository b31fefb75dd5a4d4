package io.github.spout4j.engine;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.protocol.SenderName;

/** A memory buffer, open for a user. */
final class SharedMemoryBuffer implements MemoryBuffer {
    private final MemoryBuffer buffer;
    private final SenderName name;
    private final int capacity;
    private final LostMemory lost;
    private final Runnable ended;

    /**
     * @param buffer the engine's own
     * @param ended  run when it has closed
     */
    SharedMemoryBuffer(MemoryBuffer buffer, SenderName name, LostMemory lost, Runnable ended) {
        this.buffer = buffer;
        this.name = name;
        this.lost = lost;
        this.ended = ended;
        capacity = lost.look(buffer::capacity);
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public void write(byte[] data) {
        if (data.length > capacity) {
            throw new IllegalArgumentException(
                    "the data has " + data.length + " bytes; the buffer of \"" + name + "\" takes " + capacity);
        }
        lost.run(() -> buffer.write(data));
    }

    @Override
    public byte[] read() {
        return lost.look(buffer::read);
    }

    @Override
    public void close() {
        lost.run(buffer::close);
        ended.run();
    }
}
