package io.github.spout4j.library;

/**
 * A parameter of a slot.
 *
 * @param type    how it travels
 * @param cppType its type in C++, evenly spaced, such as {@code const char*}
 * @param name    its name in the SDK's header; empty for {@code ...}
 */
public record Parameter(NativeType type, String cppType, String name) {
    static Parameter parse(String declaration) {
        String even = declaration.strip().replaceAll("\\s*([*&])\\s*", "$1 ").replaceAll("\\s+", " ");
        int space = even.lastIndexOf(' ');
        String cppType = space < 0 ? even : even.substring(0, space);
        String name = space < 0 ? "" : even.substring(space + 1);
        return new Parameter(NativeType.ofParameter(cppType, name), cppType, name);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? cppType : cppType + " " + name;
    }
}
