package io.github.spout4j.cli.audit;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/** What a caller who does not know a slot's declaration may take its result for. */
enum CallType {
    VOID(null), BOOL(ValueLayout.JAVA_BYTE), INT(ValueLayout.JAVA_INT), DOUBLE(ValueLayout.JAVA_DOUBLE), POINTER(
            ValueLayout.JAVA_LONG),
    STRING(ValueLayout.JAVA_LONG);

    private final MemoryLayout layout;

    CallType(MemoryLayout layout) {
        this.layout = layout;
    }

    /** Of the result in the call; null for void. */
    MemoryLayout layout() {
        return layout;
    }

    /** The word for it in tables and on command lines. */
    String word() {
        return this == STRING ? "std::string" : name().toLowerCase(Locale.ROOT);
    }

    static CallType of(String word) {
        for (CallType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
