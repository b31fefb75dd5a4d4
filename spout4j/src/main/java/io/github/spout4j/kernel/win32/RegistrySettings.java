package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_FILE_NOT_FOUND;
import static io.github.spout4j.win32.windows.win32.foundation.WIN32_ERROR.ERROR_SUCCESS;
import static io.github.spout4j.win32.windows.win32.system.registry.Apis.RegCloseKey;
import static io.github.spout4j.win32.windows.win32.system.registry.Apis.RegCreateKeyExA;
import static io.github.spout4j.win32.windows.win32.system.registry.Apis.RegDeleteValueA;
import static io.github.spout4j.win32.windows.win32.system.registry.Apis.RegOpenKeyExA;
import static io.github.spout4j.win32.windows.win32.system.registry.Apis.RegQueryValueExA;
import static io.github.spout4j.win32.windows.win32.system.registry.Apis.RegSetValueExA;
import static io.github.spout4j.win32.windows.win32.system.registry.Constants.HKEY_CURRENT_USER;
import static io.github.spout4j.win32.windows.win32.system.registry.REG_SAM_FLAGS.KEY_QUERY_VALUE;
import static io.github.spout4j.win32.windows.win32.system.registry.REG_SAM_FLAGS.KEY_SET_VALUE;
import static io.github.spout4j.win32.windows.win32.system.registry.REG_VALUE_TYPE.REG_DWORD;

import io.github.spout4j.kernel.Settings;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalInt;

/** DWORDs in Spout's key of the registry. */
final class RegistrySettings implements Settings {
    private static final String KEY = "Software\\Leading Edge\\Spout";

    @Override
    public String location() {
        return "HKEY_CURRENT_USER\\" + KEY;
    }

    @Override
    public OptionalInt get(String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocate(ValueLayout.ADDRESS);
            if (RegOpenKeyExA(HKEY_CURRENT_USER, arena.allocateFrom(KEY), 0, KEY_QUERY_VALUE, key) != ERROR_SUCCESS) {
                return OptionalInt.empty();
            }
            try {
                return query(key.get(ValueLayout.ADDRESS, 0), arena.allocateFrom(name), arena);
            } finally {
                RegCloseKey(key.get(ValueLayout.ADDRESS, 0));
            }
        }
    }

    private static OptionalInt query(MemorySegment key, MemorySegment name, Arena arena) {
        MemorySegment type = arena.allocate(ValueLayout.JAVA_INT);
        MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
        MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_INT, Integer.BYTES);
        boolean read = RegQueryValueExA(key, name, MemorySegment.NULL, type, value, size) == ERROR_SUCCESS
                && type.get(ValueLayout.JAVA_INT, 0) == REG_DWORD
                && size.get(ValueLayout.JAVA_INT, 0) == Integer.BYTES;
        return read ? OptionalInt.of(value.get(ValueLayout.JAVA_INT, 0)) : OptionalInt.empty();
    }

    @Override
    public void set(String name, int value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocate(ValueLayout.ADDRESS);
            check(name, RegCreateKeyExA(HKEY_CURRENT_USER, arena.allocateFrom(KEY), 0, MemorySegment.NULL, 0,
                    KEY_SET_VALUE, MemorySegment.NULL, key, MemorySegment.NULL));
            try {
                check(name, RegSetValueExA(key.get(ValueLayout.ADDRESS, 0), arena.allocateFrom(name), 0, REG_DWORD,
                        arena.allocateFrom(ValueLayout.JAVA_INT, value), Integer.BYTES));
            } finally {
                RegCloseKey(key.get(ValueLayout.ADDRESS, 0));
            }
        }
    }

    @Override
    public void remove(String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocate(ValueLayout.ADDRESS);
            int opened = RegOpenKeyExA(HKEY_CURRENT_USER, arena.allocateFrom(KEY), 0, KEY_SET_VALUE, key);
            if (opened == ERROR_FILE_NOT_FOUND) {
                return;
            }
            check(name, opened);
            try {
                int deleted = RegDeleteValueA(key.get(ValueLayout.ADDRESS, 0), arena.allocateFrom(name));
                check(name, deleted == ERROR_FILE_NOT_FOUND ? ERROR_SUCCESS : deleted);
            } finally {
                RegCloseKey(key.get(ValueLayout.ADDRESS, 0));
            }
        }
    }

    private void check(String name, int error) {
        if (error != ERROR_SUCCESS) {
            throw Win32Error.exception("writing " + location() + "\\" + name, error);
        }
    }
}
