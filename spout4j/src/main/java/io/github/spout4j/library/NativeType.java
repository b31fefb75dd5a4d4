package io.github.spout4j.library;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Map;

/** How one C++ parameter or result of the vtable travels in a call by the x64 ABI of MSVC. */
public enum NativeType {
    /** No result. */
    VOID(null),
    /** {@code bool}: one byte; the rest of the register means nothing. */
    BOOL(ValueLayout.JAVA_BYTE),
    /** {@code unsigned char}. */
    BYTE(ValueLayout.JAVA_BYTE),
    /** Any 32-bit integer: int, unsigned int, long, DWORD, GLenum, DXGI_FORMAT, … */
    INT(ValueLayout.JAVA_INT),
    /** {@code double}. */
    DOUBLE(ValueLayout.JAVA_DOUBLE),
    /** A value the size of a pointer that nobody looks into: HWND, HANDLE, HKEY, HICON, HMODULE. */
    HANDLE(ValueLayout.JAVA_LONG),
    /** A pointer to an object or a device: {@code void*} and {@code ID3D11Texture2D*} as results or handed through. */
    POINTER(ValueLayout.JAVA_LONG),
    /** {@code const char*}: text that ends with NUL, in the ANSI code page; {@code char*} as a result. */
    TEXT(ValueLayout.ADDRESS),
    /** {@code char*} as a parameter: text or bytes that the callee writes, sometimes reads too. */
    TEXT_BUFFER(ValueLayout.ADDRESS),
    /** {@code const unsigned char*}: bytes that the callee reads. */
    BYTES(ValueLayout.ADDRESS),
    /** {@code unsigned char*} and {@code void* data}: bytes that the callee writes. */
    BYTE_BUFFER(ValueLayout.ADDRESS),
    /** A pointer or reference to a 32-bit integer that the callee writes. */
    INT_REFERENCE(ValueLayout.ADDRESS),
    /** {@code bool&}. */
    BOOL_REFERENCE(ValueLayout.ADDRESS),
    /** {@code HANDLE&}. */
    HANDLE_REFERENCE(ValueLayout.ADDRESS),
    /** {@code std::string}: a pointer to the caller's object, which the callee destroys; as a result, to memory for one. */
    STRING(ValueLayout.ADDRESS),
    /** {@code std::string&}: a pointer to the caller's object. */
    STRING_REFERENCE(ValueLayout.ADDRESS),
    /** {@code std::wstring}, as {@link #STRING}. */
    WIDE_STRING(ValueLayout.ADDRESS),
    /** {@code std::vector<std::string>}, as {@link #STRING}. */
    STRINGS(ValueLayout.ADDRESS),
    /** {@code POINT}: 8 bytes in one register, x in the low half. */
    POINT(ValueLayout.JAVA_LONG),
    /** {@code ...}: none in the descriptor of a slot; what goes here is up to the format before it. */
    VARIADIC(null);

    private static final Map<String, NativeType> BY_CPP_TYPE = Map.ofEntries(Map.entry("void", VOID),
            Map.entry("bool", BOOL), Map.entry("unsigned char", BYTE), Map.entry("int", INT),
            Map.entry("unsigned int", INT), Map.entry("long", INT), Map.entry("DWORD", INT), Map.entry("UINT", INT),
            Map.entry("GLuint", INT), Map.entry("GLint", INT), Map.entry("GLenum", INT), Map.entry("DXGI_FORMAT", INT),
            Map.entry("SpoutLibLogLevel", INT), Map.entry("double", DOUBLE), Map.entry("HWND", HANDLE),
            Map.entry("HANDLE", HANDLE), Map.entry("HKEY", HANDLE), Map.entry("HICON", HANDLE),
            Map.entry("HMODULE", HANDLE), Map.entry("void*", POINTER), Map.entry("ID3D11Texture2D*", POINTER),
            Map.entry("const char*", TEXT), Map.entry("LPCSTR", TEXT), Map.entry("char*", TEXT_BUFFER),
            Map.entry("const unsigned char*", BYTES), Map.entry("unsigned char*", BYTE_BUFFER),
            Map.entry("unsigned int&", INT_REFERENCE), Map.entry("int&", INT_REFERENCE),
            Map.entry("GLuint&", INT_REFERENCE), Map.entry("DWORD&", INT_REFERENCE),
            Map.entry("DWORD*", INT_REFERENCE), Map.entry("int*", INT_REFERENCE),
            Map.entry("bool&", BOOL_REFERENCE), Map.entry("HANDLE&", HANDLE_REFERENCE),
            Map.entry("std::string", STRING), Map.entry("std::string&", STRING_REFERENCE),
            Map.entry("std::wstring", WIDE_STRING), Map.entry("std::vector<std::string>", STRINGS),
            Map.entry("POINT", POINT), Map.entry("...", VARIADIC));

    private final MemoryLayout layout;

    NativeType(MemoryLayout layout) {
        this.layout = layout;
    }

    /** {@return what a function descriptor says of it; null for {@link #VOID} and {@link #VARIADIC}} */
    public MemoryLayout layout() {
        return layout;
    }

    /** {@return whether a result of this type goes through memory of the caller, whose address follows {@code this}} */
    public boolean isReturnedInMemory() {
        return this == STRING || this == STRINGS;
    }

    static NativeType ofParameter(String cppType, String name) {
        NativeType type = of(cppType);
        return type == POINTER && name.toLowerCase(Locale.ROOT).contains("data") ? BYTE_BUFFER : type;
    }

    static NativeType ofResult(String cppType) {
        NativeType type = of(cppType);
        return type == TEXT_BUFFER ? TEXT : type;
    }

    private static NativeType of(String cppType) {
        NativeType type = BY_CPP_TYPE.get(cppType);
        if (type == null) {
            throw new IllegalArgumentException("no such C++ type in the vtable's layouts: \"" + cppType + "\"");
        }
        return type;
    }
}
