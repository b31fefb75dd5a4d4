package io.github.spout4j.library;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The DLLs that build/stand-in compiles, and what one of them exports beside GetSpout: see spout4j/src/test/cpp. */
@SuppressWarnings("restricted")
public final class StandIn {
    private static final int MOST_CHARACTERS = 20_000;

    private final SymbolLookup functions;
    private final MemorySegment text = Arena.global().allocate(MOST_CHARACTERS);

    /** @param dll the file of a stand-in; loads it */
    StandIn(Path dll) {
        functions = SymbolLookup.libraryLookup(dll, Arena.global());
    }

    /** Where they are; the test is skipped where they are not. */
    public static Path directory() {
        String directory = System.getProperty("spout.standin", "");
        assumeTrue(!directory.isEmpty() && Files.isDirectory(Path.of(directory)),
                "needs the stand-ins for SpoutLibrary.dll: build/stand-in, which ./verify runs, compiles them by clang");
        return Path.of(directory);
    }

    /** The name of each that has a layout which spout4j knows, such as "2.007.017-172". */
    public static List<String> layouts() {
        try (Stream<Path> folders = Files.list(directory())) {
            return folders.map(folder -> folder.getFileName().toString()).filter(name -> name.startsWith("2."))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name one of {@link #layouts}, "unknown-171", or "broken/WHY" */
    public static Path dll(String name) {
        return directory().resolve(name, "SpoutLibrary.dll");
    }

    /** Whether every answer tells the slot that gave it; else the stand-in behaves like a Spout library. */
    void probe(boolean probing) {
        set("StandInProbe", probing ? 1 : 0);
    }

    /** What slots answer that return a bool. */
    void answerBool(boolean yes) {
        set("StandInBool", yes ? 1 : 0);
    }

    /** The least length of strings that slots answer. */
    void stringLength(int length) {
        set("StandInStringLength", length);
    }

    /** How many strings a slot answers that returns a list. */
    void listSize(int size) {
        set("StandInListSize", size);
    }

    /** How many characters come into a caller's buffer; all that it holds where negative. */
    void outLength(int length) {
        set("StandInOutLength", length);
    }

    /** Of the last call: number of declaration, name and arguments, separated by |. */
    String lastCall() {
        return text("StandInLastCall");
    }

    /** All calls since {@link #forget}, one a line. */
    String calls() {
        return text("StandInCalls");
    }

    int callCount() {
        return get("StandInCallCount");
    }

    /** The Windows thread of the last call. */
    int lastThread() {
        return get("StandInLastThread");
    }

    void forget() {
        call("StandInForget", FunctionDescriptor.ofVoid());
    }

    /** How many blocks of memory are allocated in the DLL's runtime; each open object is one. */
    int blocks() {
        return get("StandInBlocks");
    }

    /** How often what is no block was to be freed. */
    int mistakes() {
        return get("StandInMistakes");
    }

    /** The address of a block of the DLL's runtime. */
    long allocate(long bytes) {
        return (long) call("StandInAllocate", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                bytes);
    }

    /** Frees what a std::string holds. */
    void destroyString(MemorySegment string) {
        call("StandInDestroyString", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS), string);
    }

    /** Frees what a std::vector of std::string holds. */
    void destroyStrings(MemorySegment vector) {
        call("StandInDestroyStrings", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS), vector);
    }

    private String text(String function) {
        int length = (int) call(function,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT), text,
                MOST_CHARACTERS);
        if (length >= MOST_CHARACTERS) {
            throw new AssertionError(function + " has " + length + " characters");
        }
        return text.getString(0).strip();
    }

    private void set(String function, int value) {
        call(function, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT), value);
    }

    private int get(String function) {
        return (int) call(function, FunctionDescriptor.of(ValueLayout.JAVA_INT));
    }

    private Object call(String function, FunctionDescriptor descriptor, Object... arguments) {
        try {
            return Linker.nativeLinker().downcallHandle(functions.findOrThrow(function), descriptor)
                    .invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError(function, e);
        }
    }
}
