package io.github.spout4j.d3d11;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * What a user's texture is just now. A user's address is a promise for the time of a call: at the next one another texture may be there,
 * so Direct3D is asked each time. Holds no reference to it, and makes no object. One thread at a time.
 */
public final class UserTexture {
    private static final MethodHandle GET_DEVICE = ComMethod.returningNothing(ValueLayout.ADDRESS);
    private static final MethodHandle RELEASE = ComMethod.returningInt();

    private final ComMethod getDevice = new ComMethod(3);
    private final ComMethod release = new ComMethod(2);
    private final Arena arena = Arena.ofAuto();
    private final TextureDescription description = new TextureDescription(arena);
    private final MemorySegment room = arena.allocate(ValueLayout.ADDRESS);
    private long texture;
    private long device;

    /** @param address an ID3D11Texture2D, which must be one, and stay one until nothing more is asked of this */
    public void look(long address) {
        texture = address;
        description.read(address);
        try {
            GET_DEVICE.invokeExact(getDevice.of(address), address, room);
            device = room.get(ValueLayout.JAVA_LONG, 0);
            int _ = (int) RELEASE.invokeExact(release.of(device), device);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /** Pixels. */
    public int width() {
        return description.width();
    }

    /** Pixels. */
    public int height() {
        return description.height();
    }

    /** The DXGI_FORMAT. */
    public int format() {
        return description.format();
    }

    /** As {@link Texture#isPlain}. */
    public boolean isPlain() {
        return description.isPlain();
    }

    /** @param other a device that is open: so its address is no other device's */
    public boolean isOn(Device other) {
        return device == other.address();
    }

    /** The texture's device, to be closed by itself. Its owner and we may then use its context at the same time, each call by itself. */
    public Device openDevice() {
        return Device.of(texture);
    }
}
