package io.github.spout4j.d3d11;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_BOX;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Some upright strips of textures of one size: copied by the GPU into a texture that has just these, side by side. */
public final class TextureStrips {
    private final int width;
    private final MemorySegment[] boxes;

    /**
     * @param width  of each strip, in pixels
     * @param height of the texture, in pixels
     * @param lefts  where each begins, in pixels
     */
    public TextureStrips(int width, int height, int[] lefts) {
        this.width = width;
        Arena arena = Arena.ofAuto();
        boxes = new MemorySegment[lefts.length];
        for (int i = 0; i < lefts.length; i++) {
            boxes[i] = D3D11_BOX.allocate(arena);
            D3D11_BOX.left(boxes[i], lefts[i]);
            D3D11_BOX.right(boxes[i], lefts[i] + width);
            D3D11_BOX.bottom(boxes[i], height);
            D3D11_BOX.back(boxes[i], 1);
        }
    }

    /**
     * Begins to copy.
     *
     * @param target of the same height and format, and as wide as all strips together
     * @param done   is begun anew, and over when the copy is complete
     */
    public void copy(Texture source, Texture target, EventQuery done) {
        Device device = source.device();
        device.requirePresent("CopySubresourceRegion");
        ImmediateContext context = device.context();
        synchronized (context) {
            for (int i = 0; i < boxes.length; i++) {
                context.copyRegion(target.address(), i * width, 0, source.address(), boxes[i]);
            }
            context.end(done.address());
            context.flush();
        }
    }
}
