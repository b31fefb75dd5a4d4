package io.github.spout4j.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes JSON in pure ASCII, so that no console's encoding can spoil it. */
public final class JsonWriter {
    private final StringBuilder text = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean comma;

    public JsonWriter beginObject() {
        return begin('{', '}');
    }

    public JsonWriter beginArray() {
        return begin('[', ']');
    }

    /** Ends the innermost object or array. */
    public JsonWriter end() {
        text.append(open.pop());
        comma = true;
        return this;
    }

    public JsonWriter name(String name) {
        separate();
        quote(name);
        text.append(':');
        comma = false;
        return this;
    }

    public JsonWriter value(String value) {
        separate();
        quote(value);
        return this;
    }

    public JsonWriter value(long value) {
        separate();
        text.append(value);
        return this;
    }

    /** NaN and infinities, which JSON lacks, become null. */
    public JsonWriter value(double value) {
        separate();
        text.append(Double.isFinite(value) ? Double.toString(value) : "null");
        return this;
    }

    public JsonWriter value(boolean value) {
        separate();
        text.append(value);
        return this;
    }

    /** null. */
    public JsonWriter nothing() {
        separate();
        text.append("null");
        return this;
    }

    /** The JSON text; all objects and arrays must be ended. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return text.toString();
    }

    private JsonWriter begin(char first, char last) {
        separate();
        text.append(first);
        open.push(last);
        comma = false;
        return this;
    }

    private void separate() {
        if (comma) {
            text.append(',');
        }
        comma = true;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
