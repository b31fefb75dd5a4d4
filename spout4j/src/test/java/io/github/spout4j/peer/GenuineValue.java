package io.github.spout4j.peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;

/** What the SDK's methods take and return, by how it crosses the line protocol. */
enum GenuineValue {
    /** Nothing; a result only. */
    VOID(null),
    /** C++ {@code bool}: true or false. */
    BOOL(JAVA_BYTE),
    /** {@code int}, {@code long}, {@code unsigned}, {@code DWORD}: unsigned decimal where it is a parameter. */
    INT(JAVA_INT),
    /** {@code double}. */
    REAL(JAVA_DOUBLE),
    /** {@code HANDLE} or a pointer's value: decimal. */
    HANDLE(JAVA_LONG),
    /** {@code const char*}: text, written in the ANSI code page. */
    TEXT(ADDRESS),
    /** {@code char[256]} in and out: text; the answer has what the callee left there. */
    NAME(ADDRESS),
    /** {@code const void*} in: base64. */
    BYTES(ADDRESS),
    /** {@code void*} out: the argument is how many bytes; the answer has them in base64. */
    SPACE(ADDRESS),
    /** {@code unsigned&} or {@code DWORD&} out: no argument; the answer has it in unsigned decimal. */
    OUT_INT(ADDRESS),
    /** {@code HANDLE&} out: no argument; the answer has it in decimal. */
    OUT_HANDLE(ADDRESS);

    private final MemoryLayout layout;

    GenuineValue(MemoryLayout layout) {
        this.layout = layout;
    }

    MemoryLayout layout() {
        return layout;
    }
}
