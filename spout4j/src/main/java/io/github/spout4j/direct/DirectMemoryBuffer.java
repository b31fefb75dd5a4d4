package io.github.spout4j.direct;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.InfoReading;
import io.github.spout4j.protocol.SenderInfoMap;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SharedTextureInfo;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A memory buffer by the protocol; waits for other programs that use it. */
final class DirectMemoryBuffer implements MemoryBuffer {
    private static final int TRIES = 15;

    private final io.github.spout4j.protocol.MemoryBuffer buffer;
    private final SenderName name;

    private DirectMemoryBuffer(io.github.spout4j.protocol.MemoryBuffer buffer, SenderName name) {
        this.buffer = buffer;
        this.name = name;
    }

    static DirectMemoryBuffer create(KernelSystem system, SenderName name, int capacity) {
        return existing(system, name).orElseGet(() -> new DirectMemoryBuffer(
                io.github.spout4j.protocol.MemoryBuffer.create(system.objects(), name, capacity), name));
    }

    static DirectMemoryBuffer open(KernelSystem system, SenderName name) {
        return existing(system, name).orElseThrow(
                () -> new SpoutException("\"" + name + "\" has no memory buffer; its writer must create it"));
    }

    private static Optional<DirectMemoryBuffer> existing(KernelSystem system, SenderName name) {
        requireNoPixels(system, name);
        return io.github.spout4j.protocol.MemoryBuffer.open(system.objects(), name).filter(found -> {
            boolean usable = found.length() > 0;
            if (!usable) {
                found.close();
            }
            return usable;
        }).map(found -> new DirectMemoryBuffer(found, name));
    }

    private static void requireNoPixels(KernelSystem system, SenderName name) {
        if (SenderInfoMap.read(system, name) instanceof InfoReading.Usable(SharedTextureInfo info)
                && info.shareHandle() == 0) {
            throw new SpoutException("the sender \"" + name
                    + "\" can have no memory buffer: it uses memory share, which has the same name; choose another name");
        }
    }

    @Override
    public int capacity() {
        return buffer.length();
    }

    @Override
    public void write(byte[] data) {
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
    }
}
