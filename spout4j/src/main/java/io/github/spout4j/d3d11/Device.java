package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.direct3d.D3D_DRIVER_TYPE.UNKNOWN;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.Apis.D3D11CreateDevice;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.Constants.D3D11_SDK_VERSION;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_CREATE_DEVICE_FLAG.D3D11_CREATE_DEVICE_BGRA_SUPPORT;
import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Constants.DXGI_ERROR_DEVICE_REMOVED;

import io.github.spout4j.Adapter;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11Device;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11DeviceChild;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11Multithread;
import java.lang.foreign.MemorySegment;

/**
 * A Direct3D 11 device with its immediate context. Any thread may call; the context's calls go one after another, and none
 * of them waits for the GPU.
 */
public final class Device implements AutoCloseable {
    private final Adapter adapter;
    private final ComReference device;
    private final ComReference contextReference;
    private final ID3D11Device calls;
    private final ImmediateContext context;
    private volatile boolean lost;
    private volatile boolean hung;

    private Device(Adapter adapter, ComReference device, ComReference context) {
        this.adapter = adapter;
        this.device = device;
        contextReference = context;
        calls = ID3D11Device.wrap(device.object());
        this.context = new ImmediateContext(context.object().address());
        protectFromOtherUsers();
    }

    /**
     * Makes a device on an adapter.
     *
     * @throws D3dException where the adapter has none to offer
     */
    public static Device on(Adapter adapter) {
        try (ComReference chosen = Adapters.open(adapter)) {
            ComReference device = ComReference.madeBy("d3d11.dll", "D3D11CreateDevice(" + adapter.name() + ")",
                    out -> D3D11CreateDevice(chosen.object(), UNKNOWN, MemorySegment.NULL,
                            D3D11_CREATE_DEVICE_BGRA_SUPPORT, MemorySegment.NULL, 0, D3D11_SDK_VERSION, out,
                            MemorySegment.NULL, MemorySegment.NULL));
            return with(adapter, device);
        }
    }

    /**
     * The device that a user's texture belongs to, on an adapter that is not known. Its owner and we may then use its context at the
     * same time, each call by itself.
     *
     * @param texture an ID3D11DeviceChild
     */
    static Device of(long texture) {
        return with(null, ComReference.made("GetDevice", out -> {
            ID3D11DeviceChild.wrap(MemorySegment.ofAddress(texture)).GetDevice(out);
            return HResult.S_OK;
        }));
    }

    private static Device with(Adapter adapter, ComReference device) {
        try {
            ComReference context = ComReference.made("GetImmediateContext", out -> {
                ID3D11Device.wrap(device.object()).GetImmediateContext(out);
                return HResult.S_OK;
            });
            return new Device(adapter, device, context);
        } catch (RuntimeException | Error e) {
            device.close();
            throw e;
        }
    }

    /** Users may get at this device through its textures; then their calls and ours must not meet. */
    private void protectFromOtherUsers() {
        try (ComReference multithread = contextReference.as(ID3D11Multithread.iid(), "ID3D11Multithread")) {
            ID3D11Multithread.wrap(multithread.object()).SetMultithreadProtected(1);
        } catch (D3dException _) {
            // older than Windows 8.1's runtime: ours alone
        }
    }

    /** The same device, to be closed by itself. */
    public Device again() {
        return new Device(adapter, ComReference.to(device.object(), "ID3D11Device"),
                ComReference.to(contextReference.object(), "ID3D11DeviceContext"));
    }

    public Adapter adapter() {
        return adapter;
    }

    /** The ID3D11Device, for users' own calls. */
    public long address() {
        return device.object().address();
    }

    /** Whether a call has told that the device is gone. */
    public boolean isLost() {
        return lost;
    }

    /** Takes the device for lost from now on; what a real loss does, for tests of it. */
    public void lose() {
        lost = true;
    }

    /** Whether event queries say that the GPU is not done, whatever it is; what a GPU that hangs does, for tests of it. */
    public void hang(boolean hangs) {
        hung = hangs;
    }

    boolean isHung() {
        return hung;
    }

    ComReference made(String call, ComReference.Maker maker) {
        requirePresent(call);
        try {
            return ComReference.made(call, maker);
        } catch (DeviceLostException e) {
            lost = true;
            throw e;
        }
    }

    void check(int code, String call) {
        requirePresent(call);
        try {
            HResult.check(code, call);
        } catch (DeviceLostException e) {
            lost = true;
            throw e;
        }
    }

    void requirePresent(String call) {
        if (lost) {
            throw new DeviceLostException(call, DXGI_ERROR_DEVICE_REMOVED);
        }
    }

    ComReference reference() {
        return device;
    }

    ID3D11Device calls() {
        return calls;
    }

    /** To be called, and locked while it is called. */
    ImmediateContext context() {
        return context;
    }

    /** Has the GPU begin with all that it was given; the query is over when that is done. */
    public void flush(EventQuery done) {
        requirePresent("Flush");
        synchronized (context) {
            context.end(done.address());
            context.flush();
        }
    }

    /**
     * Has the GPU copy a whole texture to another of the same size and format, and begins to do so. The query is over when
     * the copy is complete.
     *
     * @param done is begun anew; null where nobody asks
     */
    public void copy(Texture source, Texture target, EventQuery done) {
        copy(source.address(), target, done);
    }

    /**
     * As {@link #copy(Texture, Texture, EventQuery)}.
     *
     * @param source the address of an ID3D11Texture2D of this device
     */
    public void copy(long source, Texture target, EventQuery done) {
        requirePresent("CopyResource");
        synchronized (context) {
            context.copy(target.address(), source);
            if (done != null) {
                context.end(done.address());
            }
            context.flush();
        }
    }

    @Override
    public void close() {
        contextReference.close();
        device.close();
    }
}
