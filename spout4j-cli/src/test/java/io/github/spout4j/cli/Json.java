package io.github.spout4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict JSON reader: objects are maps, arrays lists, numbers doubles. */
public final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    public static Object parse(String text) {
        Json json = new Json(text.strip());
        Object value = json.value();
        if (json.at != json.text.length()) {
            throw json.error("something after the end");
        }
        return value;
    }

    /** An array of objects. */
    public static List<Map<?, ?>> objects(String text) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object object : (List<?>) parse(text)) {
            objects.add((Map<?, ?>) object);
        }
        return objects;
    }

    private Object value() {
        return switch (text.charAt(at)) {
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
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        for (boolean first = true; !accept('}'); first = false) {
            if (!first) {
                expect(',');
            }
            String name = string();
            expect(':');
            if (object.put(name, value()) != null) {
                throw error("a second " + name);
            }
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        for (boolean first = true; !accept(']'); first = false) {
            if (!first) {
                expect(',');
            }
            array.add(value());
        }
        return array;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            if (c < ' ') {
                throw error("a control character in a string");
            }
            string.append(c == '\\' ? escape() : c);
        }
        return string.toString();
    }

    private char escape() {
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> throw error("an unknown escape");
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw error("no value");
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw error("no number: " + number);
        }
        return Double.valueOf(number);
    }

    private boolean accept(char c) {
        if (text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw error("no " + c);
        }
    }

    private AssertionError error(String what) {
        return new AssertionError(what + " at " + at + " of " + text);
    }
}
