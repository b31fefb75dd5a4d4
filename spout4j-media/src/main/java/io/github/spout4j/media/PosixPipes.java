package io.github.spout4j.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The calls of libc that Java has no name for: to make a named pipe, and one that holds more than 64 KiB on Linux. */
final class PosixPipes {
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final int OWNER_ALONE = 0600;
    private static final int READ_WRITE = 2;
    private static final int NON_BLOCKING = LINUX ? 0x800 : 0x4;
    private static final int SET_PIPE_SIZE = 1031;
    private static final int MIBIBYTE = 1 << 20;
    private static final MethodHandle MKFIFO = handle("mkfifo", 2, ValueLayout.ADDRESS, mode());
    private static final MethodHandle OPEN = handle("open", 2, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle FCNTL = handle("fcntl", 2, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT);
    private static final MethodHandle CLOSE = handle("close", 1, ValueLayout.JAVA_INT);

    private PosixPipes() {}

    /** Makes a pipe that this user alone can open; false where the system refuses. */
    static boolean make(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            return (LINUX
                    ? (int) MKFIFO.invokeExact(name, OWNER_ALONE)
                    : (int) MKFIFO.invokeExact(name, (short) OWNER_ALONE)) == 0;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Opens both ends, so that whoever opens one does not wait for the other, and has it hold as much as may be.
     *
     * @return what {@link #close} takes; below 0 where the system refuses
     */
    static int hold(String path) {
        try (Arena arena = Arena.ofConfined()) {
            int file = (int) OPEN.invokeExact(arena.allocateFrom(path), READ_WRITE | NON_BLOCKING);
            if (file >= 0 && LINUX) {
                int _ = (int) FCNTL.invokeExact(file, SET_PIPE_SIZE, MIBIBYTE);
            }
            return file;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void close(int file) {
        try {
            int _ = (int) CLOSE.invokeExact(file);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** mode_t has 16 bits on macOS. */
    private static MemoryLayout mode() {
        return LINUX ? ValueLayout.JAVA_INT : ValueLayout.JAVA_SHORT;
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name, int fixed, MemoryLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        Linker.Option[] options = fixed < parameters.length || name.equals("open")
                ? new Linker.Option[]{Linker.Option.firstVariadicArg(fixed)}
                : new Linker.Option[0];
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters), options);
    }
}
