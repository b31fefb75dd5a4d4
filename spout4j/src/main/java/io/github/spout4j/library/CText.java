package io.github.spout4j.library;

import io.github.spout4j.kernel.NameEncoding;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Text as C has it: bytes of the system's encoding that end with NUL. */
record CText(NameEncoding encoding) {
    /** Bytes of the longest sender name: the SDK copies it to 256. */
    static final int NAME = 255;
    /** Bytes of the longest path: MAX_PATH with its NUL. */
    static final int PATH = 259;
    /** Bytes of any other text: the SDK formats it in 1024 and ends the program where it does not fit. */
    static final int LINE = 1000;
    /** What a callee may write beyond what it was told. */
    private static final int SLACK = 16;
    private static final long LONGEST = 1 << 20;

    /**
     * A text's bytes.
     *
     * @throws IllegalArgumentException where it contains NUL, cannot be written, or takes more than {@code most} bytes
     */
    byte[] bytes(String text, int most) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "the text \"" + text.replace('\0', '␀') + "\" contains NUL; leave it out");
        }
        byte[] bytes = encoding.encode(text).orElseThrow(() -> new IllegalArgumentException("the text \"" + text
                + "\" cannot be written in " + encoding.description() + "; use characters of that encoding"));
        if (bytes.length > most) {
            throw new IllegalArgumentException("the text \"" + text + "\" takes " + bytes.length
                    + " bytes; SpoutLibrary.dll takes " + most + " here");
        }
        return bytes;
    }

    /** As much of a text as can be written in {@code most} bytes, with ? for what has no form. */
    String printable(String text, int most) {
        StringBuilder printable = new StringBuilder();
        int length = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            String character = text.substring(at, text.offsetByCodePoints(at, 1));
            Optional<byte[]> bytes = character.equals("\0") ? Optional.empty() : encoding.encode(character);
            length += bytes.map(form -> form.length).orElse(1);
            if (length > most) {
                break;
            }
            printable.append(bytes.isPresent() ? character : "?");
        }
        return printable.toString();
    }

    /** The address of a text in memory of {@code arena}. */
    long in(Arena arena, String text, int most) {
        byte[] bytes = bytes(text, most);
        MemorySegment memory = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return memory.address();
    }

    /**
     * Room for a callee to write {@code most} bytes, zeroed, with a text in it that the callee reads.
     *
     * @throws IllegalArgumentException where {@code most} is below 1 or above 1 MiB, or the text does not fit
     */
    MemorySegment room(Arena arena, String text, int most) {
        if (most < 1 || most > LONGEST) {
            throw new IllegalArgumentException("the most characters are " + most + "; that must be 1 to " + LONGEST);
        }
        byte[] bytes = bytes(text, most - 1);
        MemorySegment memory = arena.allocate((long) most + SLACK);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return memory;
    }

    /** What a callee has written to {@link #room}. */
    String written(MemorySegment room) {
        long length = 0;
        while (length < room.byteSize() && room.get(ValueLayout.JAVA_BYTE, length) != 0) {
            length++;
        }
        return encoding.decode(room.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }

    /** The text at an address that the DLL returned; empty for null. */
    @SuppressWarnings("restricted")
    String at(long address) {
        return address == 0 ? "" : written(MemorySegment.ofAddress(address).reinterpret(LONGEST));
    }
}
