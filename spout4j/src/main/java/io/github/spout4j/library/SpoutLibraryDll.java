package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.win32.LoadedModule;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A SpoutLibrary.dll, loaded into this process, where it stays. Thread-safe. Windows alone. For those who call slots by number;
 * others open a {@link SpoutLibrary}.
 */
public final class SpoutLibraryDll {
    static final String GET_SPOUT = "GetSpout";

    private final PeImage image;
    private final long base;
    private final MethodHandle getSpout;

    @SuppressWarnings("restricted")
    private SpoutLibraryDll(PeImage image, LoadedModule module) {
        this.image = image;
        base = module.base();
        getSpout = Linker.nativeLinker().downcallHandle(module.function(GET_SPOUT),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG));
    }

    /**
     * Checks the file and loads it. Its code runs in this process from here on.
     *
     * @param file the DLL
     * @return the loaded DLL
     * @throws SpoutException where it is no 64-bit DLL, exports no GetSpout, or Windows cannot load it
     */
    public static SpoutLibraryDll load(Path file) {
        PeImage image = PeImage.read(file).requireGetSpout();
        return new SpoutLibraryDll(image, LoadedModule.load(file));
    }

    /** {@return the file} */
    public Path file() {
        return image.file();
    }

    /** {@return what the file says about itself} */
    public PeImage image() {
        return image;
    }

    /**
     * Calls GetSpout: makes an object and looks at its vtable. No slot is called.
     *
     * @return the object; {@link SpoutObject#release} ends it
     * @throws SpoutException where the DLL gives none, or something that is no object
     */
    public SpoutObject newObject() {
        long address;
        try {
            address = (long) getSpout.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        if (address == 0) {
            throw new SpoutException(file() + ": " + GET_SPOUT + " returned no object");
        }
        return new SpoutObject(this, address);
    }

    /** Whether an address is in the DLL's memory, so that it can be read there. */
    boolean holds(long address, long bytes) {
        return image.sections().stream().anyMatch(section -> section.contains(base, address)
                && section.contains(base, address + bytes - 1));
    }

    /** Whether an address is in the DLL's code. */
    boolean isCode(long address) {
        return image.sections().stream()
                .anyMatch(section -> section.executable() && section.contains(base, address));
    }

    /** {@return where the DLL lies in memory} */
    public long base() {
        return base;
    }

    @SuppressWarnings("restricted")
    static long word(long address) {
        return MemorySegment.ofAddress(address).reinterpret(Long.BYTES).get(ValueLayout.JAVA_LONG_UNALIGNED, 0);
    }
}
