package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.Apis.CloseHandle;
import static io.github.spout4j.win32.windows.win32.system.threading.Apis.CreateWaitableTimerExW;
import static io.github.spout4j.win32.windows.win32.system.threading.Constants.CREATE_WAITABLE_TIMER_HIGH_RESOLUTION;
import static io.github.spout4j.win32.windows.win32.system.threading.SYNCHRONIZATION_ACCESS_RIGHTS.TIMER_ALL_ACCESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import java.util.concurrent.TimeUnit;

/**
 * A thread's own timer, to sleep for less than a tick of Windows' clock, which may be 15.6 ms. Of high resolution since Windows
 * 10 1803; an ordinary one before.
 */
final class ThreadTimer {
    private static final ThreadLocal<ThreadTimer> OF_THREAD = ThreadLocal.withInitial(ThreadTimer::new);
    private static final Cleaner CLEANER = Cleaner.create();
    private static final long TICK_NANOS = 100;
    /** An interrupt is noticed between two waits. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LONGEST_WAIT_MILLIS = 100;

    private final MemorySegment due = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG);
    /** NULL where there is none. */
    private final MemorySegment timer;

    private ThreadTimer() {
        MemorySegment exact = create(CREATE_WAITABLE_TIMER_HIGH_RESOLUTION);
        timer = exact.equals(MemorySegment.NULL) ? create(0) : exact;
        if (!timer.equals(MemorySegment.NULL)) {
            CLEANER.register(this, new Closing(timer));
        }
    }

    private record Closing(MemorySegment timer) implements Runnable {
        @Override
        public void run() {
            int _ = CloseHandle(CallState.ofThread().capture, timer);
        }
    }

    private static MemorySegment create(int flags) {
        return CreateWaitableTimerExW(CallState.ofThread().capture, MemorySegment.NULL, MemorySegment.NULL, flags,
                TIMER_ALL_ACCESS);
    }

    /** Sleeps for {@code nanos}, or until the thread is interrupted. For threads of the system. */
    static void nap(long nanos) {
        OF_THREAD.get().sleep(nanos);
    }

    private void sleep(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
            long slice = Math.min(left, SLICE_NANOS);
            due.set(ValueLayout.JAVA_LONG, 0, -Math.max(1, slice / TICK_NANOS));
            if (FrameCalls.setTimer(timer, due)) {
                int _ = FrameCalls.waitFor(CallState.ofThread(), timer, LONGEST_WAIT_MILLIS);
            } else {
                sleepRoughly(slice);
            }
        }
    }

    private static void sleepRoughly(long nanos) {
        try {
            Thread.sleep(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
