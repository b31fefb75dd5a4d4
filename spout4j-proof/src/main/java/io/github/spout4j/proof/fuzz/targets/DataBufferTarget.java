package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.SpoutException;
import io.github.spout4j.protocol.MemoryBuffer;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderName;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/** A memory buffer. An input: how much is written to it (1 byte), the buffer's memory. */
public final class DataBufferTarget {
    private DataBufferTarget() {}

    /** Reads it, writes to it, and makes one of our own of it. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        byte[] written = new byte[given.small()];
        Arrays.fill(written, (byte) 'x');
        MemorySegment memory = Given.memory(given.rest());
        GivenObjects objects = new GivenObjects(false);
        SenderName name = SenderName.of("fuzz", new GivenSystem(objects, 0).names());
        objects.put(ObjectNames.buffer(name), memory);
        try (MemoryBuffer buffer = MemoryBuffer.open(objects, name).orElseThrow()) {
            read(buffer, memory);
            write(buffer, written);
        }
        if (written.length > 0) {
            create(objects, name, written);
        }
    }

    private static void read(MemoryBuffer buffer, MemorySegment memory) {
        int length = buffer.length();
        Must.hold(length >= 0 && length <= memory.byteSize(), "a buffer is no longer than its memory");
        Optional<byte[]> whole = buffer.read();
        Must.hold(whole.map(bytes -> bytes.length).orElse(0) == length, "all of it is read");
        byte[] part = new byte[100];
        long count = buffer.read(MemorySegment.ofArray(part));
        Must.hold(count == Math.min(part.length, length), "as much is copied as there is room");
        Must.hold(whole.isEmpty() || Arrays.equals(part, 0, (int) count, whole.get(), 0, (int) count),
                "both ways read the same");
    }

    private static void write(MemoryBuffer buffer, byte[] written) {
        int length = buffer.length();
        boolean whole = buffer.read().isPresent();
        try {
            Must.hold(buffer.write(written), "its lock is free");
            Must.hold(whole && written.length <= length, "only what has room is written");
            check(buffer, written, length);
        } catch (IllegalArgumentException _) {
            Must.hold(whole && written.length > length, "only what is too long is refused");
        } catch (SpoutException _) {
            Must.hold(!whole, "only a damaged buffer is refused");
        }
    }

    private static void create(GivenObjects objects, SenderName name, byte[] written) {
        try (MemoryBuffer own = MemoryBuffer.create(objects, name, written.length)) {
            Must.hold(own.length() == written.length && own.write(written), "one that was made can be written to");
            check(own, written, written.length);
        } catch (SpoutException _) {
            // as documented: the memory is smaller
        }
    }

    private static void check(MemoryBuffer buffer, byte[] written, int length) {
        Must.hold(Arrays.equals(buffer.read().orElseThrow(), Arrays.copyOf(written, length)),
                "what is written is read again, and 0 after it");
    }
}
