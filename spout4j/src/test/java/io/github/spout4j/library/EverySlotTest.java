package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of SpoutLibrary on a fake vtable of every layout: which slot it calls, with which arguments, what it returns. */
class EverySlotTest {
    private static final Pattern CAPITALS = Pattern.compile("^[A-Z]+");
    private static final int MAXCHARS = 256;
    private static final byte[] BYTES = "bytes of a buffer".getBytes();

    private final Arena arena = Arena.ofAuto();

    static List<VtableLayout> layouts() {
        return VtableLayout.known();
    }

    private static List<Method> methods() {
        return Arrays.stream(SpoutLibrary.class.getInterfaces()).filter(type -> type != AutoCloseable.class)
                .flatMap(section -> Arrays.stream(section.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic()).toList();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyMethodCallsTheSlotOfItsName(VtableLayout layout) throws Throwable {
        try (FakeVtable vtable = new FakeVtable(layout)) {
            SpoutLibrary library = vtable.library();
            Set<Integer> called = new HashSet<>();
            for (Method method : methods()) {
                vtable.yes = true;
                Object[] arguments = arguments(method);
                Optional<FakeVtable.Call> call = call(vtable, library, method, arguments);
                if (call.isPresent()) {
                    assertThat(sameName(call.get().slot(), method)).as("%s called %s", method, call.get()).isTrue();
                    checkArguments(method, call.get(), arguments);
                    called.add(call.get().slot().number());
                }
            }
            library.close();
            vtable.calls.forEach(call -> called.add(call.slot().number()));
            assertThat(layout.slots()).filteredOn(slot -> !called.contains(slot.number())).isEmpty();
            assertThat(vtable.heap.open()).as("blocks that nobody freed").isZero();
        }
    }

    /** The call, or nothing where the method said that this build has no such slot; the result is checked. */
    private static Optional<FakeVtable.Call> call(FakeVtable vtable, SpoutLibrary library, Method method,
            Object[] arguments) throws Throwable {
        vtable.calls.clear();
        try {
            Object result = method.invoke(library, arguments);
            FakeVtable.Call last = vtable.calls.getLast();
            checkResult(method, last.slot(), result, vtable, true);
            vtable.yes = false;
            checkResult(method, last.slot(), method.invoke(library, arguments), vtable, false);
            return Optional.of(last);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof MissingSlotException missing) {
                assertThat(missing).hasMessageContaining("fake.dll").hasMessageContaining(library.layout().version());
                assertThat(library.layout().slots()).map(Slot::signature)
                        .doesNotContain(missing.getMessage().split(" is not in ")[0]);
                assertThat(vtable.calls).isEmpty();
                return Optional.empty();
            }
            throw e.getCause();
        }
    }

    private static boolean sameName(Slot slot, Method method) {
        String name = CAPITALS.matcher(slot.name()).replaceFirst(match -> match.group().toLowerCase(Locale.ROOT));
        return method.getName().equals(name) || method.getName().equals(name + "Number");
    }

    private Object[] arguments(Method method) {
        List<Object> arguments = new ArrayList<>();
        int index = 0;
        for (Class<?> type : method.getParameterTypes()) {
            arguments.add(argument(method, type, index));
            index++;
        }
        return arguments.toArray();
    }

    private Object argument(Method method, Class<?> type, int index) {
        boolean last = index == method.getParameterCount() - 1;
        boolean room = Set.of("getReceiverName", "getHostPath", "getSender", "getAdapterName", "getAdapterInfo",
                "getPreferredAdapterName").contains(method.getName());
        if (type == int.class) {
            return room && last ? MAXCHARS : method.getName().startsWith("receiveImage") ? 0x1908 : 5 + index;
        }
        if (type == long.class) {
            return 0x1234_5678_9ABC_DEF0L + index;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == String.class) {
            return "text " + index + " é%s";
        }
        if (type == byte[].class) {
            return BYTES.clone();
        }
        if (type == MemorySegment.class) {
            return arena.allocate(1 << 20);
        }
        if (type == List.class) {
            return List.of("short", "an item that is longer than fifteen characters");
        }
        throw new AssertionError("no argument of type " + type + " for " + method);
    }

    private static void checkArguments(Method method, FakeVtable.Call call, Object[] arguments) {
        Iterator<Object> given = new ArrayList<>(Arrays.asList(arguments)).iterator();
        List<Object> seen = call.arguments();
        boolean afterBytes = false;
        for (int i = 0; i < seen.size(); i++) {
            Parameter parameter = call.slot().parameters().get(i);
            Object raw = seen.get(i);
            String what = method + ", " + parameter;
            switch (parameter.type()) {
                case TEXT_BUFFER -> {
                    if (method.getName().equals("readMemoryBuffer")) {
                        given.next();
                        afterBytes = true;
                    } else if (Set.of("createReceiver", "checkReceiver").contains(method.getName())) {
                        assertThat(raw).as(what).isEqualTo(given.next());
                    }
                }
                case HANDLE_REFERENCE, BOOL_REFERENCE -> {
                    // only written
                }
                case INT_REFERENCE -> {
                    if (Set.of("checkReceiver", "spoutMessageBox").contains(method.getName())) {
                        assertThat(raw).as(what).isEqualTo(given.next());
                    } else {
                        assertThat(raw).as(what).isIn(0, null);
                    }
                }
                case BYTES, BYTE_BUFFER -> {
                    Object memory = given.next();
                    if (memory instanceof MemorySegment segment) {
                        assertThat(raw).as(what).isEqualTo(segment.address());
                    } else {
                        afterBytes = true;
                    }
                }
                case POINT -> assertThat(raw).as(what)
                        .isEqualTo((long) (int) given.next() | (long) (int) given.next() << 32);
                case BYTE -> assertThat(raw).as(what).isEqualTo((byte) (int) given.next());
                case TEXT -> {
                    if (parameter.name().equals("format")) {
                        assertThat(raw).as(what).isEqualTo("%s");
                    } else if (parameter.name().equals("data")) {
                        assertThat((String) raw).as(what).startsWith(new String((byte[]) given.next()));
                        afterBytes = true;
                    } else {
                        assertThat(raw).as(what).isEqualTo(given.hasNext() ? given.next() : null);
                    }
                }
                case INT -> {
                    if (afterBytes) {
                        assertThat(raw).as(what).isEqualTo(BYTES.length);
                    } else {
                        assertThat(raw).as(what).isEqualTo(given.hasNext() ? given.next() : 0);
                    }
                }
                case BOOL -> assertThat(raw).as(what).isEqualTo(given.hasNext() ? given.next() : false);
                case HANDLE, POINTER -> assertThat(raw).as(what).isEqualTo(given.hasNext() ? given.next() : 0L);
                default -> assertThat(raw).as(what).isEqualTo(given.next());
            }
        }
        assertThat(given.hasNext()).as("%s: arguments that did not arrive", method).isFalse();
    }

    private static void checkResult(Method method, Slot slot, Object result, FakeVtable vtable, boolean yes) {
        switch (result) {
            case null -> assertThat(method.getReturnType()).isEqualTo(void.class);
            case Boolean value -> assertThat(value).as("%s", method).isEqualTo(yes);
            case Double value -> assertThat(value).as("%s", method).isEqualTo(FakeVtable.DOUBLE);
            case Long value -> assertThat(value).as("%s", method).isEqualTo(FakeVtable.WORD);
            case Integer value -> assertThat(value).as("%s", method)
                    .isEqualTo(slot.result() == NativeType.INT ? FakeVtable.INT : FakeVtable.REFERENCE);
            case String value -> assertThat(value).as("%s", method).isEqualTo(vtable.text);
            case List<?> value -> assertThat(value).as("%s", method).isEqualTo(vtable.texts);
            case OptionalInt value -> assertThat(value).as("%s", method)
                    .isEqualTo(yes ? OptionalInt.of(FakeVtable.REFERENCE + 3) : OptionalInt.empty());
            case Optional<?> value -> checkOptional(method, value, vtable, yes);
            case SpoutMessages.TextAnswer value ->
                assertThat(value).isEqualTo(new SpoutMessages.TextAnswer(FakeVtable.INT, vtable.text));
            case SpoutMessages.Choice value -> assertThat(value)
                    .isEqualTo(new SpoutMessages.Choice(FakeVtable.INT, FakeVtable.REFERENCE + 5));
            default -> throw new AssertionError(method + " returned " + result);
        }
    }

    private static void checkOptional(Method method, Optional<?> value, FakeVtable vtable, boolean yes) {
        assertThat(value.isPresent()).as("%s", method).isEqualTo(yes);
        Object expected = switch (method.getName()) {
            case "getSenderInfo" -> new SpoutSenderNames.TextureInfo(FakeVtable.REFERENCE + 1,
                    FakeVtable.REFERENCE + 2, FakeVtable.WORD, FakeVtable.REFERENCE + 4);
            case "createReceiver", "checkReceiver" -> new SpoutSenderNames.Connection(vtable.text,
                    FakeVtable.REFERENCE + 1, FakeVtable.REFERENCE + 2, true);
            case "getAdapterInfo" -> new SpoutAdapters.AdapterInfo(vtable.text, vtable.text);
            default -> vtable.text;
        };
        value.ifPresent(present -> assertThat(present).as("%s", method).isEqualTo(expected));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void textOfAnyLengthComesBackWhole(VtableLayout layout) {
        try (FakeVtable vtable = new FakeVtable(layout); SpoutLibrary library = vtable.library()) {
            for (int length : List.of(0, 15, 16, 4094, 4095, 100_000)) {
                vtable.text = "x".repeat(length);
                assertThat(library.getSDKversion()).isEqualTo(vtable.text);
            }
            if (layout.slots().stream().anyMatch(slot -> slot.name().equals("GetSenderList"))) {
                for (int count : List.of(0, 1, 100, 300)) {
                    vtable.texts = Stream.iterate("s", name -> name + "s").limit(count).toList();
                    assertThat(library.getSenderList()).isEqualTo(vtable.texts);
                }
            }
            assertThat(vtable.heap.open()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void theSdkEnumHasEverySlotOnce(VtableLayout layout) {
        Set<String> signatures = new HashSet<>();
        Arrays.stream(Sdk.values()).forEach(function -> assertThat(signatures.add(function.signature())).isTrue());
        assertThat(layout.slots()).map(Slot::signature).allMatch(signatures::contains);
        assertThat(layout.slots()).map(Slot::result).noneMatch(Objects::isNull);
    }
}
