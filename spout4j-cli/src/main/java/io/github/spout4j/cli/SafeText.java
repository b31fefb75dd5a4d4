package io.github.spout4j.cli;

/** Text that other programs wrote, made fit for a terminal: one line, no control characters. */
public final class SafeText {
    private SafeText() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(SafeText::harmful)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(c -> harmful(c) ? ' ' : c).forEach(safe::appendCodePoint);
        return safe.toString().strip();
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
