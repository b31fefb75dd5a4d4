package io.github.spout4j.d3d11;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_BIND_FLAG;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_TEXTURE2D_DESC;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Textures that Spout programs do not share. */
public final class OddTextures {
    private OddTextures() {}

    /** @param format a DXGI_FORMAT */
    public static Texture withTwoMips(Device device, int format) {
        return make(device, format, 2, 1);
    }

    /** @param format a DXGI_FORMAT */
    public static Texture withThreeSlices(Device device, int format) {
        return make(device, format, 1, 3);
    }

    private static Texture make(Device device, int format, int mips, int slices) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment desc = Texture.describe(arena, 8, 8, format);
            D3D11_TEXTURE2D_DESC.MipLevels(desc, mips);
            D3D11_TEXTURE2D_DESC.ArraySize(desc, slices);
            D3D11_TEXTURE2D_DESC.BindFlags(desc, D3D11_BIND_FLAG.D3D11_BIND_SHADER_RESOURCE);
            return Texture.make(device, desc, "CreateTexture2D");
        }
    }
}
