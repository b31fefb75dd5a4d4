package io.github.spout4j.opengl.context;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Any function of OpenGL by its name, for the context that is current: what a test draws with. Pointers are longs. */
public final class AnyGl {
    private static final Map<FunctionDescriptor, MethodHandle> HANDLES = new ConcurrentHashMap<>();

    private AnyGl() {}

    /** Calls one that returns nothing. */
    public static void call(String function, Object... arguments) {
        invoke(null, function, arguments);
    }

    /** Calls one that returns an int. */
    public static int ask(String function, Object... arguments) {
        return (int) invoke(ValueLayout.JAVA_INT, function, arguments);
    }

    /** Calls one that returns a GLboolean. */
    public static boolean askTruth(String function, Object... arguments) {
        return (byte) invoke(ValueLayout.JAVA_BYTE, function, arguments) != 0;
    }

    private static Object invoke(MemoryLayout result, String function, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer _ -> ValueLayout.JAVA_INT;
                case Long _ -> ValueLayout.JAVA_LONG;
                case Float _ -> ValueLayout.JAVA_FLOAT;
                case Byte _ -> ValueLayout.JAVA_BYTE;
                default -> throw new IllegalArgumentException(arguments[i].toString());
            };
        }
        List<Object> all = new ArrayList<>();
        all.add(MemorySegment.ofAddress(address(function)));
        all.addAll(List.of(arguments));
        try {
            return HANDLES.computeIfAbsent(result == null
                    ? FunctionDescriptor.ofVoid(layouts)
                    : FunctionDescriptor.of(result, layouts), AnyGl::handle).invokeWithArguments(all);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(descriptor);
    }

    private static long address(String function) {
        for (ContextSystem system : ContextSystem.installed()) {
            if (system.current() != 0) {
                return system.find(function);
            }
        }
        throw new IllegalStateException("no context is current");
    }

    /** The errors since the last call, which are none afterwards. */
    public static List<String> errors() {
        List<String> errors = new ArrayList<>();
        for (int error = ask("glGetError"); error != 0 && errors.size() < 99; error = ask("glGetError")) {
            errors.add("0x" + Integer.toHexString(error));
        }
        return errors;
    }
}
