package io.github.spout4j.library;

import io.github.spout4j.testing.CharsetNames;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vtable of functions in Java, one for each slot of a layout. Each reads its arguments as its own C++ types say, writes what is
 * there to be written, and notes all of it. Integers return with garbage above their width.
 */
@SuppressWarnings("restricted")
final class FakeVtable implements AutoCloseable {
    static final long OBJECT = 0x7654_3210_FEDC_BA98L;
    /** What functions put into int references, 1 more each. */
    static final int REFERENCE = 70_001;
    static final int INT = 301;
    static final double DOUBLE = 59.94;
    static final long WORD = 0x1122_3344_5566_7788L;
    private static final long GARBAGE = 0x5A5A_5A5A_0000_0000L;

    /** A call as the function saw it. */
    record Call(Slot slot, List<Object> arguments) {}

    final TestHeap heap = new TestHeap();
    final CppObjects objects = new CppObjects(heap);
    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    /** Whether two threads were in functions at once. */
    volatile boolean overlapped;
    /** What bool functions return. */
    boolean yes = true;
    /** What functions return as text. */
    String text = "text";
    List<String> texts = List.of("a", "b");
    private final AtomicInteger inside = new AtomicInteger();
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> stubs;
    private final VtableLayout layout;

    FakeVtable(VtableLayout layout) {
        this.layout = layout;
        stubs = layout.slots().stream().map(this::stub).toList();
    }

    SpoutLibrary library() {
        return new SpoutLibrary("a fake", layout, new Functions(layout + ", fake.dll", layout, stubs::get), OBJECT,
                new CText(new CharsetNames(StandardCharsets.ISO_8859_1)), objects);
    }

    private MemorySegment stub(Slot slot) {
        FunctionDescriptor cpp = slot.descriptor();
        List<MemoryLayout> arguments = new ArrayList<>(cpp.argumentLayouts());
        if (slot.isVariadic()) {
            arguments.add(ValueLayout.ADDRESS);
        }
        MemoryLayout[] all = arguments.toArray(MemoryLayout[]::new);
        boolean real = slot.result() == NativeType.DOUBLE;
        FunctionDescriptor descriptor = FunctionDescriptor.of(real ? ValueLayout.JAVA_DOUBLE : ValueLayout.JAVA_LONG,
                all);
        try {
            MethodHandle called = MethodHandles.lookup().findVirtual(FakeVtable.class, real ? "real" : "word",
                    MethodType.methodType(real ? double.class : long.class, Slot.class, Object[].class));
            MethodHandle bound = MethodHandles.insertArguments(called, 0, this, slot)
                    .asCollector(Object[].class, all.length).asType(descriptor.toMethodType());
            return Linker.nativeLinker().upcallStub(bound, descriptor, arena);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    double real(Slot slot, Object[] arguments) {
        note(slot, arguments);
        return DOUBLE;
    }

    long word(Slot slot, Object[] arguments) {
        note(slot, arguments);
        return switch (slot.result()) {
            case BOOL -> GARBAGE | 0xABCD_EF00L | (yes ? 1 : 0);
            case INT -> GARBAGE | Integer.toUnsignedLong(INT);
            case TEXT -> arena.allocateFrom(text, StandardCharsets.ISO_8859_1).address();
            case STRING -> {
                objects.makeString(memory(arguments[1], CppObjects.STRING_BYTES), bytes(text));
                yield ((MemorySegment) arguments[1]).address();
            }
            case STRINGS -> {
                objects.makeStrings(memory(arguments[1], CppObjects.VECTOR_BYTES),
                        texts.stream().map(FakeVtable::bytes).toList());
                yield ((MemorySegment) arguments[1]).address();
            }
            default -> WORD;
        };
    }

    private void note(Slot slot, Object[] arguments) {
        if (!arguments[0].equals(OBJECT)) {
            throw new AssertionError("this is " + arguments[0]);
        }
        overlapped |= inside.incrementAndGet() > 1;
        int at = slot.result().isReturnedInMemory() ? 2 : 1;
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < slot.parameters().size(); i++) {
            seen.add(see(slot.parameters().get(i).type(), arguments[at + i], i));
        }
        calls.add(new Call(slot, seen));
        inside.decrementAndGet();
    }

    private Object see(NativeType type, Object raw, int index) {
        return switch (type) {
            case BOOL -> (byte) raw != 0;
            case TEXT, VARIADIC -> text(raw);
            case TEXT_BUFFER -> {
                Object before = text(raw);
                if (before != null) {
                    memory(raw, text.length() + 1L).setString(0, text, StandardCharsets.ISO_8859_1);
                }
                yield before;
            }
            case INT_REFERENCE -> {
                if (((MemorySegment) raw).address() == 0) {
                    yield null;
                }
                MemorySegment memory = memory(raw, Integer.BYTES);
                int before = memory.get(ValueLayout.JAVA_INT, 0);
                memory.set(ValueLayout.JAVA_INT, 0, REFERENCE + index);
                yield before;
            }
            case HANDLE_REFERENCE -> {
                memory(raw, Long.BYTES).set(ValueLayout.JAVA_LONG, 0, WORD);
                yield raw;
            }
            case BOOL_REFERENCE -> {
                memory(raw, 1).set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
                yield raw;
            }
            case STRING -> {
                MemorySegment object = memory(raw, CppObjects.STRING_BYTES);
                String seen = new String(objects.readString(object), StandardCharsets.ISO_8859_1);
                objects.destroyString(object);
                yield seen;
            }
            case STRING_REFERENCE -> {
                MemorySegment object = memory(raw, CppObjects.STRING_BYTES);
                String seen = new String(objects.readString(object), StandardCharsets.ISO_8859_1);
                objects.destroyString(object);
                objects.makeString(object, bytes(text));
                yield seen;
            }
            case WIDE_STRING -> {
                MemorySegment object = memory(raw, CppObjects.STRING_BYTES);
                long length = object.get(ValueLayout.JAVA_LONG, 16);
                boolean inline = object.get(ValueLayout.JAVA_LONG, 24) == 7;
                MemorySegment characters = inline
                        ? object
                        : MemorySegment.ofAddress(object.get(ValueLayout.JAVA_LONG, 0)).reinterpret(2 * length);
                String seen = new String(characters.asSlice(0, 2 * length).toArray(ValueLayout.JAVA_BYTE),
                        StandardCharsets.UTF_16LE);
                if (!inline) {
                    heap.free(object.get(ValueLayout.JAVA_LONG, 0));
                }
                yield seen;
            }
            case STRINGS -> {
                MemorySegment object = memory(raw, CppObjects.VECTOR_BYTES);
                List<String> seen = objects.readStrings(object).stream()
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)).toList();
                objects.destroyStrings(object);
                yield seen;
            }
            case BYTES, BYTE_BUFFER -> ((MemorySegment) raw).address();
            default -> raw;
        };
    }

    private static Object text(Object raw) {
        MemorySegment address = (MemorySegment) raw;
        return address.address() == 0
                ? null
                : memory(raw, 8192).getString(0, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static MemorySegment memory(Object address, long bytes) {
        return ((MemorySegment) address).reinterpret(bytes);
    }

    @Override
    public void close() {
        arena.close();
    }
}
