package io.github.spout4j.cli.audit;

import io.github.spout4j.library.SpoutLibraryDll;
import io.github.spout4j.library.SpoutObject;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;

/** Calls what lies behind the vtable as if it were a slot. What may be a function of another DLL is only looked at. */
final class PastEndProbe {
    private static final long LEAST_ADDRESS = 0x10000;
    private static final int CANONICAL_BITS = 47;

    private final SpoutObject object;
    private final int slot;

    PastEndProbe(SpoutObject object, int slot) {
        this.object = object;
        this.slot = slot;
    }

    void run(ProbeLines out) {
        long address;
        try {
            address = object.entry(slot).address();
        } catch (IndexOutOfBoundsException e) {
            out.write("not-called", "there is no memory of the DLL");
            return;
        }
        SpoutLibraryDll dll = object.dll();
        String word = "0x" + Long.toHexString(address);
        boolean inside = dll.image().sections().stream().anyMatch(section -> section.contains(dll.base(), address));
        boolean code = dll.image().sections().stream()
                .anyMatch(section -> section.executable() && section.contains(dll.base(), address));
        if (address == 0) {
            out.write("not-called", "0");
        } else if (code) {
            out.write("not-called", word + ", a function of another vtable");
        } else if (!inside && Long.compareUnsigned(address, LEAST_ADDRESS) >= 0 && address >>> CANONICAL_BITS == 0) {
            out.write("not-called", word + ", outside of the DLL");
        } else {
            out.write("step", word + (inside ? ", data of the DLL" : ", no address"));
            object.call(slot, FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));
            out.write("value", "returned", "");
        }
    }
}
