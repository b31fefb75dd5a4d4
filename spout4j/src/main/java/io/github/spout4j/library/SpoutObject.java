package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * An object that GetSpout made, with the addresses of its virtual functions. Calls by number are raw: nothing is checked, and a
 * wrong descriptor or argument ends the program. Not thread-safe.
 */
public final class SpoutObject {
    private static final Linker LINKER = Linker.nativeLinker();

    private final SpoutLibraryDll dll;
    private final long address;
    private final long vtable;
    private final int slotCount;

    SpoutObject(SpoutLibraryDll dll, long address) {
        this.dll = dll;
        this.address = address;
        vtable = SpoutLibraryDll.word(address);
        if (!dll.holds(vtable, Long.BYTES)) {
            throw new SpoutException(dll.file() + ": what " + SpoutLibraryDll.GET_SPOUT
                    + " returned has no vtable in this DLL; it is no SpoutLibrary.dll");
        }
        int count = 0;
        long entry = vtable;
        while (dll.holds(entry, Long.BYTES) && dll.isCode(SpoutLibraryDll.word(entry))) {
            count++;
            entry += Long.BYTES;
        }
        slotCount = count;
    }

    /** {@return the DLL that it is of} */
    public SpoutLibraryDll dll() {
        return dll;
    }

    /** {@return the object's address: {@code this} of its functions} */
    public long address() {
        return address;
    }

    /** {@return the address of the vtable} */
    public long vtable() {
        return vtable;
    }

    /** {@return how many pointers into the DLL's code follow each other in the vtable} */
    public int slotCount() {
        return slotCount;
    }

    /**
     * {@return the layout that the count of slots and the DLL's version tell}
     *
     * @throws SpoutException where spout4j knows none that fits
     */
    public VtableLayout layout() {
        return VtableLayout.find(slotCount, dll.image().versions(), dll.file());
    }

    /**
     * The address of a virtual function.
     *
     * @param slot its number
     * @return the address
     * @throws IndexOutOfBoundsException where the vtable has no such slot
     */
    public MemorySegment function(int slot) {
        if (slot < 0 || slot >= slotCount) {
            throw new IndexOutOfBoundsException(
                    "there is no slot " + slot + "; the vtable has " + slotCount + ", counted from 0");
        }
        return entry(slot);
    }

    /**
     * What is in the vtable's memory at a slot, which may be past its end.
     *
     * @param slot any number
     * @return the address there
     * @throws IndexOutOfBoundsException where that memory is not the DLL's
     */
    public MemorySegment entry(int slot) {
        long where = vtable + (long) slot * Long.BYTES;
        if (!dll.holds(where, Long.BYTES)) {
            throw new IndexOutOfBoundsException("slot " + slot + " would lie outside of " + dll.file());
        }
        return MemorySegment.ofAddress(SpoutLibraryDll.word(where));
    }

    /**
     * Calls a slot, or whatever lies past the last one.
     *
     * @param slot       its number
     * @param descriptor of the call, {@code this} first, such as {@link Slot#descriptor}
     * @param arguments  without {@code this}
     * @return the result; null for void
     */
    @SuppressWarnings("restricted")
    public Object call(int slot, FunctionDescriptor descriptor, Object... arguments) {
        MethodHandle handle = LINKER.downcallHandle(entry(slot), descriptor);
        try {
            return MethodHandles.insertArguments(handle, 0, address).invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Calls the last slot, Release. Nothing of this object may be called any more. */
    public void release() {
        call(slotCount - 1, FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));
    }
}
