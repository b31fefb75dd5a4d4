package io.github.spout4j.d3d11;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_BOX;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Copies of some rows of a texture. */
public final class RowCopy {
    private RowCopy() {}

    /** Has the GPU copy rows to the same place of another texture; the query is over when they are there. */
    public static void begin(Device device, Texture source, Texture target, int fromRow, int toRow, EventQuery done) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment box = D3D11_BOX.allocate(arena);
            D3D11_BOX.top(box, fromRow);
            D3D11_BOX.right(box, source.width());
            D3D11_BOX.bottom(box, toRow);
            D3D11_BOX.back(box, 1);
            synchronized (device.context()) {
                device.context().copyRegion(target.address(), 0, fromRow, source.address(), box);
                device.context().end(done.address());
                device.context().flush();
            }
        }
    }
}
