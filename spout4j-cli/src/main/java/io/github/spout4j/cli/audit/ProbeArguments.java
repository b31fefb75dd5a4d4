package io.github.spout4j.cli.audit;

import io.github.spout4j.library.NativeType;
import io.github.spout4j.library.Parameter;
import io.github.spout4j.library.Slot;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Harmless arguments for a slot: small sizes, names and registry keys of this process' own, buffers larger than any slot writes. The
 * memory lives as long as the process.
 */
final class ProbeArguments {
    static final int WIDTH = 8;
    static final int HEIGHT = 4;
    static final int DATA_BYTES = 16;
    static final byte ALPHA = (byte) 0xA5;
    /** At most 15 characters, which a std::string holds in itself. */
    static final String PATH = "C:\\a\\b.txt";

    private static final int STRING_BYTES = 32;
    private static final int BUFFER_BYTES = 4096;
    private static final int MOST = 1024;
    private static final int GL_RGBA = 0x1908;
    private static final int GL_TEXTURE_2D = 0x0DE1;
    private static final int GL_UNSIGNED_BYTE = 0x1401;
    private static final int RGBA8_UNORM = 28;
    private static final long CURRENT_USER = 0x80000001;

    private final Arena arena = Arena.global();
    private final List<Object> values = new ArrayList<>();
    private final Map<String, MemorySegment> memory = new HashMap<>();

    ProbeArguments(Slot slot) {
        for (Parameter parameter : slot.parameters()) {
            if (parameter.type() != NativeType.VARIADIC) {
                values.add(value(parameter));
            }
        }
    }

    /** A name that no other program has. */
    static String ownName() {
        return "spout audit " + ProcessHandle.current().pid();
    }

    private static String ownKey() {
        return "Software\\" + ownName();
    }

    /** In the order of the parameters. */
    List<Object> values() {
        return values;
    }

    /** The memory behind the parameter of that name. */
    MemorySegment memory(String parameter) {
        return memory.get(parameter);
    }

    /** What pixels and data hold before the call. */
    static byte before(long at) {
        return (byte) (at * 7 + 1);
    }

    private Object value(Parameter parameter) {
        return switch (parameter.type()) {
            case BOOL -> (byte) 0;
            case BYTE -> ALPHA;
            case INT -> number(parameter.name());
            case HANDLE -> parameter.cppType().equals("HKEY") ? CURRENT_USER : 0L;
            case POINTER, POINT -> 0L;
            case TEXT -> parameter.name().equals("data") ? pattern(parameter) : text(parameter.name());
            case BYTES, BYTE_BUFFER -> pattern(parameter);
            case STRING, STRING_REFERENCE -> keep(parameter, shortString());
            case WIDE_STRING, STRINGS -> keep(parameter, emptyObject(parameter.type()));
            default -> keep(parameter, arena.allocate(BUFFER_BYTES, Long.BYTES));
        };
    }

    private static int number(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "width" -> WIDTH;
            case "height" -> HEIGHT;
            case "rowpitch" -> WIDTH * 4;
            case "length", "maxlength", "nchars" -> DATA_BYTES;
            case "glformat", "dataformat" -> GL_RGBA;
            case "datatype" -> GL_UNSIGNED_BYTE;
            case "textureformat", "dwformat" -> RGBA8_UNORM;
            case "fps" -> 60;
            case "nbuffers", "level" -> 2;
            default -> lower.startsWith("max") ? MOST : lower.endsWith("target") ? GL_TEXTURE_2D : 0;
        };
    }

    private MemorySegment text(String name) {
        return arena.allocateFrom(switch (name.toLowerCase(Locale.ROOT)) {
            case "subkey" -> ownKey();
            case "valuename" -> "value";
            case "path", "filepath" -> PATH;
            default -> ownName();
        });
    }

    private MemorySegment pattern(Parameter parameter) {
        MemorySegment pixels = arena.allocate(BUFFER_BYTES, Long.BYTES);
        for (long i = 0; i < BUFFER_BYTES; i++) {
            pixels.set(ValueLayout.JAVA_BYTE, i, before(i));
        }
        return keep(parameter, pixels);
    }

    private MemorySegment shortString() {
        MemorySegment string = arena.allocate(STRING_BYTES, Long.BYTES);
        byte[] bytes = PATH.getBytes(StandardCharsets.US_ASCII);
        MemorySegment.copy(bytes, 0, string, ValueLayout.JAVA_BYTE, 0, bytes.length);
        string.set(ValueLayout.JAVA_LONG, 16, bytes.length);
        string.set(ValueLayout.JAVA_LONG, 24, 15);
        return string;
    }

    private MemorySegment emptyObject(NativeType type) {
        MemorySegment object = arena.allocate(STRING_BYTES, Long.BYTES);
        if (type == NativeType.WIDE_STRING) {
            object.set(ValueLayout.JAVA_LONG, 24, 7);
        }
        return object;
    }

    private MemorySegment keep(Parameter parameter, MemorySegment segment) {
        memory.put(parameter.name(), segment);
        return segment;
    }
}
