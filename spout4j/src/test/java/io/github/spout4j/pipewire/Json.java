package io.github.spout4j.pipewire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON that is well-formed: objects become maps, arrays lists, the rest String, BigDecimal, Boolean or null. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    /** A value as it was written; text without its quotes. */
    static String text(Object value) {
        return String.valueOf(value);
    }

    private Object value() {
        space();
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (!taken('}')) {
            if (!members.isEmpty()) {
                take(',');
            }
            space();
            String key = string();
            take(':');
            members.put(key, value());
        }
        return members;
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        at++;
        while (!taken(']')) {
            if (!values.isEmpty()) {
                take(',');
            }
            values.add(value());
        }
        return values;
    }

    private String string() {
        take('"');
        StringBuilder string = new StringBuilder();
        for (;;) {
            if (at == text.length()) {
                throw wrong("a closing quote");
            }
            char letter = text.charAt(at++);
            switch (letter) {
                case '"' -> {
                    return string.toString();
                }
                case '\\' -> string.append(escaped());
                default -> string.append(letter);
            }
        }
    }

    private char escaped() {
        char letter = text.charAt(at++);
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> letter;
        };
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return meaning;
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            throw wrong("a value");
        }
        return new BigDecimal(text.substring(start, at));
    }

    private void take(char letter) {
        if (!taken(letter)) {
            throw wrong("'" + letter + "'");
        }
    }

    private boolean taken(char letter) {
        space();
        boolean there = at < text.length() && text.charAt(at) == letter;
        at += there ? 1 : 0;
        return there;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        int from = Math.max(0, at - 40);
        return new IllegalArgumentException("no JSON: " + expected + " expected at " + at + ", after \""
                + text.substring(from, Math.min(at, text.length())) + "\"");
    }
}
