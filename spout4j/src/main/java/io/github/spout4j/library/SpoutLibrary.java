package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;

/**
 * An object of the official SpoutLibrary.dll with every function that the DLL has, by its SDK name: {@code SetSenderName} is
 * {@code setSenderName}, {@code DX11format} is {@code dx11format}. The functions come in sections, such as {@link #sharing}; all can
 * be called on this object too. Each object is an SDK object of its own, with a sender and a receiver.
 *
 * <p>Types: handles (HWND, HANDLE, HKEY) and pointers to objects are {@code long}; DWORD, GLuint and the like are {@code int}; pixels
 * are native memory, whose size is checked; text is in the ANSI code page; what the SDK returns by reference is an Optional, empty
 * where the SDK returned false. Optional parameters of the SDK are overloads.
 *
 * <p>Calls may come from any thread, one at a time; others wait. What needs OpenGL must come from the thread of its context.
 * A function that the build lacks throws {@link MissingSlotException}; calls after {@link #close} IllegalStateException. Otherwise
 * the SDK does as it does in C++, including where it is used wrongly.
 *
 * {@snippet file="OfficialLibrary.java" region="ask"}
 */
public final class SpoutLibrary
        implements
            AutoCloseable,
            SpoutSending,
            SpoutReceiving,
            SpoutSenderNames,
            SpoutFrames,
            SpoutMemoryBuffers,
            SpoutSharing,
            SpoutAdapters,
            SpoutOpenGL,
            SpoutDirectX,
            SpoutFormats,
            SpoutPixels,
            SpoutLog,
            SpoutMessages,
            SpoutRegistry,
            SpoutComputer,
            SpoutTiming {
    private static final System.Logger LOG = System.getLogger(SpoutLibrary.class.getPackageName());
    private static final Cleaner CLEANER = Cleaner.create();

    private final Calls calls;
    private final VtableLayout layout;
    private final Life life;
    private final Cleaner.Cleanable cleanable;

    SpoutLibrary(String description, VtableLayout layout, Functions functions, long object, CText text,
            CppObjects objects) {
        CallGuard guard = new CallGuard(description);
        this.layout = layout;
        calls = new Calls(guard, functions, object, text, objects);
        life = new Life(guard, functions, object);
        cleanable = CLEANER.register(calls, life);
    }

    /**
     * Makes an object of the SpoutLibrary.dll that is found: that of the property {@code spout.library}, of the variable
     * {@code SPOUT_LIBRARY}, beside the program, or in PATH; never in the current directory.
     *
     * @return to be closed by the caller
     * @throws SpoutException where none is found, or it cannot be used; the message says why
     */
    public static SpoutLibrary open() {
        return open(find());
    }

    /**
     * Looks for the SpoutLibrary.dll that {@link #open()} takes; does not look into it.
     *
     * @return its path
     * @throws SpoutException where none is found; the message says where it was looked for
     */
    public static Path find() {
        return DllSearch.ofThisProgram().find();
    }

    /**
     * Makes an object of a SpoutLibrary.dll. The first time for a file, it is tried in a short-lived second process, since a
     * file that only looks like one could end this process.
     *
     * @param dll the file
     * @return to be closed by the caller
     * @throws SpoutException where the file cannot be used; the message says why
     */
    public static SpoutLibrary open(Path dll) {
        return LoadedLibrary.of(dll).newObject();
    }

    /** {@return the order of the functions in this build} */
    public VtableLayout layout() {
        return layout;
    }

    Calls calls() {
        return calls;
    }

    /**
     * Releases the sender, the receiver and the object; waits for a call that another thread is in. Idempotent. Where the object has
     * shared through OpenGL, close it on the thread of the context, before that is closed.
     */
    @Override
    public void close() {
        life.end();
        cleanable.clean();
    }

    @Override
    public String toString() {
        return life.guard.toString();
    }

    /** {@return the sender of this object} */
    public SpoutSending sender() {
        return this;
    }

    /** {@return the receiver of this object} */
    public SpoutReceiving receiver() {
        return this;
    }

    /** {@return the sender directory} */
    public SpoutSenderNames senders() {
        return this;
    }

    /** {@return frame count, frame sync and pacing} */
    public SpoutFrames frameSync() {
        return this;
    }

    /** {@return memory buffers} */
    public SpoutMemoryBuffers memoryBuffers() {
        return this;
    }

    /** {@return how pixels are shared} */
    public SpoutSharing sharing() {
        return this;
    }

    /** {@return graphics adapters} */
    public SpoutAdapters adapters() {
        return this;
    }

    /** {@return OpenGL contexts and textures} */
    public SpoutOpenGL openGL() {
        return this;
    }

    /** {@return DirectX devices} */
    public SpoutDirectX directX() {
        return this;
    }

    /** {@return formats of textures} */
    public SpoutFormats formats() {
        return this;
    }

    /** {@return changes of pixels in memory} */
    public SpoutPixels pixels() {
        return this;
    }

    /** {@return the SDK's log} */
    public SpoutLog log() {
        return this;
    }

    /** {@return message boxes} */
    public SpoutMessages messages() {
        return this;
    }

    /** {@return the registry} */
    public SpoutRegistry registry() {
        return this;
    }

    /** {@return versions, the computer and the program} */
    public SpoutComputer computer() {
        return this;
    }

    /** {@return the SDK's stopwatch} */
    public SpoutTiming timing() {
        return this;
    }

    /** What ends the object: by its user or, with a warning in the log, by the garbage collector. */
    private record Life(CallGuard guard, Functions functions, long object) implements Runnable {
        boolean end() {
            boolean first = guard.close();
            if (first) {
                Words.call(functions.address(Sdk.RELEASE_SENDER), object, 0);
                Words.call(functions.address(Sdk.RELEASE_RECEIVER), object);
                Words.call(functions.address(Sdk.RELEASE), object);
            }
            return first;
        }

        @Override
        public void run() {
            if (end()) {
                LOG.log(System.Logger.Level.WARNING, "{0} was never closed; it is released now", guard);
            }
        }
    }
}
