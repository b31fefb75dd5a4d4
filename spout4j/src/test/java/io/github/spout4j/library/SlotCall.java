package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One call of a slot of a stand-in that is probed: arguments that tell their places, and what must come of them. */
final class SlotCall {
    private static final int MOST = 64;
    private static final int CONTRACT = 256;
    private static final byte UNTOUCHED = 0x7E;
    private static final int[] STRING_LENGTHS = {0, 15, 16, 4094, 4095, 4096, 5000};
    private static final int[] LIST_SIZES = {0, 1, 2, 100, 127, 128, 200};
    private static final int[] OUT_LENGTHS = {0, 1, -1, 5, -1, 62, 63};

    /** How many different calls there are. */
    static final int ROUNDS = STRING_LENGTHS.length;

    private final Slot slot;
    private final Arena arena;
    private final MsvcObjects objects;
    private final int stringLength;
    private final int listSize;
    private final int outLength;
    private final boolean yes;
    private final List<Object> arguments = new ArrayList<>();
    private final List<String> note = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();
    private final List<Runnable> frees = new ArrayList<>();
    private final StandIn standIn;
    private int outputs;
    private MemorySegment memory;

    SlotCall(StandIn standIn, Slot slot, int round, Arena arena) {
        this.standIn = standIn;
        this.slot = slot;
        this.arena = arena;
        objects = new MsvcObjects(arena, standIn::allocate);
        stringLength = STRING_LENGTHS[round];
        listSize = LIST_SIZES[round];
        outLength = OUT_LENGTHS[round];
        yes = round % 2 == 0;
        standIn.probe(true);
        standIn.answerBool(yes);
        standIn.stringLength(stringLength);
        standIn.listSize(listSize);
        standIn.outLength(outLength);
        note.add(Integer.toString(slot.headerIndex()));
        note.add(slot.name());
        if (slot.result().isReturnedInMemory()) {
            memory = arena.allocate(MsvcObjects.STRING_BYTES, Long.BYTES);
            arguments.add(memory);
            frees.add(() -> {
                if (slot.result() == NativeType.STRING) {
                    standIn.destroyString(memory);
                } else {
                    standIn.destroyStrings(memory);
                }
            });
        }
        for (int i = 0; i < slot.parameters().size(); i++) {
            add(slot.parameters().get(i), i);
        }
    }

    /** Calls it. */
    Object make(SpoutObject object) {
        return object.call(slot.number(), slot.descriptor(), arguments.toArray());
    }

    /** What the stand-in must have noted. */
    String expectedNote() {
        return String.join("|", note);
    }

    /** Compares what came back. */
    void check(Object answer) {
        switch (slot.result()) {
            case VOID -> assertThat(answer).isNull();
            case BOOL -> assertThat(answer).isEqualTo((byte) (yes ? 1 : 0));
            case INT -> assertThat((int) answer).isEqualTo(expectedInt(slot));
            case DOUBLE -> assertThat((double) answer).isEqualTo(slot.headerIndex() + 0.376953125);
            case HANDLE, POINTER -> assertThat((long) answer).isEqualTo(0xFFFFFFFF90000000L + slot.headerIndex() * 16L);
            case TEXT -> assertThat(text((MemorySegment) answer, stringLength + 100)).isEqualTo(expectedText());
            case STRING -> {
                assertThat((long) answer).isEqualTo(memory.address());
                assertThat(MsvcObjects.read(memory)).isEqualTo(expectedText());
            }
            case STRINGS -> {
                assertThat((long) answer).isEqualTo(memory.address());
                assertThat(MsvcObjects.readVector(memory)).isEqualTo(expectedList());
            }
            default -> throw new AssertionError(slot.result());
        }
        checks.forEach(Runnable::run);
    }

    /** Frees what is the caller's now: class results, and strings that were given by reference. */
    void free() {
        frees.forEach(Runnable::run);
    }

    /** The number that a stand-in answers which is probed. */
    static int expectedInt(Slot slot) {
        int declared = slot.headerIndex();
        return switch (slot.returns()) {
            case "int", "GLint" -> -1000 - declared;
            case "long" -> -100_000 - declared;
            case "DWORD" -> 0xC0000000 + declared;
            case "DXGI_FORMAT" -> declared + 1;
            default -> 0x80000000 + declared;
        };
    }

    private String expectedText() {
        return slot.name() + ".".repeat(Math.max(0, stringLength - slot.name().length()));
    }

    private List<String> expectedList() {
        return IntStream.range(0, listSize)
                .mapToObj(i -> "sender %04d%s".formatted(i, i % 2 == 0 ? "" : "+".repeat(20))).toList();
    }

    private void add(Parameter parameter, int place) {
        int declared = slot.headerIndex();
        switch (parameter.type()) {
            case BOOL -> add((byte) (yes ? 1 : 0), Boolean.toString(yes));
            case BYTE -> add((byte) 0xA5, "165");
            case INT -> addInt(parameter, place);
            case HANDLE, POINTER -> {
                long value = 0xFFFFFFFF80000000L + declared * 256L + place;
                add(value, "0x" + Long.toHexString(value));
            }
            case POINT -> add(-declared & 0xFFFFFFFFL | 77L << 32, -declared + ",77");
            case TEXT -> addText(parameter, "text " + declared + "." + place);
            case BYTES, BYTE_BUFFER -> addAddress(arena.allocate(16));
            case TEXT_BUFFER -> addBuffer(parameter, place);
            case INT_REFERENCE -> addIntReference(parameter);
            case BOOL_REFERENCE -> {
                outputs++;
                MemorySegment output = output(1);
                checks.add(() -> assertThat(output.get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) (yes ? 1 : 0)));
            }
            case HANDLE_REFERENCE -> {
                long expected = 0xFFFFFFFF80000100L + declared + outputs++;
                MemorySegment output = output(Long.BYTES);
                checks.add(() -> assertThat(output.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(expected));
            }
            case STRING -> {
                String value = "s".repeat(stringLength);
                add(objects.string(value), value);
            }
            case STRING_REFERENCE -> {
                String value = "r".repeat(stringLength);
                MemorySegment string = objects.string(value);
                add(string, value);
                frees.add(() -> standIn.destroyString(string));
                checks.add(() -> assertThat(MsvcObjects.read(string)).isEqualTo(expectedText()));
            }
            case WIDE_STRING -> {
                String value = "w".repeat(stringLength);
                add(objects.wideString(value), value);
            }
            case STRINGS -> {
                List<String> values = List.of("a", "a longer one than 15 characters");
                add(objects.vector(values), String.join(",", values));
            }
            case VARIADIC -> { // nothing: the format before it has no directive
            }
            default -> throw new AssertionError(parameter);
        }
    }

    private void addInt(Parameter parameter, int place) {
        if (parameter.name().toLowerCase(Locale.ROOT).startsWith("max")) {
            add(MOST, Integer.toString(MOST));
            return;
        }
        int value = 0xFFFF0000 + slot.headerIndex() * 16 + place;
        boolean unsigned = switch (parameter.cppType()) {
            case "int", "GLint", "long", "DXGI_FORMAT", "SpoutLibLogLevel" -> false;
            default -> true;
        };
        add(value, unsigned ? Integer.toUnsignedString(value) : Integer.toString(value));
    }

    private void addText(Parameter parameter, String value) {
        MemorySegment text = arena.allocateFrom(value);
        if (parameter.name().equals("data")) {
            addAddress(text);
        } else {
            add(text, value);
        }
    }

    private void addAddress(MemorySegment bytes) {
        add(bytes, "0x" + Long.toHexString(bytes.address()));
    }

    /** A buffer of as many characters as another argument says, else of as many as the SDK's contract gives. */
    private void addBuffer(Parameter parameter, int place) {
        boolean limited = slot.parameters().stream().anyMatch(other -> other.name().toLowerCase(Locale.ROOT)
                .startsWith("max"));
        int bytes = limited ? MOST : CONTRACT;
        MemorySegment buffer = output(bytes);
        if (parameter.name().equals("data")) {
            note.add("0x" + Long.toHexString(buffer.address()));
            return;
        }
        if (slot.name().equals("CreateReceiver") || slot.name().equals("CheckReceiver")) {
            buffer.setString(0, "in " + place);
            note.add("in " + place);
        }
        int length = outLength < 0 || outLength > bytes - 1 ? bytes - 1 : outLength;
        int first = slot.headerIndex() + outputs++;
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < length; i++) {
            expected.append((char) ('a' + (first + i) % 26));
        }
        checks.add(() -> assertThat(buffer.getString(0)).isEqualTo(expected.toString()));
    }

    private void addIntReference(Parameter parameter) {
        MemorySegment output = output(Integer.BYTES);
        if (slot.name().equals("GetSDKversion")) {
            checks.add(() -> assertThat(output.get(ValueLayout.JAVA_INT, 0)).isEqualTo(2_007_017));
            return;
        }
        if (parameter.name().equals("selected")) {
            output.set(ValueLayout.JAVA_INT, 0, -7);
            note.add("-7");
        }
        int expected = 0x80000100 + slot.headerIndex() + outputs++;
        checks.add(() -> assertThat(output.get(ValueLayout.JAVA_INT, 0)).isEqualTo(expected));
    }

    /** Memory that the callee writes; behind it must stay what was there. */
    private MemorySegment output(int bytes) {
        MemorySegment all = arena.allocate(bytes + 16, Long.BYTES);
        all.fill(UNTOUCHED);
        MemorySegment output = all.asSlice(0, bytes);
        arguments.add(output);
        checks.add(() -> assertThat(all.asSlice(bytes).toArray(ValueLayout.JAVA_BYTE)).containsOnly(UNTOUCHED));
        return output;
    }

    private void add(Object argument, String noted) {
        arguments.add(argument);
        note.add(noted);
    }

    @SuppressWarnings("restricted")
    private static String text(MemorySegment address, int most) {
        return address.reinterpret(most).getString(0);
    }
}
