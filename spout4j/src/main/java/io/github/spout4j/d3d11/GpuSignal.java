package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.foundation.Apis.CloseHandle;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.CreateEventA;

import io.github.spout4j.win32.windows.win32.graphics.dxgi.IDXGIDevice2;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Sleeps until the GPU has done all that it was given: an event of Windows, which DXGI sets. Without the timer's grain that
 * looking again and again has; Windows 8 and later.
 */
@SuppressWarnings("restricted")
final class GpuSignal implements AutoCloseable {
    private static final int AUTO_RESET = 0;
    private static final int NOT_SIGNALLED = 0;
    /** Not the generated one, which captures an error that nobody asks for; that makes an object. */
    private static final MethodHandle WAIT_FOR_SINGLE_OBJECT = Linker.nativeLinker().downcallHandle(
            SymbolLookup.libraryLookup("kernel32", Arena.global()).findOrThrow("WaitForSingleObject"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle ENQUEUE_SET_EVENT = ComMethod.returningInt(ValueLayout.ADDRESS);

    private final Device device;
    private final ComReference dxgi;
    private final long object;
    private final ComMethod enqueueSetEvent = new ComMethod(16);
    private final MemorySegment error = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
    private final MemorySegment event;

    private GpuSignal(Device device, ComReference dxgi, MemorySegment event) {
        this.device = device;
        this.dxgi = dxgi;
        this.event = event;
        object = dxgi.object().address();
    }

    /** One for a device; null where its DXGI has no such thing. */
    static GpuSignal of(Device device) {
        ComReference dxgi;
        try {
            dxgi = device.reference().as(IDXGIDevice2.iid(), "IDXGIDevice2");
        } catch (D3dException _) {
            return null;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment event = CreateEventA(arena.allocate(Linker.Option.captureStateLayout()), MemorySegment.NULL,
                    AUTO_RESET, NOT_SIGNALLED, MemorySegment.NULL);
            if (!event.equals(MemorySegment.NULL)) {
                GpuSignal signal = new GpuSignal(device, dxgi, event);
                if (signal.request()) {
                    return signal;
                }
                signal.close();
                return null;
            }
        }
        dxgi.close();
        return null;
    }

    /** Has the event set when the GPU is done with what it was given before; false where DXGI refuses. */
    boolean request() {
        synchronized (device.context()) {
            return enqueue() >= 0;
        }
    }

    private int enqueue() {
        try {
            return (int) ENQUEUE_SET_EVENT.invokeExact(enqueueSetEvent.of(object), object, event);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /** Waits for the event of the last {@link #request}, or of an earlier one that nobody waited for. */
    void await(long millis) {
        try {
            int _ = (int) WAIT_FOR_SINGLE_OBJECT.invokeExact(event, (int) millis);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    @Override
    public void close() {
        dxgi.close();
        int _ = CloseHandle(error, event);
    }
}
