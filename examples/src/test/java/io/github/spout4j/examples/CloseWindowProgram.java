package io.github.spout4j.examples;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Closes the window whose title is like {@code Sending "NAME"}, as a user does by its cross, and says "asked"; waits 20 s for the
 * window to come. Arguments: "Sending" or the like, and the name; Windows passes on no quotation marks.
 */
final class CloseWindowProgram {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final SymbolLookup LIBRARY = library();
    private static final int WM_CLOSE = 0x10;
    private static final int CLIENT_MESSAGE = 33;

    private CloseWindowProgram() {}

    public static void main(String[] args) {
        String title = args[0] + " \"" + args[1] + "\"";
        long end = System.nanoTime() + 20_000_000_000L;
        boolean asked;
        try (Arena arena = Arena.ofConfined()) {
            do {
                asked = WINDOWS ? askOnWindows(arena, title) : askOnX11(arena, title);
            } while (!asked && System.nanoTime() < end);
        }
        IO.println(asked ? "asked" : "there is no window " + title);
    }

    private static boolean askOnWindows(Arena arena, String title) {
        long window = call("FindWindowW", MemorySegment.NULL, arena.allocateFrom(title, StandardCharsets.UTF_16LE));
        return window != 0 && (int) call("PostMessageW", window, WM_CLOSE, 0L, 0L) != 0;
    }

    private static boolean askOnX11(Arena arena, String title) {
        long display = call("XOpenDisplay", MemorySegment.NULL);
        long root = call("XDefaultRootWindow", display);
        MemorySegment ignored = arena.allocate(ADDRESS);
        MemorySegment children = arena.allocate(ADDRESS);
        MemorySegment count = arena.allocate(JAVA_INT);
        call("XQueryTree", display, root, ignored, ignored, children, count);
        boolean asked = false;
        for (int i = 0; i < count.get(JAVA_INT, 0); i++) {
            long window = at(children).getAtIndex(JAVA_LONG, i);
            MemorySegment name = arena.allocate(ADDRESS);
            if ((int) call("XFetchName", display, window, name) != 0 && at(name).getString(0).equals(title)) {
                MemorySegment event = arena.allocate(24 * JAVA_LONG.byteSize());
                event.set(JAVA_INT, 0, CLIENT_MESSAGE);
                event.set(JAVA_LONG, 32, window);
                event.set(JAVA_LONG, 40, atom(arena, display, "WM_PROTOCOLS"));
                event.set(JAVA_INT, 48, 32);
                event.set(JAVA_LONG, 56, atom(arena, display, "WM_DELETE_WINDOW"));
                call("XSendEvent", display, window, 0, 0L, event);
                asked = true;
            }
        }
        call("XCloseDisplay", display);
        return asked;
    }

    private static long atom(Arena arena, long display, String name) {
        return call("XInternAtom", display, arena.allocateFrom(name), 0);
    }

    @SuppressWarnings("restricted")
    private static MemorySegment at(MemorySegment pointer) {
        return pointer.get(ADDRESS, 0).reinterpret(Long.MAX_VALUE);
    }

    @SuppressWarnings("restricted")
    private static SymbolLookup library() {
        return SymbolLookup.libraryLookup(WINDOWS ? "user32.dll" : "libX11.so.6", Arena.global());
    }

    @SuppressWarnings("restricted")
    private static long call(String function, Object... arguments) {
        MemoryLayout[] layouts = Stream.of(arguments).map(argument -> switch (argument) {
            case Integer _ -> JAVA_INT;
            case Long _ -> JAVA_LONG;
            default -> ADDRESS;
        }).toArray(MemoryLayout[]::new);
        try {
            return (long) Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow(function),
                    FunctionDescriptor.of(JAVA_LONG, layouts)).invokeWithArguments(arguments);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }
}
