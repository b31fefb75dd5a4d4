package io.github.spout4j.d3d11;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11Texture2D;
import io.github.spout4j.win32.windows.win32.graphics.dxgi.IDXGIResource;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Handles as Windows gives them: {@code IDXGIResource::GetSharedHandle} and {@code ID3D11Device::OpenSharedResource}. */
public final class LegacySharedHandles implements SharedHandles {
    @Override
    public long handleOf(Texture texture) {
        try (ComReference resource = texture.reference().as(IDXGIResource.iid(), "IDXGIResource");
                Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            texture.device().check(IDXGIResource.wrap(resource.object()).GetSharedHandle(out), "GetSharedHandle");
            return out.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    @Override
    public Texture open(Device device, long handle) {
        return new Texture(device, device.made("OpenSharedResource(0x" + Long.toHexString(handle) + ")",
                out -> device.calls().OpenSharedResource(MemorySegment.ofAddress(handle), ID3D11Texture2D.iid(), out)));
    }
}
