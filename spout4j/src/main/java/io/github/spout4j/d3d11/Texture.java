package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_BIND_FLAG.D3D11_BIND_RENDER_TARGET;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_BIND_FLAG.D3D11_BIND_SHADER_RESOURCE;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_RESOURCE_MISC_FLAG.D3D11_RESOURCE_MISC_SHARED;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_RESOURCE_MISC_FLAG.D3D11_RESOURCE_MISC_SHARED_KEYEDMUTEX;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_TEXTURE2D_DESC;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_USAGE;
import io.github.spout4j.win32.windows.win32.graphics.dxgi.common.DXGI_SAMPLE_DESC;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A two-dimensional texture. Its size and format are what Direct3D says, whatever anybody else says. */
public final class Texture implements AutoCloseable {
    private final Device device;
    private final ComReference reference;
    private final int width;
    private final int height;
    private final int format;
    private final boolean plain;
    private final boolean keyed;

    /** Takes the reference over. */
    Texture(Device device, ComReference reference) {
        this.device = device;
        this.reference = reference;
        try (Arena arena = Arena.ofConfined()) {
            TextureDescription description = new TextureDescription(arena);
            description.read(reference.object().address());
            width = description.width();
            height = description.height();
            format = description.format();
            plain = description.isPlain();
            keyed = description.isKeyed();
        }
    }

    /** How a texture can be shared. */
    public enum Sharing {
        /** Not at all. */
        NONE(0),
        /** Legacy shared handle, no lock in the texture; as Spout senders do. */
        PLAIN(D3D11_RESOURCE_MISC_SHARED),
        /** Legacy shared handle, with an IDXGIKeyedMutex. */
        KEYED(D3D11_RESOURCE_MISC_SHARED_KEYEDMUTEX);

        private final int flags;

        Sharing(int flags) {
            this.flags = flags;
        }
    }

    /**
     * Makes a texture as Spout's are: one mip, one sample, render target and shader resource.
     *
     * @param format a DXGI_FORMAT
     * @throws D3dException where the device refuses
     */
    public static Texture shared(Device device, int width, int height, int format, Sharing sharing) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment desc = describe(arena, width, height, format);
            D3D11_TEXTURE2D_DESC.Usage(desc, D3D11_USAGE.DEFAULT);
            D3D11_TEXTURE2D_DESC.BindFlags(desc, D3D11_BIND_RENDER_TARGET | D3D11_BIND_SHADER_RESOURCE);
            D3D11_TEXTURE2D_DESC.MiscFlags(desc, sharing.flags);
            return make(device, desc, "CreateTexture2D(shared, " + width + " × " + height + ", format " + format + ")");
        }
    }

    static MemorySegment describe(Arena arena, int width, int height, int format) {
        MemorySegment desc = D3D11_TEXTURE2D_DESC.allocate(arena);
        D3D11_TEXTURE2D_DESC.Width(desc, width);
        D3D11_TEXTURE2D_DESC.Height(desc, height);
        D3D11_TEXTURE2D_DESC.MipLevels(desc, 1);
        D3D11_TEXTURE2D_DESC.ArraySize(desc, 1);
        D3D11_TEXTURE2D_DESC.Format(desc, format);
        DXGI_SAMPLE_DESC.Count(D3D11_TEXTURE2D_DESC.SampleDesc(desc), 1);
        return desc;
    }

    static Texture make(Device device, MemorySegment desc, String call) {
        return new Texture(device,
                device.made(call, out -> device.calls().CreateTexture2D(desc, MemorySegment.NULL, out)));
    }

    /**
     * A texture of somebody else's, with one more reference to it, on its own device, which is to be closed too.
     *
     * @param address an ID3D11Texture2D, which must be one
     */
    public static Texture ofUser(long address) {
        ComReference reference = ComReference.to(MemorySegment.ofAddress(address), "a user's texture");
        try {
            return new Texture(Device.of(address), reference);
        } catch (RuntimeException | Error e) {
            reference.close();
            throw e;
        }
    }

    public Device device() {
        return device;
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** The DXGI_FORMAT. */
    public int format() {
        return format;
    }

    /** Whether it has one mip level, one slice and one sample, as Spout's textures have. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether it is locked by a keyed mutex of its own. */
    public boolean isKeyed() {
        return keyed;
    }

    /** The ID3D11Texture2D, for users' own calls. */
    public long address() {
        return reference.object().address();
    }

    ComReference reference() {
        return reference;
    }

    @Override
    public void close() {
        reference.close();
    }
}
