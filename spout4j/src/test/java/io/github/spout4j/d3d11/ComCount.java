package io.github.spout4j.d3d11;

import io.github.spout4j.win32.windows.win32.system.com.IUnknown;
import java.lang.foreign.MemorySegment;

/** Direct3D's own count of references. A device is counted by all that was made with it, too. */
public final class ComCount {
    private ComCount() {}

    /** @param address of a COM object that lives */
    public static int of(long address) {
        IUnknown object = IUnknown.wrap(MemorySegment.ofAddress(address));
        object.AddRef();
        return object.Release();
    }
}
