package io.github.spout4j.cli.audit;

import io.github.spout4j.library.NativeType;
import io.github.spout4j.library.Slot;
import io.github.spout4j.library.SpoutObject;
import io.github.spout4j.library.VtableLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls slots of one object, by number or by name, with any arguments. */
final class SlotCaller {
    private static final int STRING_BYTES = 32;

    private final SpoutObject object;
    private final VtableLayout layout;

    SlotCaller(SpoutObject object) {
        this.object = object;
        layout = object.layout();
    }

    VtableLayout layout() {
        return layout;
    }

    /** The slot whose name begins so; the first of an overload group. */
    Optional<Slot> find(String name) {
        return layout.slots().stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    /** Calls the slot of that name, of the declared type; empty where the layout has none. */
    Optional<NativeAnswer> call(String name, Object... arguments) {
        return find(name).map(slot -> prepare(slot, List.of(arguments)).make());
    }

    /** A call of the declared type. */
    Call prepare(Slot slot, List<Object> arguments) {
        MemorySegment memory = slot.result().isReturnedInMemory() ? Arena.global().allocate(STRING_BYTES, 8) : null;
        return new Call(handle(slot.number(), slot.descriptor()), all(memory, arguments), slot.result(), memory);
    }

    /**
     * A call with one argument, for a function that takes it as an int or as a double, each its own: Windows passes a double of a
     * variadic function in both registers, and the lower half of it is an int.
     */
    Call prepareIntOrDouble(Slot slot, int asInt, double asDouble) {
        long bits = Double.doubleToRawLongBits(asDouble) & ~0xFFFF_FFFFL | Integer.toUnsignedLong(asInt);
        FunctionDescriptor descriptor = FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_DOUBLE);
        return new Call(handle(slot.number(), descriptor, Linker.Option.firstVariadicArg(1)),
                new Object[]{Double.longBitsToDouble(bits)}, NativeType.VOID, null);
    }

    /** A call of one slot as if it were another, which may end the process. */
    Call prepareMistaken(Slot called, Slot meant, List<Object> arguments) {
        return new Call(handle(called.number(), meant.descriptor()), all(null, arguments), meant.result(), null);
    }

    /** A call of a type that a caller may take it for, which may end the process. */
    Call prepare(Slot slot, List<Object> arguments, CallType type) {
        List<MemoryLayout> layouts = new ArrayList<>(slot.descriptor().argumentLayouts());
        if (slot.result().isReturnedInMemory()) {
            layouts.remove(1);
        }
        MemorySegment memory = null;
        if (type == CallType.STRING) {
            memory = Arena.global().allocate(STRING_BYTES, 8);
            layouts.add(1, ValueLayout.ADDRESS);
        }
        MemoryLayout[] parameters = layouts.toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = type == CallType.VOID
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(type.layout(), parameters);
        NativeType read = switch (type) {
            case VOID -> NativeType.VOID;
            case BOOL -> NativeType.BOOL;
            case INT -> NativeType.INT;
            case DOUBLE -> NativeType.DOUBLE;
            case POINTER -> NativeType.POINTER;
            case STRING -> NativeType.STRING;
        };
        return new Call(handle(slot.number(), descriptor), all(memory, arguments), read, memory);
    }

    private static Object[] all(MemorySegment memory, List<Object> arguments) {
        List<Object> all = new ArrayList<>(arguments);
        if (memory != null) {
            all.addFirst(memory);
        }
        return all.toArray();
    }

    @SuppressWarnings("restricted")
    private MethodHandle handle(int slot, FunctionDescriptor descriptor, Linker.Option... options) {
        return MethodHandles.insertArguments(
                Linker.nativeLinker().downcallHandle(object.entry(slot), descriptor, options), 0, object.address());
    }

    /** A call that is ready to be made. */
    static final class Call {
        private final MethodHandle handle;
        private final Object[] arguments;
        private final NativeType type;
        private final MemorySegment memory;

        private Call(MethodHandle handle, Object[] arguments, NativeType type, MemorySegment memory) {
            this.handle = handle.asSpreader(Object[].class, arguments.length);
            this.arguments = arguments;
            this.type = type;
            this.memory = memory;
        }

        /** Makes it, and returns what the slot did, not yet read. */
        Object makeRaw() {
            try {
                return handle.invoke(arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }

        /** Reads what {@link #makeRaw} returned. */
        NativeAnswer read(Object raw) {
            return NativeAnswer.read(type, raw, memory);
        }

        NativeAnswer make() {
            return read(makeRaw());
        }
    }
}
