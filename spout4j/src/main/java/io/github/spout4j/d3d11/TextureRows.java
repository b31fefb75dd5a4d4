package io.github.spout4j.d3d11;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_BOX;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11DeviceContext;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Some rows of textures of one width: copied by the GPU into a texture that has just these, one below the other. */
public final class TextureRows {
    private final MemorySegment[] boxes;

    /** @param rows which, from the top, in pixels */
    public TextureRows(int width, int[] rows) {
        Arena arena = Arena.ofAuto();
        boxes = new MemorySegment[rows.length];
        for (int i = 0; i < rows.length; i++) {
            boxes[i] = D3D11_BOX.allocate(arena);
            D3D11_BOX.right(boxes[i], width);
            D3D11_BOX.top(boxes[i], rows[i]);
            D3D11_BOX.bottom(boxes[i], rows[i] + 1);
            D3D11_BOX.back(boxes[i], 1);
        }
    }

    /**
     * Begins to copy.
     *
     * @param target of the same width and format, and as high as there are rows
     * @param done   is begun anew, and over when the copy is complete
     */
    public void copy(Texture source, Texture target, EventQuery done) {
        Device device = source.device();
        device.requirePresent("CopySubresourceRegion");
        ID3D11DeviceContext context = device.context();
        synchronized (context) {
            for (int i = 0; i < boxes.length; i++) {
                context.CopySubresourceRegion(target.object(), 0, 0, i, 0, source.object(), 0, boxes[i]);
            }
            context.End(done.object());
            context.Flush();
        }
    }
}
