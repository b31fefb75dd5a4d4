package io.github.spout4j.library;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One virtual function of SPOUTLIBRARY in one layout.
 *
 * @param number      where it is in the vtable, from 0
 * @param headerIndex where it is declared in the SDK's header, from 0
 * @param name        its name in the SDK
 * @param returns     its result in C++
 * @param result      how the result travels
 * @param parameters  without {@code this}
 * @param rs4Only     whether builds without NTDDI_WIN10_RS4 lack it
 */
public record Slot(int number, int headerIndex, String name, String returns, NativeType result,
        List<Parameter> parameters, boolean rs4Only) {
    private static final int COLUMNS = 6;

    /** A line of a layout's table. */
    static Slot parse(String line) {
        String[] columns = line.split("\t");
        if (columns.length < COLUMNS) {
            throw new IllegalArgumentException("a slot has " + COLUMNS + " columns: \"" + line + "\"");
        }
        String returns = columns[3].strip().replaceAll("\\s*\\*", "*");
        return new Slot(Integer.parseInt(columns[0]), Integer.parseInt(columns[1]), columns[2], returns,
                NativeType.ofResult(returns), parameters(columns[4]), columns[5].equals("yes"));
    }

    private static List<Parameter> parameters(String text) {
        return text.equals("-") ? List.of() : Arrays.stream(text.split(",")).map(Parameter::parse).toList();
    }

    /** {@return the name with the parameters' types, which tells overloads apart} */
    public String signature() {
        return name + parameters.stream().map(Parameter::cppType).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@return whether the last parameter is {@code ...}} */
    public boolean isVariadic() {
        return !parameters.isEmpty() && parameters.getLast().type() == NativeType.VARIADIC;
    }

    /**
     * {@return what a call takes: {@code this}, the address of memory for a class result, the parameters} Of a variadic
     * function, what comes before the {@code ...}.
     */
    public FunctionDescriptor descriptor() {
        List<MemoryLayout> arguments = new ArrayList<>();
        arguments.add(ValueLayout.JAVA_LONG);
        if (result.isReturnedInMemory()) {
            arguments.add(ValueLayout.ADDRESS);
        }
        parameters.stream().map(parameter -> parameter.type().layout()).filter(layout -> layout != null)
                .forEach(arguments::add);
        MemoryLayout[] all = arguments.toArray(MemoryLayout[]::new);
        if (result == NativeType.VOID) {
            return FunctionDescriptor.ofVoid(all);
        }
        return FunctionDescriptor.of(result.isReturnedInMemory() ? ValueLayout.JAVA_LONG : result.layout(), all);
    }

    Slot at(int newNumber) {
        return new Slot(newNumber, headerIndex, name, returns, result, parameters, rs4Only);
    }

    @Override
    public String toString() {
        return number + " " + returns + " " + signature();
    }
}
