package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code std::string}, {@code std::wstring} and {@code std::vector<std::string>} as a release build of MSVC lays them out: read,
 * made and destroyed in memory of the caller, with blocks of the DLL's heap. Text is bytes without NUL.
 */
record CppObjects(DllHeap heap) {
    /** A string: 16 bytes of text or a pointer to it, its length, its capacity. */
    static final long STRING_BYTES = 32;
    /** A vector: begin, end, end of storage. */
    static final long VECTOR_BYTES = 24;
    /** Of every object here. */
    static final long ALIGNMENT = 8;

    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long LENGTH = 16;
    private static final long CAPACITY = 24;
    private static final long INLINE_BYTES = 16;
    private static final long VECTOR_END = 8;
    private static final long VECTOR_STORAGE_END = 16;
    private static final long CHAR = 1;
    private static final long WCHAR = 2;
    /** From this size on, blocks are aligned to 32 bytes, and the heap's own pointer is before them. */
    private static final long BIG_BYTES = 4096;
    private static final long BIG_ALIGNMENT = 32;
    private static final long BIG_EXTRA = BIG_ALIGNMENT + Long.BYTES - 1;
    /** More than any function of the DLL returns; a larger one is no string. */
    private static final long LONGEST = 64 << 20;

    /** Makes a string in {@code object}. */
    void makeString(MemorySegment object, byte[] text) {
        make(object, text, CHAR);
    }

    /** Makes a wide string in {@code object}. */
    void makeWideString(MemorySegment object, String text) {
        make(object, text.getBytes(StandardCharsets.UTF_16LE), WCHAR);
    }

    private void make(MemorySegment object, byte[] text, long unit) {
        long inline = INLINE_BYTES / unit - 1;
        long length = text.length / unit;
        object.asSlice(0, STRING_BYTES).fill((byte) 0);
        object.set(WORD, LENGTH, length);
        object.set(WORD, CAPACITY, Math.max(length, inline));
        if (length <= inline) {
            MemorySegment.copy(text, 0, object, ValueLayout.JAVA_BYTE, 0, text.length);
            return;
        }
        long bytes = (length + 1) * unit;
        long block = allocate(bytes);
        MemorySegment memory = memory(block, bytes);
        MemorySegment.copy(text, 0, memory, ValueLayout.JAVA_BYTE, 0, text.length);
        memory.asSlice(text.length).fill((byte) 0);
        object.set(WORD, 0, block);
    }

    /** A string's text. */
    byte[] readString(MemorySegment object) {
        long length = object.get(WORD, LENGTH);
        long capacity = object.get(WORD, CAPACITY);
        if (length < 0 || length > capacity || length > LONGEST) {
            throw new SpoutException("the DLL returned no std::string: length " + length + ", capacity " + capacity);
        }
        MemorySegment text = capacity < INLINE_BYTES ? object : memory(object.get(WORD, 0), length);
        return text.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Frees a string's block, if it has one. */
    void destroyString(MemorySegment object) {
        long capacity = object.get(WORD, CAPACITY);
        if (capacity >= INLINE_BYTES) {
            free(object.get(WORD, 0), capacity + 1);
        }
    }

    /** Makes a vector in {@code object}. */
    void makeStrings(MemorySegment object, List<byte[]> texts) {
        object.asSlice(0, VECTOR_BYTES).fill((byte) 0);
        if (texts.isEmpty()) {
            return;
        }
        long bytes = texts.size() * STRING_BYTES;
        long block = allocate(bytes);
        MemorySegment strings = memory(block, bytes);
        for (int i = 0; i < texts.size(); i++) {
            makeString(strings.asSlice(i * STRING_BYTES, STRING_BYTES), texts.get(i));
        }
        object.set(WORD, 0, block);
        object.set(WORD, VECTOR_END, block + bytes);
        object.set(WORD, VECTOR_STORAGE_END, block + bytes);
    }

    /** The texts of a vector's strings. */
    List<byte[]> readStrings(MemorySegment object) {
        MemorySegment strings = strings(object);
        List<byte[]> texts = new ArrayList<>();
        for (long at = 0; at < strings.byteSize(); at += STRING_BYTES) {
            texts.add(readString(strings.asSlice(at, STRING_BYTES)));
        }
        return texts;
    }

    /** Frees a vector's strings and its block. */
    void destroyStrings(MemorySegment object) {
        MemorySegment strings = strings(object);
        for (long at = 0; at < strings.byteSize(); at += STRING_BYTES) {
            destroyString(strings.asSlice(at, STRING_BYTES));
        }
        long begin = object.get(WORD, 0);
        if (begin != 0) {
            free(begin, object.get(WORD, VECTOR_STORAGE_END) - begin);
        }
    }

    private static MemorySegment strings(MemorySegment object) {
        long begin = object.get(WORD, 0);
        long bytes = object.get(WORD, VECTOR_END) - begin;
        if (bytes < 0 || bytes % STRING_BYTES != 0 || bytes > LONGEST) {
            throw new SpoutException("the DLL returned no std::vector<std::string>: it has " + bytes + " bytes");
        }
        return memory(begin, bytes);
    }

    private long allocate(long bytes) {
        if (bytes < BIG_BYTES) {
            return heap.allocate(bytes);
        }
        long raw = heap.allocate(bytes + BIG_EXTRA);
        long block = raw + BIG_EXTRA & -BIG_ALIGNMENT;
        memory(block - Long.BYTES, Long.BYTES).set(WORD, 0, raw);
        return block;
    }

    private void free(long block, long bytes) {
        if (bytes < BIG_BYTES) {
            heap.free(block);
            return;
        }
        long raw = memory(block - Long.BYTES, Long.BYTES).get(WORD, 0);
        if (block - raw < Long.BYTES || block - raw > BIG_EXTRA) {
            throw new SpoutException("the DLL returned a block of memory that its own C++ runtime could not free");
        }
        heap.free(raw);
    }

    @SuppressWarnings("restricted")
    private static MemorySegment memory(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }
}
