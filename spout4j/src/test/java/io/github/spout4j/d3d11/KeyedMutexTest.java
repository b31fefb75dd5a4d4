package io.github.spout4j.d3d11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.win32.windows.win32.graphics.dxgi.IDXGIKeyedMutex;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of the answers of an IDXGIKeyedMutex, by one of ours, since Wine has none. */
@Direct3DTest
class KeyedMutexTest {
    private static final int ABANDONED = 0x80;
    private static final int TIMEOUT = 0x102;
    private static final int INVALID_CALL = 0x887A0001;
    private static final int REMOVED = 0x887A0005;

    private final Arena arena = Arena.ofShared();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private int answer;
    private Device device;
    private KeyedMutex mutex;

    @BeforeEach
    void open() {
        device = Device.on(Adapters.list().getFirst());
        IDXGIKeyedMutex ours = (IDXGIKeyedMutex) Proxy.newProxyInstance(KeyedMutexTest.class.getClassLoader(),
                new Class<?>[]{IDXGIKeyedMutex.class}, this::answer);
        MemorySegment object = IDXGIKeyedMutex.create(ours, arena);
        mutex = new KeyedMutex(device, ComReference.made("made here", out -> {
            out.set(ValueLayout.ADDRESS, 0, object);
            return HResult.S_OK;
        }));
    }

    private Object answer(Object self, Method method, Object[] arguments) {
        calls.add(method.getName() + (arguments == null ? "" : Arrays.toString(arguments)));
        if (!method.getName().endsWith("Sync")) {
            return 0;
        }
        return answers.isEmpty() ? answer : answers.poll();
    }

    @AfterEach
    void close() {
        mutex.close();
        mutex.close();
        assertThat(calls).filteredOn("Release"::equals).as("given back once").hasSize(1);
        device.close();
        arena.close();
    }

    @Test
    void keyZeroIsAskedForWithoutALongWaitInTheDevice() {
        assertThat(mutex.acquire(1000)).isEqualTo(KeyedMutex.Result.OWNED);
        mutex.release();
        assertThat(calls).containsExactly("AcquireSync[0, 1]", "ReleaseSync[0]");
    }

    @Test
    void itIsAskedAgainUntilItIsFree() {
        answers.addAll(List.of(TIMEOUT, TIMEOUT, TIMEOUT, 0));
        assertThat(mutex.acquire(20_000)).isEqualTo(KeyedMutex.Result.OWNED);
        assertThat(calls).hasSize(4);
    }

    @Test
    void theTimeRunsOut() {
        answer = TIMEOUT;
        long start = System.nanoTime();
        assertThat(mutex.acquire(100)).isEqualTo(KeyedMutex.Result.TIMED_OUT);
        assertThat((System.nanoTime() - start) / 1_000_000).isBetween(100L, 5000L);
        calls.clear();
        Thread.currentThread().interrupt();
        assertThat(mutex.acquire(20_000)).isEqualTo(KeyedMutex.Result.TIMED_OUT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).hasSize(1);
    }

    @Test
    void anOwnerThatDiedIsTold() {
        answers.add(ABANDONED);
        assertThat(mutex.acquire(1000)).isEqualTo(KeyedMutex.Result.ABANDONED);
    }

    @Test
    void failuresTellTheCall() {
        answers.addAll(List.of(INVALID_CALL, INVALID_CALL, REMOVED));
        assertThatExceptionOfType(D3dException.class).isThrownBy(() -> mutex.acquire(1000))
                .withMessage("AcquireSync failed: DXGI_ERROR_INVALID_CALL (0x887A0001)");
        assertThatExceptionOfType(D3dException.class).isThrownBy(mutex::release)
                .withMessageStartingWith("ReleaseSync failed: ");
        assertThatExceptionOfType(DeviceLostException.class).isThrownBy(() -> mutex.acquire(1000));
        assertThat(device.isLost()).isTrue();
    }
}
