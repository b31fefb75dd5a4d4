package io.github.spout4j.library;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * The functions of one object of the DLL: one call at a time, none after it was closed. Texts and C++ objects are made and read
 * while nobody else can call.
 */
final class Calls {
    private static final long OUT_BYTES = 16;

    private final CallGuard guard;
    private final Functions functions;
    private final long object;
    private final CText text;
    private final CppObjects objects;
    private final MemorySegment out = Arena.ofAuto().allocate(OUT_BYTES, Long.BYTES);

    Calls(CallGuard guard, Functions functions, long object, CText text, CppObjects objects) {
        this.guard = guard;
        this.functions = functions;
        this.object = object;
        this.text = text;
        this.objects = objects;
    }

    /** Those of the library that the section of slots is of. */
    static Calls of(Object section) {
        return ((SpoutLibrary) section).calls();
    }

    /** A bool result: its lowest byte alone. */
    static boolean bool(long result) {
        return (byte) result != 0;
    }

    static long word(boolean value) {
        return value ? 1 : 0;
    }

    boolean has(Sdk function) {
        return functions.has(function);
    }

    CText text() {
        return text;
    }

    private MemorySegment enter(Sdk function) {
        MemorySegment code = functions.address(function);
        guard.enter();
        return code;
    }

    long call(Sdk function) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a, long b) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a, b);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a, long b, long c) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a, b, c);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a, long b, long c, long d) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a, b, c, d);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a, long b, long c, long d, long e) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a, b, c, d, e);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a, long b, long c, long d, long e, long f) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a, b, c, d, e, f);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a, long b, long c, long d, long e, long f, long g, long h) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a, b, c, d, e, f, g, h);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, MemorySegment memory, long a, long b, long c) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, memory, a, b, c);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, MemorySegment memory, long a, long b, long c, long d) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, memory, a, b, c, d);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, MemorySegment source, MemorySegment target, long a, long b, long c) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, source, target, a, b, c);
        } finally {
            guard.exit();
        }
    }

    long call(Sdk function, long a, long b, MemorySegment memory, long c, long d, long e, long f, long g, long h,
            long i) {
        MemorySegment code = enter(function);
        try {
            return Words.call(code, object, a, b, memory, c, d, e, f, g, h, i);
        } finally {
            guard.exit();
        }
    }

    double callDouble(Sdk function) {
        MemorySegment code = enter(function);
        try {
            return Words.callDouble(code, object);
        } finally {
            guard.exit();
        }
    }

    double callDouble(Sdk function, long a, long b) {
        MemorySegment code = enter(function);
        try {
            return Words.callDouble(code, object, a, b);
        } finally {
            guard.exit();
        }
    }

    /** ReceiveImage, where the memory is large enough for the sender that the object knows at that moment. */
    boolean receiveImage(MemorySegment pixels, int glFormat, boolean invert, int hostFbo) {
        MemorySegment code = functions.address(Sdk.RECEIVE_IMAGE);
        MemorySegment width = functions.address(Sdk.GET_SENDER_WIDTH);
        MemorySegment height = functions.address(Sdk.GET_SENDER_HEIGHT);
        guard.enter();
        try {
            GlPixels.require(pixels, (int) Words.call(width, object), (int) Words.call(height, object), glFormat);
            return bool(Words.call(code, object, pixels, glFormat, word(invert), hostFbo));
        } finally {
            guard.exit();
        }
    }

    /** A function with a reference to an int before three words, and what it wrote. */
    int intOut(Sdk function, long a, long b, long c) {
        MemorySegment code = enter(function);
        try {
            out.set(ValueLayout.JAVA_INT, 0, 0);
            Words.call(code, object, out.address(), a, b, c);
            return out.get(ValueLayout.JAVA_INT, 0);
        } finally {
            guard.exit();
        }
    }

    /** A {@code const char*} result; empty for null. */
    String textResult(Sdk function) {
        MemorySegment code = enter(function);
        try {
            return text.at(Words.call(code, object));
        } finally {
            guard.exit();
        }
    }

    /** A {@code std::string} result. */
    String string(Sdk function) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = string(arena);
            Words.call(code, object, result.address());
            return take(result);
        } finally {
            guard.exit();
        }
    }

    String string(Sdk function, long a) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = string(arena);
            Words.call(code, object, result.address(), a);
            return take(result);
        } finally {
            guard.exit();
        }
    }

    /** A {@code std::string} result of a {@code std::string}, which the callee destroys. */
    String stringOfString(Sdk function, byte[] argument) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = string(arena);
            MemorySegment string = string(arena);
            objects.makeString(string, argument);
            Words.call(code, object, result.address(), string.address());
            return take(result);
        } finally {
            guard.exit();
        }
    }

    /** A function of a {@code std::string}, which the callee destroys. */
    long callString(Sdk function, byte[] argument) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment string = string(arena);
            objects.makeString(string, argument);
            return Words.call(code, object, string.address());
        } finally {
            guard.exit();
        }
    }

    /** A function of an int and a {@code std::wstring}, which the callee destroys. */
    void callWideString(Sdk function, long a, String argument) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment string = string(arena);
            objects.makeWideString(string, argument);
            Words.call(code, object, a, string.address());
        } finally {
            guard.exit();
        }
    }

    /** A function that changes a {@code std::string}. */
    String changeString(Sdk function, byte[] argument) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment string = string(arena);
            objects.makeString(string, argument);
            Words.call(code, object, string.address());
            return take(string);
        } finally {
            guard.exit();
        }
    }

    /** A message box that changes a {@code std::string}, its fifth parameter. */
    SpoutMessages.TextAnswer askText(Sdk function, long a, long b, long c, long d, byte[] argument) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment string = string(arena);
            objects.makeString(string, argument);
            int button = (int) Words.call(code, object, a, b, c, d, string.address());
            return new SpoutMessages.TextAnswer(button, take(string));
        } finally {
            guard.exit();
        }
    }

    /** A message box with a {@code std::vector<std::string>}, which the callee destroys, and a reference to an int. */
    SpoutMessages.Choice askChoice(Sdk function, long a, long b, long c, long d, List<byte[]> items, int selected) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment vector = arena.allocate(CppObjects.VECTOR_BYTES, CppObjects.ALIGNMENT);
            objects.makeStrings(vector, items);
            out.set(ValueLayout.JAVA_INT, 0, selected);
            int button = (int) Words.call(code, object, a, b, c, d, vector.address(), out.address());
            return new SpoutMessages.Choice(button, out.get(ValueLayout.JAVA_INT, 0));
        } finally {
            guard.exit();
        }
    }

    /** A {@code std::vector<std::string>} result. */
    List<String> strings(Sdk function) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment vector = arena.allocate(CppObjects.VECTOR_BYTES, CppObjects.ALIGNMENT);
            Words.call(code, object, vector.address());
            List<String> texts = objects.readStrings(vector).stream().map(text.encoding()::decode).toList();
            objects.destroyStrings(vector);
            return texts;
        } finally {
            guard.exit();
        }
    }

    /** A {@code std::string} result, and what the function wrote to its {@code int*}. */
    int stringInt(Sdk function) {
        MemorySegment code = enter(function);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = string(arena);
            out.set(ValueLayout.JAVA_INT, 0, 0);
            Words.call(code, object, result.address(), out.address());
            objects.destroyString(result);
            return out.get(ValueLayout.JAVA_INT, 0);
        } finally {
            guard.exit();
        }
    }

    /** The format of a function of {@code const char* format, ...}: takes one text as it is. */
    long format(Arena arena) {
        return text.in(arena, "%s", CText.LINE);
    }

    /** A log function of {@code const char* format, ...}; never fails because of the text. */
    void log(Sdk function, String line) {
        try (Arena arena = Arena.ofConfined()) {
            call(function, format(arena), text.in(arena, text.printable(line, CText.LINE), CText.LINE));
        }
    }

    private static MemorySegment string(Arena arena) {
        return arena.allocate(CppObjects.STRING_BYTES, CppObjects.ALIGNMENT);
    }

    private String take(MemorySegment string) {
        String result = text.encoding().decode(objects.readString(string));
        objects.destroyString(string);
        return result;
    }
}
