package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of SpoutLibrary, by its SDK name, on a DLL of every layout: what arrived, and what came back. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll is a Windows DLL")
class StandInFunctionsTest {
    private static final Set<String> LIMITED = Set.of("getReceiverName", "getHostPath", "getSender", "getAdapterName",
            "getAdapterInfo", "getPreferredAdapterName");
    private static final int MOST = 64;

    private final Arena arena = Arena.ofAuto();

    static List<String> layouts() {
        return StandIn.layouts();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyFunctionReachesItsSlot(String name) throws Throwable {
        StandIn standIn = new StandIn(StandIn.dll(name));
        standIn.probe(true);
        int mistakes = standIn.mistakes();
        try (SpoutLibrary library = SpoutLibrary.open(StandIn.dll(name))) {
            int blocks = standIn.blocks();
            Set<Integer> called = new HashSet<>();
            for (Method method : functions()) {
                for (boolean yes : new boolean[]{true, false}) {
                    call(standIn, library, method, yes).ifPresent(slot -> called.add(slot.number()));
                }
                assertThat(standIn.blocks()).as("blocks of memory after %s", method).isEqualTo(blocks);
            }
            assertThat(library.layout().slots()).filteredOn(slot -> !called.contains(slot.number()))
                    .map(Slot::name).containsExactly("Release");
        } finally {
            standIn.probe(false);
        }
        assertThat(standIn.lastCall()).endsWith("|Release");
        assertThat(standIn.mistakes()).isEqualTo(mistakes);
    }

    private static List<Method> functions() {
        return Arrays.stream(SpoutLibrary.class.getInterfaces()).filter(type -> type != AutoCloseable.class)
                .flatMap(section -> Arrays.stream(section.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic()).toList();
    }

    /** The slot that was called; empty where this build has none, and the method said so. */
    private Optional<Slot> call(StandIn standIn, SpoutLibrary library, Method method, boolean yes) throws Throwable {
        Object[] arguments = arguments(method, yes);
        // It asks for the sender's size beforehand, which no memory has that a probe answers.
        boolean received = method.getName().equals("receiveImage");
        standIn.probe(!received);
        standIn.answerBool(yes);
        standIn.stringLength(5000);
        standIn.outLength(yes ? -1 : 3);
        standIn.listSize(100);
        standIn.forget();
        Object result;
        try {
            result = method.invoke(library, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof MissingSlotException) {
                assertThat(standIn.callCount()).isZero();
                return Optional.empty();
            }
            throw e.getCause();
        }
        List<String> note = List.of(standIn.lastCall().split("\\|", -1));
        Slot slot = library.layout().slots().stream()
                .filter(each -> each.headerIndex() == Integer.parseInt(note.getFirst())).findFirst().orElseThrow();
        assertThat(note.get(1)).isEqualTo(slot.name());
        assertThat(method.getName().toLowerCase(Locale.ROOT)).startsWith(slot.name().toLowerCase(Locale.ROOT));
        List<String> arrived = note.subList(2, note.size());
        List<String> expected = slot.name().endsWith("Position")
                ? List.of(arguments[0] + "," + arguments[1])
                : Arrays.stream(arguments).flatMap(argument -> noted(slot, argument)).toList();
        assertThat(expected.isEmpty() ? arrived : List.of()).as("%s: defaults of the SDK", method)
                .allMatch(noted -> Set.of("0", "null", "false", "0x0", "6408", "256").contains(noted));
        if (!expected.isEmpty()) {
            assertThat(arrived).as("%s: arguments that arrived", method).containsSubsequence(expected);
        }
        check(method, slot, result, yes && !received);
        return Optional.of(slot);
    }

    private Object[] arguments(Method method, boolean yes) {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            int place = arguments.size();
            boolean last = place == method.getParameterCount() - 1;
            arguments.add(switch (type.getName()) {
                case "int" -> LIMITED.contains(method.getName()) && last
                        ? MOST
                        : method.getName().startsWith("receiveImage") ? 0x1908 : 5 + place;
                case "long" -> 0xFFFF_FFFF_8000_0000L + place;
                case "boolean" -> yes;
                case "java.lang.String" -> "text " + place + ", 100% of it: %n %s";
                case "[B" -> "bytes of a buffer".getBytes();
                case "java.lang.foreign.MemorySegment" -> arena.allocate(1 << 16);
                case "java.util.List" -> List.of("short", "an item of more than fifteen characters");
                default -> throw new AssertionError(method);
            });
        }
        return arguments.toArray();
    }

    /** How the stand-in writes an argument; nothing where it does not, since the argument is for an output. */
    private static Stream<String> noted(Slot slot, Object argument) {
        return switch (argument) {
            case MemorySegment segment -> Stream.of("0x" + Long.toHexString(segment.address()));
            case Long pointer -> Stream.of("0x" + Long.toHexString(pointer));
            case byte[] bytes -> Stream.of(Integer.toString(bytes.length));
            case List<?> list -> Stream.of(list.stream().map(Object::toString).collect(Collectors.joining(",")));
            case Integer number when slot.name().equals("CheckReceiver") -> Stream.empty();
            default -> Stream.of(argument.toString());
        };
    }

    private static void check(Method method, Slot slot, Object result, boolean yes) {
        int declared = slot.headerIndex();
        switch (result) {
            case null -> assertThat(method.getReturnType()).isEqualTo(void.class);
            case Boolean value -> assertThat(value).as("%s", method).isEqualTo(yes);
            case Double value -> assertThat(value).isEqualTo(declared + 0.376953125);
            case Long value -> assertThat(value).isEqualTo(0xFFFFFFFF90000000L + declared * 16L);
            case Integer value when method.getName().equals("getSDKversionNumber") ->
                assertThat(value).isEqualTo(2_007_017);
            case Integer value when slot.name().equals("InitTexture") ->
                assertThat(value).isEqualTo(0x80000100 + declared);
            case Integer value -> assertThat(value).as("%s", method).isEqualTo(SlotCall.expectedInt(slot));
            case String value -> assertThat(value).as("%s", method).startsWith(slot.name()).hasSize(5000)
                    .matches("\\w+\\.+");
            case List<?> value -> assertThat(value).isEqualTo(names(100));
            case SpoutMessages.TextAnswer value -> {
                assertThat(value.button()).isEqualTo(-1000 - declared);
                assertThat(value.text()).startsWith(slot.name()).hasSize(5000);
            }
            case SpoutMessages.Choice value -> assertThat(value)
                    .isEqualTo(new SpoutMessages.Choice(-1000 - declared, 0x80000100 + declared));
            case OptionalInt value -> {
                assertThat(value.isPresent()).as("%s", method).isEqualTo(yes);
                value.ifPresent(number -> assertThat(number).isEqualTo(0x80000100 + declared));
            }
            case Optional<?> value -> {
                assertThat(value.isPresent()).as("%s", method).isEqualTo(yes);
                value.ifPresent(present -> checkOutputs(slot, present));
            }
            default -> throw new AssertionError(method + " returned " + result);
        }
    }

    /** Buffers are filled to the last character that they have room for. */
    private static void checkOutputs(Slot slot, Object outputs) {
        int declared = slot.headerIndex();
        int first = 0x80000100 + declared;
        switch (outputs) {
            case SpoutSenderNames.TextureInfo info -> assertThat(info).isEqualTo(new SpoutSenderNames.TextureInfo(first,
                    first + 1, 0xFFFFFFFF80000100L + declared + 2, first + 3));
            case SpoutSenderNames.Connection connection -> assertThat(connection)
                    .isEqualTo(new SpoutSenderNames.Connection(letters(declared, 255), first + 1, first + 2, true));
            case SpoutAdapters.AdapterInfo info -> assertThat(info).isEqualTo(
                    new SpoutAdapters.AdapterInfo(letters(declared, MOST - 1), letters(declared + 1, MOST - 1)));
            case String text -> assertThat(text).hasSizeBetween(MOST - 1, 255).isEqualTo(letters(declared,
                    text.length()));
            default -> throw new AssertionError(slot + " gave " + outputs);
        }
    }

    private static String letters(int first, int count) {
        return IntStream.range(0, count).mapToObj(i -> Character.toString('a' + (first + i) % 26))
                .collect(Collectors.joining());
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "sender %04d%s".formatted(i, i % 2 == 0 ? "" : "+".repeat(20))).toList();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void textOfAnyLengthAndListsComeBackWholeAndAreFreed(String name) {
        StandIn standIn = new StandIn(StandIn.dll(name));
        standIn.probe(true);
        try (SpoutLibrary library = SpoutLibrary.open(StandIn.dll(name))) {
            int blocks = standIn.blocks();
            for (int length : List.of(0, 15, 16, 4094, 4095, 4096, 12_000)) {
                standIn.stringLength(length);
                assertThat(library.getSDKversion()).hasSize(Math.max(length, "GetSDKversion".length()));
            }
            if (library.layout().slots().stream().anyMatch(slot -> slot.name().equals("GetSenderList"))) {
                for (int count : List.of(0, 1, 100, 127, 128, 300)) {
                    standIn.listSize(count);
                    assertThat(library.getSenderList()).isEqualTo(names(count));
                }
            }
            assertThat(standIn.blocks()).isEqualTo(blocks);
        } finally {
            standIn.probe(false);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "broken/crash       | no working SpoutLibrary.dll",
            "broken/null-object | returned no object",
            "broken/text        | is no DLL",
            "broken/32-bit      | 64-bit",
            "unknown-171        | 171 slots"})
    void aBrokenDllIsAnErrorAndNeverTheEndOfTheProgram(String name, String message) {
        assertThat(catchThrowable(() -> SpoutLibrary.open(StandIn.dll(name)).close()))
                .isInstanceOf(SpoutException.class).hasMessageContaining(message)
                .hasMessageContaining(StandIn.dll(name).toString());
    }
}
