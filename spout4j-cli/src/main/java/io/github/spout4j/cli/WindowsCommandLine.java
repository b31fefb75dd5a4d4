package io.github.spout4j.cli;

import static io.github.spout4j.win32.windows.win32.foundation.Apis.LocalFree;
import static io.github.spout4j.win32.windows.win32.system.environment.Apis.GetCommandLineW;
import static io.github.spout4j.win32.windows.win32.ui.shell.Apis.CommandLineToArgvW;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** This process's command line as Windows knows it, in Unicode. */
final class WindowsCommandLine {
    private WindowsCommandLine() {}

    /** Its words, beginning with the program; none where Windows fails to tell. */
    static List<String> words() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(Linker.Option.captureStateLayout());
            MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
            MemorySegment words = CommandLineToArgvW(error, GetCommandLineW(), count);
            if (words.equals(MemorySegment.NULL)) {
                return List.of();
            }
            try {
                return texts(words, count.get(ValueLayout.JAVA_INT, 0));
            } finally {
                LocalFree(error, words);
            }
        }
    }

    @SuppressWarnings("restricted")
    private static List<String> texts(MemorySegment addresses, int count) {
        MemorySegment all = addresses.reinterpret(count * ValueLayout.ADDRESS.byteSize());
        return IntStream.range(0, count)
                .mapToObj(i -> all.getAtIndex(ValueLayout.ADDRESS, i).reinterpret(Long.MAX_VALUE).getString(0,
                        StandardCharsets.UTF_16LE))
                .toList();
    }
}
