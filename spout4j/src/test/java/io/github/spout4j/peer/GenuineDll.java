package io.github.spout4j.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Spout.dll, the SDK's C++ classes: objects of them, and calls of their methods with text in and out. */
@SuppressWarnings("restricted")
final class GenuineDll {
    /** More than any of the classes needs. */
    private static final long OBJECT_BYTES = 65536;
    private static final int NAME_BYTES = 256;
    private static final Charset ANSI = Charset.forName(System.getProperty("native.encoding"));

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;
    private final Map<GenuineClass, MemorySegment> objects = new EnumMap<>(GenuineClass.class);
    private final Map<GenuineMethod, MethodHandle> handles = new EnumMap<>(GenuineMethod.class);

    GenuineDll(Path dll) {
        symbols = SymbolLookup.libraryLookup(dll, Arena.global());
    }

    /** Runs the constructor of a new object, which takes the place of the last one of its class. */
    void construct(GenuineClass type) throws Throwable {
        MemorySegment object = Arena.global().allocate(OBJECT_BYTES, 16);
        handle(type.constructor(), FunctionDescriptor.ofVoid(ADDRESS)).invoke(object);
        objects.put(type, object);
    }

    /** Runs the destructor of the class's object. */
    void destroy(GenuineClass type) throws Throwable {
        MemorySegment object = objects.remove(type);
        if (object != null) {
            handle(type.destructor(), FunctionDescriptor.ofVoid(ADDRESS)).invoke(object);
        }
    }

    /** Calls the method on its class's object, made now if there is none: the result, then what came out, in order. */
    List<String> call(GenuineMethod method, List<String> arguments) throws Throwable {
        if (!objects.containsKey(method.owner())) {
            construct(method.owner());
        }
        MethodHandle handle = handles.computeIfAbsent(method, this::handle);
        try (Arena arena = Arena.ofConfined()) {
            List<Object> values = new ArrayList<>();
            values.add(objects.get(method.owner()));
            Iterator<String> argument = arguments.iterator();
            for (GenuineValue parameter : method.parameters()) {
                values.add(in(parameter, argument, arena));
            }
            Object result = handle.invokeWithArguments(values);
            List<String> answer = new ArrayList<>();
            answer.add(result(method.result(), result));
            for (int i = 0; i < method.parameters().size(); i++) {
                out(method.parameters().get(i), values.get(i + 1), answer);
            }
            return answer;
        }
    }

    private MethodHandle handle(GenuineMethod method) {
        List<MemoryLayout> layouts = new ArrayList<>(List.of(ADDRESS));
        method.parameters().forEach(p -> layouts.add(p.layout()));
        MemoryLayout[] parameters = layouts.toArray(MemoryLayout[]::new);
        return handle(method.symbol(), method.result() == GenuineValue.VOID
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(method.result().layout(), parameters));
    }

    private MethodHandle handle(String symbol, FunctionDescriptor descriptor) {
        return linker.downcallHandle(symbols.findOrThrow(symbol), descriptor);
    }

    private static Object in(GenuineValue parameter, Iterator<String> argument, Arena arena) {
        return switch (parameter) {
            case BOOL -> (byte) (Boolean.parseBoolean(argument.next()) ? 1 : 0);
            case INT -> (int) Long.parseLong(argument.next());
            case REAL -> Double.parseDouble(argument.next());
            case HANDLE -> Long.parseLong(argument.next());
            case TEXT -> text(argument.next(), 0, arena);
            case NAME -> text(argument.next(), NAME_BYTES, arena);
            case BYTES -> arena.allocateFrom(JAVA_BYTE, Base64.getDecoder().decode(argument.next()));
            case SPACE -> arena.allocate(Long.parseLong(argument.next()), 16);
            case OUT_INT -> arena.allocate(JAVA_INT);
            case OUT_HANDLE -> arena.allocate(JAVA_LONG);
            case VOID -> throw new IllegalArgumentException("a parameter is not void");
        };
    }

    private static MemorySegment text(String text, long room, Arena arena) {
        byte[] bytes = text.getBytes(ANSI);
        MemorySegment buffer = arena.allocate(Math.max(room, bytes.length + 1));
        MemorySegment.copy(bytes, 0, buffer, JAVA_BYTE, 0, bytes.length);
        return buffer;
    }

    private static String text(MemorySegment buffer) {
        byte[] bytes = buffer.toArray(JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, ANSI);
    }

    private static String result(GenuineValue type, Object result) {
        return switch (type) {
            case VOID -> "";
            case BOOL -> String.valueOf((byte) result != 0);
            default -> String.valueOf(result);
        };
    }

    private static void out(GenuineValue parameter, Object value, List<String> answer) {
        switch (parameter) {
            case NAME -> answer.add(text((MemorySegment) value));
            case OUT_INT -> answer.add(Integer.toUnsignedString(((MemorySegment) value).get(JAVA_INT, 0)));
            case OUT_HANDLE -> answer.add(String.valueOf(((MemorySegment) value).get(JAVA_LONG, 0)));
            case SPACE -> answer.add(Base64.getEncoder().encodeToString(((MemorySegment) value).toArray(JAVA_BYTE)));
            default -> {
            }
        }
    }
}
