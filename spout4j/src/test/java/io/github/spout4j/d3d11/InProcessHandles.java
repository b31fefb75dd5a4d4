package io.github.spout4j.d3d11;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands textures on within this process and one device, for systems that lack shared handles (Wine's own Direct3D). A handle
 * is one as long as its texture lives, as on Windows.
 */
public final class InProcessHandles implements SharedHandles {
    private static final int E_INVALIDARG = 0x80070057;
    /** Beyond 31 bits, so that a lost sign shows. */
    private static final AtomicInteger NEXT = new AtomicInteger(0xC0000002);
    private static final Map<Long, Texture> TEXTURES = new ConcurrentHashMap<>();
    private static final Map<Texture, Long> HANDLES = new ConcurrentHashMap<>();
    private static volatile Device last;

    /** The device whose texture was shared last. */
    public static Device lastDevice() {
        return last;
    }

    @Override
    public long handleOf(Texture texture) {
        last = texture.device();
        return HANDLES.computeIfAbsent(texture, shared -> {
            long handle = NEXT.getAndAdd(0x40);
            TEXTURES.put(handle, shared);
            return handle;
        });
    }

    @Override
    public Texture open(Device device, long handle) {
        Texture texture = TEXTURES.get(handle);
        try {
            if (texture != null && texture.device().address() == device.address()) {
                return new Texture(device, ComReference.to(texture.reference().object(), "OpenSharedResource"));
            }
        } catch (IllegalStateException _) {
            // released, or its device is
        }
        throw new D3dException("OpenSharedResource", E_INVALIDARG);
    }
}
