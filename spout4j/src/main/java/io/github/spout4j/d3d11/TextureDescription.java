package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_RESOURCE_MISC_FLAG.D3D11_RESOURCE_MISC_SHARED_KEYEDMUTEX;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_TEXTURE2D_DESC;
import io.github.spout4j.win32.windows.win32.graphics.dxgi.common.DXGI_SAMPLE_DESC;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** What Direct3D says of a texture, in memory that is used again. One thread at a time. */
final class TextureDescription {
    private static final MethodHandle GET_DESC = ComMethod.returningNothing(ValueLayout.ADDRESS);

    private final ComMethod getDesc = new ComMethod(10);
    private final MemorySegment memory;
    private final MemorySegment samples;

    TextureDescription(Arena arena) {
        memory = D3D11_TEXTURE2D_DESC.allocate(arena);
        samples = D3D11_TEXTURE2D_DESC.SampleDesc(memory);
    }

    /** @param texture an ID3D11Texture2D */
    void read(long texture) {
        try {
            GET_DESC.invokeExact(getDesc.of(texture), texture, memory);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    int width() {
        return D3D11_TEXTURE2D_DESC.Width(memory);
    }

    int height() {
        return D3D11_TEXTURE2D_DESC.Height(memory);
    }

    /** The DXGI_FORMAT. */
    int format() {
        return D3D11_TEXTURE2D_DESC.Format(memory);
    }

    /** One mip level, one slice, one sample. */
    boolean isPlain() {
        return D3D11_TEXTURE2D_DESC.MipLevels(memory) == 1 && D3D11_TEXTURE2D_DESC.ArraySize(memory) == 1
                && DXGI_SAMPLE_DESC.Count(samples) == 1;
    }

    boolean isKeyed() {
        return (D3D11_TEXTURE2D_DESC.MiscFlags(memory) & D3D11_RESOURCE_MISC_SHARED_KEYEDMUTEX) != 0;
    }
}
