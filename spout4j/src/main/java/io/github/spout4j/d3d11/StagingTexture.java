package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_CPU_ACCESS_FLAG.D3D11_CPU_ACCESS_READ;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_CPU_ACCESS_FLAG.D3D11_CPU_ACCESS_WRITE;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_MAP;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_MAPPED_SUBRESOURCE;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_TEXTURE2D_DESC;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_USAGE;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A texture that the CPU can write or read while it is mapped, and the GPU while it is not. One user at a time. */
public final class StagingTexture implements AutoCloseable {
    private static final int WAIT = 0;

    /** What the CPU does with it. */
    public enum Purpose {
        WRITE(D3D11_CPU_ACCESS_WRITE, D3D11_MAP.WRITE), READ(D3D11_CPU_ACCESS_READ, D3D11_MAP.READ),
        /** Written by the CPU, and read by it as long as it is mapped. */
        WRITE_AND_READ(D3D11_CPU_ACCESS_WRITE | D3D11_CPU_ACCESS_READ, D3D11_MAP.READ_WRITE);

        private final int access;
        private final int map;

        Purpose(int access, int map) {
            this.access = access;
            this.map = map;
        }
    }

    private final Device device;
    private final Texture texture;
    private final Purpose purpose;
    private final MemorySegment mapping;
    /** What is mapped lives as long: whoever keeps it beyond that gets an exception. */
    private final Arena arena = Arena.ofShared();
    private MemorySegment pixels = MemorySegment.NULL;
    private boolean mapped;

    /**
     * @param format a DXGI_FORMAT
     * @throws D3dException where the device refuses
     */
    public StagingTexture(Device device, int width, int height, int format, Purpose purpose) {
        this.device = device;
        this.purpose = purpose;
        mapping = D3D11_MAPPED_SUBRESOURCE.allocate(arena);
        try (Arena temporary = Arena.ofConfined()) {
            MemorySegment desc = Texture.describe(temporary, width, height, format);
            D3D11_TEXTURE2D_DESC.Usage(desc, D3D11_USAGE.STAGING);
            D3D11_TEXTURE2D_DESC.CPUAccessFlags(desc, purpose.access);
            texture = Texture.make(device, desc,
                    "CreateTexture2D(staging, " + width + " × " + height + ", format " + format + ")");
        } catch (RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    public Texture texture() {
        return texture;
    }

    /**
     * Gives its memory to the CPU: {@code rowPitch() * height} bytes, until {@link #unmap}. Waits for the GPU where that still
     * uses it, with all other calls of the device behind it: ask an {@link EventQuery} before.
     */
    @SuppressWarnings("restricted")
    public MemorySegment map() {
        ImmediateContext context = device.context();
        int result;
        synchronized (context) {
            result = context.map(texture.address(), 0, purpose.map, WAIT, mapping);
        }
        device.check(result, "Map");
        mapped = true;
        long start = mapping.get(ValueLayout.JAVA_LONG, D3D11_MAPPED_SUBRESOURCE.pData$offset()); // no new object
        long bytes = rowPitch() * texture.height();
        if (start != pixels.address() || bytes != pixels.byteSize()) {
            MemorySegment memory = MemorySegment.ofAddress(start).reinterpret(bytes, arena, null);
            pixels = purpose == Purpose.READ ? memory.asReadOnly() : memory;
        }
        return pixels;
    }

    /** Bytes from one row to the next, as the last {@link #map} found it. */
    public long rowPitch() {
        return Integer.toUnsignedLong(D3D11_MAPPED_SUBRESOURCE.RowPitch(mapping));
    }

    /** Ends {@link #map}; does nothing where it is not mapped. */
    public void unmap() {
        if (mapped) {
            mapped = false;
            ImmediateContext context = device.context();
            synchronized (context) {
                context.unmap(texture.address(), 0);
            }
        }
    }

    @Override
    public void close() {
        arena.close();
        unmap();
        texture.close();
    }
}
