package io.github.spout4j.direct;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.SenderName;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A memory buffer, open for a user. */
final class DirectMemoryBuffer implements MemoryBuffer {
    private static final int TRIES = 15;

    private final io.github.spout4j.protocol.MemoryBuffer buffer;
    private final SenderName name;
    private final int capacity;
    private final Runnable ended;

    /** @param ended run when the buffer has closed */
    DirectMemoryBuffer(io.github.spout4j.protocol.MemoryBuffer buffer, SenderName name, Runnable ended) {
        this.buffer = buffer;
        this.name = name;
        this.ended = ended;
        capacity = buffer.length();
    }

    static io.github.spout4j.protocol.MemoryBuffer create(KernelObjects objects, SenderName name, int capacity) {
        Optional<io.github.spout4j.protocol.MemoryBuffer> existing = usable(
                io.github.spout4j.protocol.MemoryBuffer.open(objects, name));
        return existing.orElseGet(() -> io.github.spout4j.protocol.MemoryBuffer.create(objects, name, capacity));
    }

    static io.github.spout4j.protocol.MemoryBuffer open(KernelObjects objects, SenderName name) {
        return usable(io.github.spout4j.protocol.MemoryBuffer.open(objects, name)).orElseThrow(
                () -> new SpoutException("\"" + name + "\" has no memory buffer; its writer must create it"));
    }

    private static Optional<io.github.spout4j.protocol.MemoryBuffer> usable(
            Optional<io.github.spout4j.protocol.MemoryBuffer> buffer) {
        return buffer.filter(found -> {
            boolean usable = found.length() > 0;
            if (!usable) {
                found.close();
            }
            return usable;
        });
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
        patiently(() -> buffer.write(data));
    }

    @Override
    public byte[] read() {
        byte[][] result = new byte[1][];
        patiently(() -> {
            result[0] = buffer.read().orElse(null);
            return result[0] != null;
        });
        return result[0];
    }

    private void patiently(BooleanSupplier attempt) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (attempt.getAsBoolean()) {
                return;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new SpoutException("interrupted while waiting for the memory buffer of \"" + name + "\"");
            }
        }
        throw new SpoutException(
                "another program holds the memory buffer of \"" + name + "\"; close the one that hangs");
    }

    @Override
    public void close() {
        buffer.close();
        ended.run();
    }
}
