package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_ASYNC_GETDATA_FLAG.D3D11_ASYNC_GETDATA_DONOTFLUSH;
import static io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_QUERY.EVENT;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_QUERY_DESC;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11DeviceContext;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;

/** Tells when the GPU has done what it was given before. Used again and again, one use at a time. */
public final class EventQuery implements AutoCloseable {
    /** A copy within a graphics card takes less; to be put to sleep and woken takes longer. */
    private static final long SPIN_NANOS = 30_000;
    private static final long FIRST_NAP_NANOS = 50_000;
    private static final long LONGEST_NAP_NANOS = 1_000_000;

    private final Device device;
    private final ComReference query;
    private final MemorySegment object;

    /** @throws D3dException where the device refuses */
    public EventQuery(Device device) {
        this.device = device;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment desc = D3D11_QUERY_DESC.allocate(arena);
            D3D11_QUERY_DESC.Query(desc, EVENT);
            query = device.made("CreateQuery(event)", out -> device.calls().CreateQuery(desc, out));
        }
        object = query.object();
    }

    MemorySegment object() {
        return object;
    }

    /** Whether the GPU is done. Does not wait. */
    public boolean isOver() {
        ID3D11DeviceContext context = device.context();
        int result;
        synchronized (context) {
            result = context.GetData(object, MemorySegment.NULL, 0, D3D11_ASYNC_GETDATA_DONOTFLUSH);
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
        long nap = FIRST_NAP_NANOS;
        boolean interrupted = false;
        try {
            for (;;) {
                if (isOver()) {
                    return true;
                }
                long waited = System.nanoTime() - start;
                if (waited > timeoutMillis * 1_000_000) {
                    return false;
                }
                if (waited < SPIN_NANOS) {
                    Thread.onSpinWait();
                } else {
                    interrupted |= Thread.interrupted();
                    LockSupport.parkNanos(nap);
                    nap = Math.min(nap + nap / 2, LONGEST_NAP_NANOS);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        query.close();
    }
}
