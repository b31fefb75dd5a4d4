package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_ASYNC_GETDATA_FLAG.D3D11_ASYNC_GETDATA_DONOTFLUSH;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_QUERY.EVENT;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_QUERY_DESC;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;

/** Tells when the GPU has done what it was given before. Used again and again, one use at a time. */
public final class EventQuery implements AutoCloseable {
    /** ms: a GPU that takes longer for a copy hangs. */
    public static final long HANGS_MILLIS = 2000;

    /** A copy within a graphics card takes less; to be put to sleep and woken takes longer. */
    private static final long SPIN_NANOS = 30_000;
    /** After which the query is looked at again, whatever became of the signal. */
    private static final long LONGEST_WAIT_MILLIS = 10;
    private static final long FIRST_NAP_NANOS = 50_000;
    private static final long LONGEST_NAP_NANOS = 1_000_000;

    private final Device device;
    private final ComReference query;
    private final long address;
    /** Null where the system has none. */
    private final GpuSignal signal;

    /** @throws D3dException where the device refuses */
    public EventQuery(Device device) {
        this.device = device;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment desc = D3D11_QUERY_DESC.allocate(arena);
            D3D11_QUERY_DESC.Query(desc, EVENT);
            query = device.made("CreateQuery(event)", out -> device.calls().CreateQuery(desc, out));
        }
        address = query.object().address();
        signal = GpuSignal.of(device);
    }

    long address() {
        return address;
    }

    /** Whether the GPU is done. Does not wait. */
    public boolean isOver() {
        ImmediateContext context = device.context();
        int result;
        synchronized (context) {
            result = context.getData(address, D3D11_ASYNC_GETDATA_DONOTFLUSH);
        }
        device.check(result, "GetData(event)");
        return result == HResult.S_OK && !device.isHung();
    }

    /**
     * Waits until the GPU is done, asleep but for the first moment.
     *
     * @return false where the time ran out; interrupts don't end the wait
     */
    public boolean await(long timeoutMillis) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < SPIN_NANOS) {
            if (isOver()) {
                return true;
            }
            Thread.onSpinWait();
        }
        long deadline = start + timeoutMillis * 1_000_000;
        // a native wait would hold a virtual thread's carrier
        return signal != null && !Thread.currentThread().isVirtual() && signal.request()
                ? awaitSignal(deadline)
                : lookAgain(deadline);
    }

    private boolean awaitSignal(long deadline) {
        while (!isOver()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            signal.await(Math.min(left / 1_000_000 + 1, LONGEST_WAIT_MILLIS));
        }
        return true;
    }

    private boolean lookAgain(long deadline) {
        boolean interrupted = false;
        try {
            for (long nap = FIRST_NAP_NANOS; !isOver(); nap = Math.min(nap + nap / 2, LONGEST_NAP_NANOS)) {
                if (System.nanoTime() >= deadline) {
                    return false;
                }
                interrupted |= Thread.interrupted();
                LockSupport.parkNanos(nap);
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        if (signal != null) {
            signal.close();
        }
        query.close();
    }
}
