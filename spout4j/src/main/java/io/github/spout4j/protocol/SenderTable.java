package io.github.spout4j.protocol;

import io.github.spout4j.kernel.PausePoint;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** The directory's bytes: slots of 256, each a name, until an empty one or the end (docs/protocol.md: Directory). */
public final class SenderTable {
    private SenderTable() {}

    /** How many names memory of this size holds. */
    public static int slots(long bytes) {
        return (int) Math.min(bytes / NameBytes.FIELD, Integer.MAX_VALUE);
    }

    /** Bytes that so many names take. */
    public static long bytes(int slots) {
        return (long) slots * NameBytes.FIELD;
    }

    /** Reads all names of any bytes. A slot that no NUL ends is no name and is passed over. */
    public static NavigableSet<NameBytes> decode(MemorySegment memory) {
        NavigableSet<NameBytes> names = new TreeSet<>();
        int slots = slots(memory.byteSize());
        for (int slot = 0; slot < slots; slot++) {
            long offset = bytes(slot);
            if (memory.get(ValueLayout.JAVA_BYTE, offset) == 0) {
                break;
            }
            NameBytes.read(memory, offset).ifPresent(names::add);
        }
        return names;
    }

    /** Whether a name is there. */
    public static boolean contains(MemorySegment memory, NameBytes name) {
        int slots = slots(memory.byteSize());
        for (int slot = 0; slot < slots && memory.get(ValueLayout.JAVA_BYTE, bytes(slot)) != 0; slot++) {
            if (name.stands(memory, bytes(slot))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes the names in order and an empty one after them where there is room.
     *
     * @throws IllegalArgumentException where they are too many; nothing is written then
     */
    public static void encode(SortedSet<NameBytes> names, MemorySegment memory) {
        int slots = slots(memory.byteSize());
        if (names.size() > slots) {
            throw new IllegalArgumentException(names.size() + " names do not fit into " + slots + " slots");
        }
        PausePoint.NAMES_CHANGING.pass();
        long offset = 0;
        for (NameBytes name : names) {
            name.write(memory, offset);
            PausePoint.NAMES_HALF_CHANGED.pass();
            offset += NameBytes.FIELD;
        }
        if (names.size() < slots) {
            memory.asSlice(offset, NameBytes.FIELD).fill((byte) 0);
        }
    }
}
