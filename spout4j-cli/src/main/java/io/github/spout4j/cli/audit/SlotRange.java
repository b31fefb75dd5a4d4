package io.github.spout4j.cli.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Slots from one to another, both included. */
record SlotRange(int first, int last) {
    boolean contains(int slot) {
        return slot >= first && slot <= last;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    /** Reads "7" and "7-20". */
    static final class Converter implements ITypeConverter<SlotRange> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

        @Override
        public SlotRange convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (matcher.matches()) {
                int first = Integer.parseInt(matcher.group(1));
                int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
                if (last >= first) {
                    return new SlotRange(first, last);
                }
            }
            throw new TypeConversionException(
                    "\"" + text + "\" is no range of slots; write one, such as 7, or two, such as 7-20");
        }
    }
}
